"""Whom a policy reached, whom it missed, and what it cost to whom."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    CONTRIBUTIONS,
    DELIVERY,
    MICRO_REPAID,
    PENALTIES,
    REORGANISATION,
    TO_LENDER,
)
from poverty_nodes.model.measures.outreach import HOMEWORK, Outreach
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy

LOAN = MicroCredit(amount=300.0, rate=0.01, months=4, start=2, take_up=0.5)
LAW = LabourStandards(wage_floor=1.3, home_workers=False, start=2, contribution_rate=0.05)
MONTHS = 8


class Watched:
    """A run with its outreach, and the flows of all its months added up."""

    def __init__(self, *policies: Policy) -> None:
        self.state: State = rough_economy(policies=policies)
        h = self.state.households
        self.welfare = (h["consumption"] / h["size"])[self.state.workers["household"]]
        outreach, month = Outreach(self.state), Month()
        self.flows, self.uplift = np.zeros_like(self.state.flows), 0.0
        for _ in range(MONTHS):
            month.advance(self.state)
            outreach.observe(self.state)
            self.flows += self.state.flows
            self.uplift += float(self.state.places["uplift"].sum())
        self.line = float(np.median(self.welfare))
        base = {"welfare_base": self.welfare}
        self.rows = {row["policy"]: row for row in outreach.rows(self.state, base, self.line)}
        self.each = 1.0 / self.state.scale


@pytest.fixture(scope="module")
def both() -> Watched:
    return Watched(LOAN, LAW)


def test_without_a_policy_there_is_no_row() -> None:
    assert Watched().rows == {}


def test_there_is_a_row_a_policy_with_its_payer(both: Watched) -> None:
    assert {name: row["payer"] for name, row in both.rows.items()} == {
        "micro_credit": "donor",
        "labour_standards": "government",
    }


@pytest.mark.parametrize("policy", ["micro_credit", "labour_standards"])
def test_those_reached_were_eligible_and_the_poor_are_among_the_eligible(
    both: Watched, policy: str
) -> None:
    row = {key: value for key, value in both.rows[policy].items() if isinstance(value, float)}
    assert 0 < row["reached"] <= row["eligible"]
    assert row["poor_eligible"] <= row["eligible"]
    assert row["reached_nonpoor"] <= row["reached"]
    reached_poor = row["reached"] - row["reached_nonpoor"]
    assert row["poor_unreached"] == pytest.approx(row["poor_eligible"] - reached_poor)
    assert row["first_month"] == 2.0


def test_the_books_of_a_programme_are_those_of_the_economy(both: Watched) -> None:
    spent = sum(float(row["spent"]) for row in both.rows.values())
    assert spent == pytest.approx((both.flows[DELIVERY] + both.flows[TO_LENDER]) * both.each)
    loans, law = both.rows["micro_credit"], both.rows["labour_standards"]
    assert loans["repaid"] == pytest.approx(both.flows[MICRO_REPAID] * both.each)
    assert loans["defaulted"] == pytest.approx(both.flows[TO_LENDER] * both.each)
    firms = both.flows[[CONTRIBUTIONS, PENALTIES, REORGANISATION]].sum() + both.uplift
    assert law["spent_firms"] == pytest.approx(firms * both.each)


def test_loans_reach_owners_and_standards_reach_workers_in_firms_inspected() -> None:
    few = Watched(LOAN.model_copy(update={"take_up": 0.0})).rows["micro_credit"]
    assert few["reached"] == few["units"] == few["spent"] == 0.0
    assert float(few["eligible"]) > 0.0
    none = Watched(LAW.model_copy(update={"enforcement_formal": 0.0, "enforcement_informal": 0.0}))
    assert none.rows["labour_standards"]["reached"] == 0.0
    assert none.rows["labour_standards"]["spent_firms"] == 0.0


@pytest.mark.parametrize("included", [True, False])
def test_home_workers_are_reached_where_the_law_includes_them(included: bool) -> None:
    law = LAW.model_copy(update={"home_workers": included, "start": 1, "enforcement_informal": 1.0})
    state = rough_economy(policies=(law,))
    outreach = Outreach(state)
    Month().advance(state)
    outreach.observe(state)
    at_home = state.workers["post"] == HOMEWORK
    reached, eligible = (each["labour_standards"] for each in (outreach.reached, outreach.eligible))
    assert eligible[at_home].any()
    assert reached[at_home].any() == included
    assert not reached[~eligible].any()


def test_a_policy_that_never_starts_reaches_nobody() -> None:
    row = Watched(LOAN.model_copy(update={"start": 99})).rows["micro_credit"]
    assert row["eligible"] == row["reached"] == row["spent"] == row["first_month"] == 0.0
