"""A relation between an exporter and one of its foreign buyers: how much of its orders, and since when."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.table import Field, new_table, record

FIELDS = (
    Field(
        "firm", "i8", "identity", "the exporter; -1 while nobody has had this place in the table"
    ),
    Field(
        "share",
        "f8",
        "/1",
        "share of the exporter's usual foreign orders that comes from it now; 0 while none is found",
    ),
    Field("age", "i4", "months", "months since the trial order; -1 while no buyer is found"),
)

RELATION = record(FIELDS)
MOST = 12
"""Relations that an exporter has at most."""


def no_relations(firms: int) -> NDArray[np.void]:
    """The table (firms, `MOST`) before anybody has sold abroad: row f is the portfolio of the firm in row f."""
    table = new_table(RELATION, firms * MOST)
    table["firm"] = table["age"] = -1
    return table.reshape(firms, MOST)
