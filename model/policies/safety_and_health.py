"""Safety and health at work: committees, guards and instruction in firms, and who pays for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Money, Policy, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class SafetyAndHealth(Policy):
    """Firms that take part have fewer injuries: fewer months of work and pay are lost, and workers cost more.

    The firm pays what it costs a worker, the programme what it costs to bring it about (`unit_cost`).
    """

    name: ClassVar[str] = "safety_and_health"
    source: ClassVar[str] = "Boudreau 2024; Tariqujjaman et al. 2025"
    targets: ClassVar[Literal["firm"]] = "firm"
    reaches: ClassVar[Literal["workers"]] = "workers"
    unit: ClassVar[str] = "firm taking part, a month"
    marked: ClassVar[Literal["firms"]] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("accidents_avoided", "safety_cost")
    value: ClassVar[str] = "avoided"

    # Judged, with 0.05 to 0.4 as range: committees in 84 factories had a small positive effect on
    # objective safety (Boudreau 2024, abstract); no size was read.
    avoided: Share = Field(default=0.2, description="share of injuries avoided")
    # Judged, with 0 to 5 as range; the same trial saw no cost in wages, jobs or productivity.
    cost_per_worker: Money = Field(
        default=1.0, description="what a firm pays a worker and month for it"
    )
    # Judged, with 0.3 to 0.9 as range.
    take_up: Share = Field(default=0.6, description="share of eligible firms that take part")
    # Judged; no figure was read: two days of an adviser a quarter.
    unit_cost: Money = Field(default=40.0, description="cost of support a firm and month")

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """The share of injuries avoided and what that costs the firm a worker; nothing avoided costs nothing."""
        cost = self.cost_per_worker if self.avoided > 0.0 else 0.0
        return {"accidents_avoided": self.avoided, "safety_cost": cost}
