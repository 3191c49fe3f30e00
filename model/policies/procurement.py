"""Public procurement: orders of the state, reserved for small firms of the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Policy, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Orders = Annotated[
    float, Field(ge=0, le=2, json_schema_extra={"unit": "share of base sales"}), OverTime()
]


class Procurement(Policy):
    """Public orders for a term, at a price preference, to each firm once; they move public purchases to the place.

    The state would have bought the goods elsewhere, so that its cost is the price preference and the tender; what it
    pays for the goods stands in the ledger as public sales.
    """

    name: ClassVar[str] = "procurement"
    source: ClassVar[str] = "Ferraz, Finan & Szerman 2015 for the direction; sizes judged"
    unit: ClassVar[str] = "contract, a month"
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("public_orders",)
    pays: ClassVar[Literal["firms", "households"] | None] = "firms"
    value: ClassVar[str | tuple[str, ...]] = "orders"

    orders: Orders = Field(
        default=0.25, description="orders of a contract, as a share of base sales"
    )
    months: Duration = Field(default=12, description="term of a contract")
    price_preference: Share = Field(
        default=0.05, description="what the state pays above the market's price"
    )
    unit_cost: Money = Field(default=30.0, description="cost of tender and inspection, a month")
    take_up: Share = Field(default=0.3, description="share of eligible firms that tender")

    def stay(self) -> int | None:
        """The term of a contract."""
        return self.months

    def benefit(self, tables: Tables, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """The price preference on the orders of the month."""
        sales: NDArray[np.float64] = tables.firms["base_revenue"][rows]
        return self.price_preference * self.orders * sales

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those with a contract have public orders."""
        return {"public_orders": self.orders}
