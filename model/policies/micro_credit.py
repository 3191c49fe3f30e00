"""Micro-credit: what is lent, on which terms, and how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Payer, Policy, Share
from poverty_nodes.model.policies.terms.over_time import OverTime

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without

MonthlyRate = Annotated[
    float, Field(ge=0, le=0.2, json_schema_extra={"unit": "share a month"}), OverTime()
]
GroupSize = Annotated[int, Field(ge=1, le=50, json_schema_extra={"unit": "borrowers"})]
Term = Annotated[int, Field(ge=1, le=120, json_schema_extra={"unit": "months"})]


class MicroCredit(Policy):
    """Small loans at a fixed rate to owners of firms, part of which households consume.

    It differs from a capital grant: it is repaid, and only those who take it up borrow.
    """

    name: ClassVar[str] = "micro_credit"
    source: ClassVar[str] = (
        "Banerjee, Karlan & Zinman 2015; Meager 2019; Cull, Demirguc-Kunt & Morduch 2018"
    )
    unit: ClassVar[str] = "loan"
    serves: ClassVar[Literal["programme", "rule"]] = "rule"
    charged: ClassVar[Literal["once", "monthly"]] = "once"
    pulls: ClassVar[tuple[str, ...]] = (
        *("micro_open", "micro_amount", "micro_rate", "micro_months", "micro_grace"),
        *("micro_group", "micro_consumed", "micro_take_up"),
    )
    value: ClassVar[str | tuple[str, ...]] = "amount"

    amount: Money = Field(description="size of a loan")
    rate: MonthlyRate = Field(description="interest a month on the balance outstanding")
    months: Term = Field(description="term: months in which the loan is repaid, after the grace")
    grace: Duration = Field(
        default=0, description="months before the first instalment; interest runs on"
    )
    # In trials 13 to 31 per cent take a loan that they are offered (Banerjee, Karlan & Zinman 2015,
    # as the bulletin of J-PAL and IPA has it). The centre and a range of 0.1 to 0.35 are judged.
    take_up: Share = Field(
        default=0.2, description="share of eligible owners who borrow when offered"
    )
    # Judged; no figure was read. Try 0 to 0.6.
    consumed_share: Share = Field(
        default=0.3, description="share of a loan that the household consumes"
    )
    # Five is the classic contract (recalled). Taking group liability away raised no default (Gine & Karlan 2009, read).
    group_size: GroupSize = Field(
        default=1,
        description="borrowers who answer for each other: what one leaves unpaid the others owe; 1 nobody else",
    )
    # The median subsidy a borrower over 1,335 lenders, at purchasing power (Cull and others 2018).
    unit_cost: Money = Field(
        default=51.0, description="cost of delivery a loan, besides the money lent"
    )
    payer: Payer = Field(
        default="donor", description="who bears the cost of delivery and the losses"
    )

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """Set the terms, for running loans too; lending is open only while the policy runs."""
        instrument.micro_open = int(strength > 0.0)
        instrument.micro_amount = self.amount
        instrument.micro_rate = self.rate
        instrument.micro_months = float(self.months)
        instrument.micro_grace = float(self.grace)
        instrument.micro_group = float(self.group_size)
        instrument.micro_consumed = self.consumed_share
        instrument.micro_take_up = self.take_up * strength
