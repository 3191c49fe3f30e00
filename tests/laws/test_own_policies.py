"""A policy does what it pulls, marks and pays, whatever it is called and wherever its class stands."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, Literal

import numpy as np
import pytest

from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import BUILT_IN, LabourStandards, MicroCredit, Policy
from poverty_nodes.model.policies.declared import PolicyError, misfits
from poverty_nodes.model.shocks import Shock
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.shocks import settle
from tests.every_policy import NAMES, policy
from tests.laws.bites import BITES
from tests.laws.same import differing
from tests.small_economy import cluster, live, rough_economy, scenario

MONTHS = 14


def under_another_name(name: str) -> Policy:
    """The policy of that name with the terms with which it bites, as a class that the model has never heard of."""
    known = policy(name, **{**BITES[name][0].terms, "payer": "donor"})
    own = type("OwnPolicy", (BUILT_IN[name],), {"name": "own_policy", "__module__": __name__})
    return own.model_validate(known.model_dump())


def lived(*policies: Policy, shocks: tuple[Shock, ...] = ()) -> tuple[State, tuple[object, ...]]:
    """The economy after its months, and what was recorded of its programmes, by columns other than their names."""
    state = rough_economy(seed=5, policies=policies)
    state.shocks = settle(shocks, cluster())
    question = scenario()
    recorder = Recorder(state, MONTHS, question.line_monthly(), question.lines(), 3)
    month = Month()
    for _ in range(MONTHS):
        month.advance(state)
        recorder.record(state)
    rows = recorder.finish(state).programme
    return state, tuple({**row, "policy": ""} for row in rows)


@lru_cache(maxsize=1)
def without() -> State:
    """The economy left alone."""
    return live(rough_economy(seed=5), MONTHS)


@pytest.mark.parametrize("name", NAMES)
def test_every_policy_under_another_name_gives_the_same_bits(name: str) -> None:
    shocks = BITES[name][0].shocks
    terms = {**BITES[name][0].terms, "payer": "donor"}
    one, books = lived(policy(name, **terms), shocks=shocks)
    other, own_books = lived(under_another_name(name), shocks=shocks)
    assert differing(one, other) == []
    assert books == own_books
    assert one.accounts[name].spent > 0.0
    assert set(differing(one, without())) - {"flows"}


class MoreInspectors(Policy):
    """Inspectors and a floor, in no relation to labour standards."""

    name: ClassVar[str] = "more_inspectors"
    serves: ClassVar[Literal["programme", "rule"]] = "rule"
    reaches: ClassVar[Literal["owners", "workers", "people"]] = "workers"
    pulls: ClassVar[tuple[str, ...]] = ("floor", "monitored_formal", "monitored_informal")
    share: float = 0.5

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        instrument.floor = 1.1 * regular_wage * (strength > 0.0)
        instrument.monitored_formal = instrument.monitored_informal = self.share * strength


class ByRoll(MoreInspectors):
    """The same for firms that have joined a programme."""

    name: ClassVar[str] = "by_roll"
    serves: ClassVar[Literal["programme", "rule"]] = "programme"


def test_a_policy_that_pulls_a_floor_and_monitors_is_monitored() -> None:
    state, (books,) = lived(MoreInspectors(start=2, unit_cost=5.0))
    account = state.accounts["more_inspectors"]
    assert state.firms["monitored"].sum() > 10
    assert account.units > 0.0
    assert account.spent == pytest.approx(5.0 * account.units)
    assert books["reached"] > 0.0
    assert "workers.wage" in differing(state, without())


def test_of_a_programme_with_a_roll_those_who_take_part_are_inspected_and_paid_for_once() -> None:
    state, _ = lived(ByRoll(start=2, unit_cost=5.0, capacity=500, share=1.0))
    account, seen = state.accounts["by_roll"], state.firms["monitored"] == 1
    assert seen.any()
    assert not (seen & ~account.enrolment.served).any()
    assert account.spent == pytest.approx(5.0 * account.units)


def test_two_inspectors_see_more_than_one_and_share_the_firms() -> None:
    law = LabourStandards(
        wage_floor=1.1,
        home_workers=False,
        start=2,
        enforcement_formal=0.5,
        enforcement_informal=0.5,
    )
    seen: list[int] = []

    class Looking(Month):
        """Counts right after inspection: some of those seen close in the same month."""

        def standards(self, state: State) -> None:
            super().standards(state)
            seen.append(int(state.firms["monitored"].sum()))
            assert sum(float(each.funds[1]) for each in state.accounts.values()) == seen[-1]

    for policies in ((law,), (law, MoreInspectors(start=2, unit_cost=5.0))):
        state, month = rough_economy(seed=5, policies=policies), Looking()
        for _ in range(3):
            month.advance(state)
        assert all(account.funds[1] > 0.0 for account in state.accounts.values())
    assert seen[0] == seen[3] == 0
    assert seen[4] > seen[1] > 0


def test_a_subclass_of_micro_credit_lends() -> None:
    class FairLoans(MicroCredit):
        """Loans under another name."""

        name: ClassVar[str] = "fair_loans"

    state, (books,) = lived(FairLoans(amount=500.0, rate=0.02, months=4, start=2, take_up=0.6))
    assert state.accounts["fair_loans"].spent > 0.0
    assert books["repaid"] > 0.0
    assert (state.firms["micro_taken"] != 0).any()


class Nameless(Policy):
    """Without a name."""


class Wrong(Policy):
    """Much that the model does not have."""

    name: ClassVar[str] = "wrong_one"
    targets: ClassVar[Literal["person", "household", "firm"]] = "person"
    pulls: ClassVar[tuple[str, ...]] = ("flor", "micro_open", "home_demand")
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("audit",)
    pays: ClassVar[Literal["firms", "households"] | None] = "firms"
    value: ClassVar[str | tuple[str, ...]] = "ammount"


class Mute(MoreInspectors):
    """Pulls, and does not say so."""

    name: ClassVar[str] = "mute_one"
    pulls: ClassVar[tuple[str, ...]] = ()


class Sly(MoreInspectors):
    """Pulls more than it says."""

    name: ClassVar[str] = "sly_one"
    pulls: ClassVar[tuple[str, ...]] = ("floor",)


def test_a_class_that_asks_for_what_there_is_not_is_refused_with_all_that_is_wrong() -> None:
    found = misfits(Wrong)
    assert [each.split(",")[0] for each in found] == [
        "pulls 'flor'",
        "pulls 'home_demand'",
        "marks 'audit'",
        "has the value 'ammount'",
        "pulls 'micro_open' and must therefore target firms",
        "marks firms and must therefore target firms",
        "pays firms and must therefore target firms",
    ]
    assert "(floor?)" in found[0]
    assert misfits(Mute) == [
        "has a method `pull` but declares nothing in `pulls`, so that the method is never called"
    ]
    assert misfits(Nameless) == ["has no name"]
    with pytest.raises(PolicyError, match="Wrong: pulls 'flor'"):
        rough_economy(policies=(Wrong(),))


@pytest.mark.parametrize("name", NAMES)
def test_every_policy_of_the_model_fits_it(name: str) -> None:
    assert misfits(BUILT_IN[name]) == []


def test_a_instrument_pulled_and_not_declared_is_refused() -> None:
    with pytest.raises(PolicyError, match="Sly pulls monitored_formal, monitored_informal"):
        lived(Sly(start=2))


@pytest.mark.parametrize("amount", [-1.0, float("nan"), float("inf")])
def test_a_benefit_that_is_no_amount_of_money_is_refused(amount: float) -> None:
    class Odd(BUILT_IN["cash_transfer"]):  # type: ignore[misc]
        """Pays what nobody can pay."""

        name: ClassVar[str] = "odd_one"

        def benefit(self, tables: object, rows: object) -> float:
            return amount

    with pytest.raises(PolicyError, match="Odd pays"):
        lived(Odd(amount=1.0, start=2))
