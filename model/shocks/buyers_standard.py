"""A standard of quality or conduct that buyers, or those who regulate them, announce and then require."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from poverty_nodes.model.policies.terms.record import Duration, Part, Sum
from poverty_nodes.model.shocks.base import BuyerShock, announce, raise_to

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class BuyersStandard(BuyerShock):
    """A standard is announced, and when the notice is over buyers order only from firms that meet it.

    A firm meets it at a fixed cost, which a joint facility can share; a firm that does not loses the channel.
    """

    name: ClassVar[str] = "buyers_standard"
    source: ClassVar[str] = "Nadvi 1999; Henson & Mitullah 2004 (Lake Victoria)"
    happens: ClassVar[str] = "buyers announce a standard"

    level: Part = Field(description="standard that is required, on the firms' scale from 0 to 1")
    notice: Duration = Field(description="months between the announcement (start) and the deadline")
    cost: Sum = Field(description="fixed cost for a firm that meets it alone")

    def pull(self, instrument: np.record, month: int) -> None:
        """Announce the standard; require it from the deadline on."""
        if self.strength(month) <= 0.0 or self.level <= 0.0:
            return
        announce(instrument, self.level, self.cost, self.start + self.notice - month)
        if month >= self.start + self.notice:
            first = instrument["standard_required"] <= 0.0
            same = first or instrument["standard_buyer"] == self.buyer_number()
            instrument["standard_buyer"] = self.buyer_number() if same else -1
            raise_to(instrument, "standard_required", self.level)
