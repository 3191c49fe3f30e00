"""A slump of demand: buyers abroad, the home market, or both order less for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Loss, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class DemandSlump(GradualShock):
    """Orders from abroad and demand at home fall, for a while or for good."""

    name: ClassVar[str] = "demand_slump"
    source: ClassVar[str] = "World Trade Report 2010 (world trade in 2009)"
    happens: ClassVar[str] = "demand slumps"

    orders_lost: Loss = Field(description="share of buyers' orders lost at full size")
    home_lost: Loss = Field(default=0.0, description="share of home-market demand lost")

    def pull(self, instrument: np.record, month: int) -> None:
        """Lower orders and home demand."""
        strength = self.strength(month)
        multiply(instrument, "export_orders", 1.0 - self.orders_lost * strength)
        multiply(instrument, "home_demand", 1.0 - self.home_lost * strength)
