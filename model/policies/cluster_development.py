"""Cluster development: a broker, a matching grant to the joint facility, and a consortium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Days, Money, Policy, Rise, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Matched = Annotated[
    float,
    Field(ge=0, le=10, json_schema_extra={"unit": "dollars for each dollar given"}),
    OverTime(),
]
Firms = Annotated[float, Field(ge=0, le=100, json_schema_extra={"unit": "firms"}), OverTime()]


class ClusterDevelopment(Policy):
    """A broker brings firms together, a grant matches what they give, and a consortium sells for them.

    Firms that take part join the association, trust more, learn from each other, and count as one for large orders.
    """

    name: ClassVar[str] = "cluster_development"
    source: ClassVar[str] = "Cai & Szeidl 2018; Figal Garone et al. 2015; UNIDO 2004; sizes judged"
    unit: ClassVar[str] = "firm in a group, a month"
    pulls: ClassVar[tuple[str, ...]] = ("matching",)
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("brokered", "coached", "advised", "marketing", "partners")
    value: ClassVar[str | tuple[str, ...]] = (
        *("trust", "learning", "meetings", "matching", "marketing", "partners"),
    )

    # All judged, but that owners meet once a month as in Cai & Szeidl (2018); that a day among peers
    # teaches as much of management as a day of a consultant is judged too.
    trust: Share = Field(default=0.10, description="trust that the broker adds to the members' own")
    learning: Rise = Field(
        default=1.0, description="rise of the chances of process and product steps, from peers"
    )
    meetings: Days = Field(
        default=1.0,
        description="days on which the owners of a group learn to manage from each other",
    )
    meeting_cost: Money = Field(
        default=10.0, description="cost of a day on which a group meets, a firm"
    )
    matching: Matched = Field(
        default=0.3, description="grant to the joint facility for each dollar that members give"
    )
    marketing: Rise = Field(
        default=1.0, description="rise of the chances of functional steps in the consortium"
    )
    partners: Firms = Field(
        default=5.0, description="firms whose capacity counts together for a large order"
    )
    unit_cost: Money = Field(
        default=10.0, description="cost of the group work, a firm a month, besides its meetings"
    )
    fixed_cost: Money = Field(default=4000.0, description="cost of the brokers a month")
    take_up: Share = Field(default=0.4, description="share of eligible firms that join a group")

    def delivery(self) -> float:
        """Group work, and each day on which a group meets."""
        return self.unit_cost + self.meetings * self.meeting_cost

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """The grant to the association; it needs members who give, not firms in groups."""
        instrument.matching = self.matching * self.take_up * strength

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those in a group trust more, learn, and sell together."""
        return {
            "brokered": self.trust,
            "coached": self.learning,
            "advised": self.meetings,
            "marketing": self.marketing,
            "partners": self.partners,
        }
