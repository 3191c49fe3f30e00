"""Buyers' code of conduct: audits of suppliers' pay and working conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Payer, Policy, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Floor = Annotated[
    float,
    Field(ge=0, le=3, json_schema_extra={"unit": "ratio to the regular wage at the base"}),
    OverTime(),
]


class CodeOfConduct(Policy):
    """Buyers audit their suppliers: pay on the premises, and a standard of work that costs money to meet.

    A supplier that fails for longer than the notice loses orders. Suppliers may meet it, put work out of sight, or lose
    the buyer.
    """

    name: ClassVar[str] = "code_of_conduct"
    source: ClassVar[str] = (
        "Harrison & Scorse 2004; Alfaro-Urena et al. 2022 (codes); Boudreau 2024; sizes judged"
    )
    unit: ClassVar[str] = "supplier audited, a month"
    reaches: ClassVar[Literal["owners", "workers", "people"]] = "workers"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = ({"field": "firm.exports", "is": True},)
    pulls: ClassVar[tuple[str, ...]] = (
        *("code_floor", "code_homework", "code_standard", "code_notice", "code_paid"),
    )
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("audited",)
    value: ClassVar[str | tuple[str, ...]] = ("wage_floor", "standard")

    wage_floor: Floor = Field(
        default=1.0, description="least pay, against the unskilled regular wage of the base month"
    )
    # Judged: firms stand at one half at the base.
    standard: Share = Field(
        default=0.7, description="standard of work, on the firms' scale of 0 to 1"
    )
    home_workers: bool = Field(default=False, description="whether auditors follow work home")
    notice: Duration = Field(default=12, description="months to meet the standard")
    paid_share: Share = Field(
        default=0.0, description="share of the cost of meeting it that the payer bears"
    )
    # Judged: two visits of two auditor-days a year.
    unit_cost: Money = Field(default=80.0, description="cost of auditing a supplier, a month")
    payer: Payer = Field(
        default="buyers", description="who pays the audits and the share of the cost"
    )
    take_up: Share = Field(default=0.5, description="share of suppliers whose buyers audit")

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """What the code asks of those audited; how many are audited grows along the ramp."""
        if strength <= 0.0:
            return
        instrument.code_floor = self.wage_floor * regular_wage
        instrument.code_homework = int(self.home_workers)
        instrument.code_standard = self.standard
        instrument.code_notice = float(self.notice)
        instrument.code_paid = self.paid_share

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those audited."""
        return {"audited": 1.0}
