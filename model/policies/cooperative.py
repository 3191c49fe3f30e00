"""Co-operative of producers, and organisation of their workers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Money, Policy, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Discount = Annotated[
    float, Field(ge=0, le=0.5, json_schema_extra={"unit": "share of the price"}), OverTime()
]


class Cooperative(Policy):
    """Small producers buy inputs and sell together; their workers organise and win part of the rent.

    What is won on prices is paid by buyers and patrons, who answer by ordering less; what is won on pay comes out of
    the firm's monopsony rent.
    """

    name: ClassVar[str] = "cooperative"
    source: ClassVar[str] = "no effect was read: judged; patrons' cuts of Fashion Revolution, weak"
    unit: ClassVar[str] = "member firm, a month"
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("input_discount", "price_gain", "voice")
    value: ClassVar[str | tuple[str, ...]] = ("input_discount", "price_gain", "voice")

    # All judged.
    input_discount: Discount = Field(default=0.03, description="saved by buying inputs together")
    price_gain: Discount = Field(
        default=0.04,
        description="won by selling together: on a patron's price, of a buyer's markdown",
    )
    voice: Share = Field(
        default=0.2, description="share of the monopsony markdown that organised workers win"
    )
    unit_cost: Money = Field(default=10.0, description="cost of running it, a member a month")
    take_up: Share = Field(default=0.4, description="share of eligible firms that join")

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Members buy cheaper, sell dearer, and pay more."""
        return {
            "input_discount": self.input_discount,
            "price_gain": self.price_gain,
            "voice": self.voice,
        }
