"""Home-worker inclusion: registration, a guaranteed piece rate, contributions, and protection in illness."""

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

PieceRate = Annotated[
    float,
    Field(ge=0, le=3, json_schema_extra={"unit": "ratio to a factory hand's pay at the base"}),
    OverTime(),
]


class HomeWorkerInclusion(Policy):
    """Registered home workers are guaranteed a piece rate and protected; firms may move the work elsewhere.

    Firms in which it is enforced weigh home work against their workshop; people who cannot leave home may lose the
    work.
    """

    name: ClassVar[str] = "home_worker_inclusion"
    source: ClassVar[str] = "Kara 2019; Khan, Munir & Willmott 2007"
    targets: ClassVar[Literal["person"]] = "person"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "registered home worker, a month"
    marked: ClassVar[Literal["workers"]] = "workers"
    marking: ClassVar[tuple[str, ...]] = (
        "piece_floor",
        "piece_contribution",
        "covered_medical",
        "covered_sick",
    )
    pulls: ClassVar[tuple[str, ...]] = ("home_enforced",)
    value: ClassVar[str] = "take_up"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"field": "worker.contract", "is": "homework"},
    )

    # Most home workers of India's garment trade are paid 50 to 90 per cent below the state minimum (Kara 2019):
    # a ratio of 1 is what a factory hand at the base wage would earn for the same pieces.
    piece_rate: PieceRate = Field(
        default=1.0,
        description="guaranteed piece rate, against a factory hand's for the same pieces",
    )
    contribution_rate: Share = Field(
        default=0.05, description="employer's contribution for registered home workers"
    )
    medical: Share = Field(
        default=0.5, description="share of medical costs borne for registered home workers"
    )
    sick_pay: Share = Field(
        default=0.5, description="share of pay lost to illness borne for registered home workers"
    )
    # Judged, with 0.1 to 0.7 as range: as for informal firms in labour standards.
    enforcement: Share = Field(
        default=0.4, description="share of firms that keep to it for those registered"
    )
    # Judged, with 0.2 to 0.8 as range.
    take_up: Share = Field(default=0.5, description="share of home workers who register")
    # Judged; no figure was read.
    unit_cost: Money = Field(default=2.0, description="cost of registration a person and month")

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """The share of firms in which it is enforced, while it runs."""
        instrument.home_enforced = self.enforcement if strength > 0.0 else 0.0

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """What a registered home worker is guaranteed."""
        return {
            "piece_floor": self.piece_rate,
            "piece_contribution": self.contribution_rate,
            "covered_medical": self.medical,
            "covered_sick": self.sick_pay,
        }
