"""Labour standards: a wage floor, contributions, and who is covered and monitored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Count, Money, Policy, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without

WageRatio = Annotated[
    float,
    Field(ge=0, le=3, json_schema_extra={"unit": "ratio to the regular wage at the base"}),
    OverTime(),
]


class LabourStandards(Policy):
    """A wage floor and social contributions, enforced by inspection, with or without home workers.

    Firms may comply, make regular posts casual, put work out, shrink below the threshold, or leave.
    """

    name: ClassVar[str] = "labour_standards"
    source: ClassVar[str] = (
        "Harrison & Scorse 2010; Rani et al. 2013; Broecke, Forti & Vandeweyer 2017"
    )
    reaches: ClassVar[Literal["owners", "workers", "people"]] = "workers"
    serves: ClassVar[Literal["programme", "rule"]] = "rule"
    pulls: ClassVar[tuple[str, ...]] = (
        *("floor", "contribution", "casual_covered", "homework_covered", "monitored_formal"),
        *("monitored_informal", "monitored_from", "penalty"),
    )
    value: ClassVar[str | tuple[str, ...]] = "wage_floor"
    unit: ClassVar[str] = "firm monitored, a month"

    wage_floor: WageRatio = Field(
        description="least wage, against the unskilled regular wage of the place at the base month"
    )
    home_workers: bool = Field(description="whether home workers are covered")
    casual_covered: bool = Field(default=True, description="whether casual workers are covered")
    contribution_rate: Share = Field(
        default=0.0, description="employers' social contribution, as a share of the covered wage"
    )
    min_workers: Count = Field(
        default=0, description="firms with fewer workers are exempt: the threshold of the law"
    )
    # Both judged, with 0.6 to 0.97 and 0.1 to 0.7 as ranges. Rani and others (2013) give the
    # direction: compliance falls as the floor nears the median wage.
    enforcement_formal: Share = Field(
        default=0.8, description="share of formal firms that are effectively monitored"
    )
    enforcement_informal: Share = Field(
        default=0.4, description="share of informal firms that are effectively monitored"
    )
    # Judged: contracts are often changed in ways that an inspector cannot contest.
    penalty: Share = Field(
        default=0.3, description="expected fine for evading, as a share of what evading saves"
    )
    # Judged; no figure was read: about one visit of an inspector a quarter.
    unit_cost: Money = Field(default=5.0, description="cost of inspection a monitored firm a month")

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """Set the floor in dollars a month; enforcement grows along the ramp."""
        if strength <= 0.0:
            return
        instrument.floor = self.wage_floor * regular_wage
        instrument.contribution = self.contribution_rate
        instrument.casual_covered = int(self.casual_covered)
        instrument.homework_covered = int(self.home_workers)
        instrument.monitored_formal = self.enforcement_formal * self.take_up * strength
        instrument.monitored_informal = self.enforcement_informal * self.take_up * strength
        instrument.monitored_from = float(self.min_workers)
        instrument.penalty = self.penalty
