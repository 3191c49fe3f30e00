"""A flood (or fire, or earthquake) destroys capital in one month and stops work for some."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.shocks.base import GradualShock, Loss, lose, multiply

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class Flood(GradualShock):
    """Water destroys machines and stock in the first month and keeps people from work for a while."""

    name: ClassVar[str] = "flood"
    source: ClassVar[str] = "de Mel, McKenzie & Woodruff 2012 (recovery after a disaster)"
    happens: ClassVar[str] = "a flood strikes"

    capital_lost: Loss = Field(description="share of firms' capital destroyed in the first month")
    work_lost: Loss = Field(description="share of normal work that cannot be done")
    place: Literal["cluster", "dispersed"] | None = Field(
        default="cluster",
        description="where: the cluster, the dispersed comparator, or both (null)",
    )

    def pull(self, instrument: np.record, month: int) -> None:
        """Destroy capital once; lower the work that can be done while the shock lasts."""
        if month == self.start:
            lose(instrument, "capital_lost", self.capital_lost)
        multiply(instrument, "work_allowed", 1.0 - self.work_lost * self.strength(month))
