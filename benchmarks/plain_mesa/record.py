"""An agent that has the attributes of a row of the model's tables."""

from __future__ import annotations

import mesa
import numpy as np

KINDS = ("skilled_regular", "regular", "casual", "homework")
OWNER = 5


class Record(mesa.Agent):  # type: ignore[misc]  # Mesa has no types
    """An agent with the attributes of a row."""

    def __init__(self, model: mesa.Model, row: np.void) -> None:
        super().__init__(model)
        for name in row.dtype.names:
            setattr(self, name, row[name].item())
