"""Groups of month 0 that a study can speak of, by label."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from poverty_nodes.experiments.question.asked import one_of
from poverty_nodes.model.measures.deciles import DECILES
from poverty_nodes.model.measures.groups import group_cells


@lru_cache(maxsize=1)
def group_names() -> tuple[str, ...]:
    """All labels but those of places, which the study's own design tells apart."""
    labels, _, _ = group_cells()
    tenths = (f"decile={tenth}" for tenth in range(1, DECILES + 1))
    return (*(each for each in labels if not each.startswith("place=")), *tenths)


Group = Annotated[str, one_of(group_names)]
