"""Technology centre: engineers who coach firms in processes, products and management."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Days, Money, Policy, Rise, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class TechnologyCentre(Policy):
    """Engineers who coach firms: better management, and more chances of process and product steps, which firms pay for.

    Management practices follow the days of advice and are slowly dropped after it; steps come one by one.
    """

    name: ClassVar[str] = "technology_centre"
    source: ClassVar[str] = (
        "Higuchi, Mhede & Sonobe 2019; Bloom et al. 2013, 2020; McKenzie 2021; sizes judged"
    )
    unit: ClassVar[str] = "firm coached, a month"
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("coached", "advised")
    value: ClassVar[str | tuple[str, ...]] = ("advice", "coaching")

    # Judged, as its cost: half a day of an engineer a month.
    advice: Days = Field(default=0.5, description="days of advice on how a firm is managed")
    day_cost: Money = Field(default=80.0, description="cost of a day of advice to a firm")
    # Judged: three times the chances bring 1.6 per cent of productivity and 3 of profit in three years
    # in Sialkot, without advice.
    coaching: Rise = Field(default=2.0, description="rise of the chances of a step, 1 doubles them")
    # Judged.
    unit_cost: Money = Field(
        default=20.0, description="cost of coaching a firm a month, besides its days of advice"
    )
    fixed_cost: Money = Field(default=4000.0, description="cost of the centre a month")
    take_up: Share = Field(default=0.3, description="share of eligible firms that come")

    def delivery(self) -> float:
        """Coaching, and each day of advice."""
        return self.unit_cost + self.advice * self.day_cost

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those coached have better chances of steps, and learn to manage."""
        return {"coached": self.coaching, "advised": self.advice}
