"""Child care: places that take duties off those whom unpaid care keeps near home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Money, Policy, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class ChildCare(Policy):
    """Places in child care: a post away from home is then worth more to a person with care duties."""

    name: ClassVar[str] = "child_care"
    source: ClassVar[str] = "Clark et al. 2019"
    targets: ClassVar[Literal["person"]] = "person"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "person relieved, a month"
    marked: ClassVar[Literal["workers"]] = "workers"
    marking: ClassVar[tuple[str, ...]] = ("care_relief",)
    value: ClassVar[str] = "relief"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = ({"field": "worker.care", "is": True},)

    # Judged, with 0.4 to 1 as range: a place covers working hours, not nights and illness.
    relief: Share = Field(default=0.8, description="share of care duties that a place takes over")
    # Judged, with 0.2 to 0.8 as range.
    take_up: Share = Field(default=0.5, description="share of those eligible who take a place")
    # Judged; no figure was read.
    unit_cost: Money = Field(
        default=30.0, description="cost of the places that a person needs, a month"
    )

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """The share of care that is taken over."""
        return {"care_relief": self.relief}
