"""Rivals abroad undercut the cluster's price, mostly over years."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Loss, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class RivalEntry(GradualShock):
    """Rival producers enter the cluster's markets abroad and their price falls, step by step."""

    name: ClassVar[str] = "rival_entry"
    source: ClassVar[str] = "Schmitz 1999 (Sinos Valley and China); Harrigan & Barrows 2009"
    happens: ClassVar[str] = "rivals abroad cut their prices"

    price_fall: Loss = Field(description="fall of rivals' price at the end of the ramp")

    def pull(self, instrument: np.record, month: int) -> None:
        """Lower the price of rivals."""
        multiply(instrument, "rival_price", 1.0 - self.price_fall * self.strength(month))
