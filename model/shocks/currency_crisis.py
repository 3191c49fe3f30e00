"""The currency falls (or rises): prices of exports and imports change at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Loss, Ratio, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class CurrencyCrisis(GradualShock):
    """The real exchange rate jumps and wears off as prices at home follow; home demand may fall.

    The rate is real (less the rise of prices at home), because money in the model is at constant
    prices. A rate below 1 is an appreciation.
    """

    name: ClassVar[str] = "currency_crisis"
    source: ClassVar[str] = "Rabellotti 1999 (Mexico); Tambunan 2005 (Indonesia)"
    happens: ClassVar[str] = "the exchange rate shifts"

    rate: Ratio = Field(description="local currency for a dollar, in real terms, at full size")
    home_lost: Loss = Field(default=0.0, description="share of home-market demand lost")

    def pull(self, instrument: np.record, month: int) -> None:
        """Move the exchange rate and home demand."""
        strength = self.strength(month)
        multiply(instrument, "exchange_rate", 1.0 + (self.rate - 1.0) * strength)
        multiply(instrument, "home_demand", 1.0 - self.home_lost * strength)
