"""Formalisation: informal firms are helped to register, with a bank in reach and tax to pay."""

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

BankRate = Annotated[
    float, Field(ge=0, le=0.1, json_schema_extra={"unit": "share a month"}), OverTime()
]
Months = Annotated[
    float, Field(ge=0, le=24, json_schema_extra={"unit": "months of base sales"}), OverTime()
]
Burden = Annotated[
    float, Field(ge=0, le=24, json_schema_extra={"unit": "months of base profit"}), OverTime()
]


class Formalisation(Policy):
    """Informal firms get help to register: a bank then lends to them, and they pay tax and severance.

    Each weighs cheaper credit against tax and papers; a registered firm stays so, and inspectors find it.
    """

    name: ClassVar[str] = "formalisation"
    source: ClassVar[str] = "Banerjee & Duflo 2011 for informal rates; sizes of bank and tax judged"
    unit: ClassVar[str] = "firm helped"
    charged: ClassVar[Literal["once", "monthly"]] = "once"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = ({"field": "firm.formal", "is": False},)
    pulls: ClassVar[tuple[str, ...]] = ("bank_rate", "bank_limit", "tax_rate", "tax_burden")
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("offered_bank",)
    value: ClassVar[str | tuple[str, ...]] = "bank_limit"

    # All judged; informal credit at 3 to 4 per cent a month is read (Banerjee & Duflo 2011).
    bank_rate: BankRate = Field(default=0.012, description="rate of the bank a month")
    bank_limit: Months = Field(
        default=3.0, description="what the bank lends, in months of base sales"
    )
    tax_rate: Share = Field(default=0.05, description="tax on profit of those who register")
    burden: Burden = Field(default=0.25, description="yearly cost of papers, in months of profit")
    unit_cost: Money = Field(default=150.0, description="cost of help for a firm, once")
    take_up: Share = Field(default=0.5, description="share of eligible firms that listen")

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """The terms of the bank and of tax for those who register now."""
        if strength <= 0.0:
            return
        instrument.bank_rate = self.bank_rate
        instrument.bank_limit = self.bank_limit
        instrument.tax_rate = self.tax_rate
        instrument.tax_burden = self.burden

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those helped can register."""
        return {"offered_bank": 1.0}
