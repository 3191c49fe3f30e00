"""The price of materials moves: timber, hides, steel, yarn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Ratio, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class InputPrice(GradualShock):
    """Bought inputs become dearer, or cheaper, for every firm."""

    name: ClassVar[str] = "input_price"
    source: ClassVar[str] = "Tempo 2004 (teak in Jepara)"
    happens: ClassVar[str] = "the price of inputs shifts"

    price: Ratio = Field(description="price of bought inputs at full size")

    def pull(self, instrument: np.record, month: int) -> None:
        """Move the price of inputs."""
        multiply(instrument, "input_price", 1.0 + (self.price - 1.0) * self.strength(month))
