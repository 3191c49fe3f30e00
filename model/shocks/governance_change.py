"""A buyer changes how it deals with its suppliers: its type, its terms, how much it orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.population.codes import GOVERNANCE
from poverty_nodes.model.shocks.base import BuyerShock, Change, GradualShock, Ratio

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without

SwitchingChange = Annotated[
    float, Field(ge=-0.2, le=0.2, json_schema_extra={"unit": "share a month, added"})
]


class GovernanceChange(GradualShock, BuyerShock):
    """One buyer, or all, take a harder or softer line: markdown, premium, switching, volume, type.

    Only changes after the base month show in levels, which are calibrated to the terms of that month.
    """

    name: ClassVar[str] = "governance_change"
    source: ClassVar[str] = "Gereffi, Humphrey & Sturgeon 2005; Bazan & Navas-Aleman 2003"
    happens: ClassVar[str] = "buyers change their terms"
    alone: ClassVar[bool] = True

    becomes: Literal["market", "modular", "relational", "captive", "hierarchy"] | None = Field(
        default=None,
        description="type of governance from the first month on, with the terms of that type, on "
        "which what follows is added; null: as it was",
    )
    markdown: Change = Field(default=0.0, description="added to the share of the price kept back")
    premium: Change = Field(default=0.0, description="added to the price premium of top quality")
    switching: SwitchingChange = Field(
        default=0.0, description="added to the speed at which orders move to preferred suppliers"
    )
    orders: Ratio = Field(default=1.0, description="what the buyer orders, at full size")

    def pull(self, instrument: np.record, month: int) -> None:
        """Change the buyer's terms; its type changes at once, what is added comes along the ramp."""
        strength = self.strength(month)
        if strength <= 0.0 or not self._changes_anything():
            return
        instrument["governance_buyer"] = self.buyer_number()
        if self.becomes is not None:
            instrument["governance_type"] = GOVERNANCE.index(self.becomes)
        instrument["markdown_change"] = self.markdown * strength
        instrument["premium_change"] = self.premium * strength
        instrument["switching_change"] = self.switching * strength
        instrument["buyer_orders"] = 1.0 + (self.orders - 1.0) * strength

    def _changes_anything(self) -> bool:
        added = (self.markdown, self.premium, self.switching)
        return self.becomes is not None or any(added) or self.orders != 1.0
