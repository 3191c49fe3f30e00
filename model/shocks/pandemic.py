"""A pandemic: illness and lockdown stop work, and demand falls abroad and at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Loss, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class Pandemic(GradualShock):
    """Part of the work cannot be done, while buyers and the home market order less."""

    name: ClassVar[str] = "pandemic"
    source: ClassVar[str] = "Gestion 2020 (Gamarra)"
    happens: ClassVar[str] = "a pandemic strikes"

    work_lost: Loss = Field(description="share of normal work that cannot be done")
    orders_lost: Loss = Field(description="share of buyers' orders lost")
    home_lost: Loss = Field(description="share of home-market demand lost")

    def pull(self, instrument: np.record, month: int) -> None:
        """Lower work, orders and home demand together."""
        strength = self.strength(month)
        multiply(instrument, "work_allowed", 1.0 - self.work_lost * strength)
        multiply(instrument, "export_orders", 1.0 - self.orders_lost * strength)
        multiply(instrument, "home_demand", 1.0 - self.home_lost * strength)
