"""Market linkage: fairs and visits that bring firms and new buyers together."""

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

Orders = Annotated[
    float, Field(ge=0, le=1, json_schema_extra={"unit": "share of base sales"}), OverTime()
]


class MarketLinkage(Policy):
    """Fairs and visits: firms may win orders of new buyers, which run on for a while and lapse.

    The orders come from outside the place; subcontractors that win some sell past their exporters.
    """

    name: ClassVar[str] = "market_linkage"
    source: ClassVar[str] = (
        "Atkin, Khandelwal & Osman 2017; Alfaro-Urena, Manelici & Vasquez 2022; sizes judged"
    )
    unit: ClassVar[str] = "firm at the fair, a month"
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("fair_chance", "fair_orders")
    value: ClassVar[str | tuple[str, ...]] = "orders"

    chance: Share = Field(
        default=0.05, description="chance a month that a firm at the fair wins orders"
    )
    # Judged: with lapses of 3 per cent a month, about 17 per cent of base sales in the long run.
    orders: Orders = Field(default=0.10, description="orders won at once, as a share of base sales")
    # Judged: a stand and travel twice a year.
    unit_cost: Money = Field(default=80.0, description="cost of a firm's stand and travel, a month")
    fixed_cost: Money = Field(default=2000.0, description="cost of the broker of contacts a month")
    take_up: Share = Field(default=0.4, description="share of eligible firms that come")

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those at the fair have a chance of orders."""
        return {"fair_chance": self.chance, "fair_orders": self.orders}
