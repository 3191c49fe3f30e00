"""A court or an authority orders firms below an environmental standard to stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.terms.record import Duration, Part, Sum
from poverty_nodes.model.shocks.base import Shock, announce, raise_to

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class ClosureOrder(Shock):
    """Firms must meet an environmental standard by a deadline, alone or jointly, or stand still."""

    name: ClassVar[str] = "closure_order"
    source: ClassVar[str] = "Kennedy 1999; The Hindu, quoting the judgment of 28 August 1996"
    happens: ClassVar[str] = "polluting firms are ordered to comply or close"

    level: Part = Field(description="standard that is required, on the firms' scale from 0 to 1")
    notice: Duration = Field(description="months between the order (start) and the deadline")
    cost: Sum = Field(description="fixed cost for a firm that meets it alone")
    place: Literal["cluster", "dispersed"] | None = Field(
        default="cluster",
        description="where: the cluster, the dispersed comparator, or both (null)",
    )

    def pull(self, instrument: np.record, month: int) -> None:
        """Announce the standard; close firms below it from the deadline on."""
        if self.strength(month) <= 0.0 or self.level <= 0.0:
            return
        announce(instrument, self.level, self.cost, self.start + self.notice - month)
        raise_to(instrument, "closure_announced", self.level)
        if month >= self.start + self.notice:
            raise_to(instrument, "closure_required", self.level)
