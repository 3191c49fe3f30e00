"""Laws that hold for every policy there is: nulls leave no trace, money adds up to the cent, instruments are
declared."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from poverty_nodes.model.instruments import INSTRUMENTS, neutral
from poverty_nodes.model.ledger import FLOWS, INDEX
from poverty_nodes.model.policies import BUILT_IN, Policy
from poverty_nodes.model.policies.terms.composition import COMPOSED
from poverty_nodes.model.population import firm, household, worker
from poverty_nodes.model.state import State
from tests.every_policy import NAMES, null_terms, policy
from tests.laws.same import differing
from tests.small_economy import live, rough_economy

MONTHS = 8
RECKONED = {"firms.gap_regular", "firms.gap_casual", "firms.gap_homework"}
"""What lifting workers to a floor would cost: known as soon as there is a floor, enforced or not."""
SEEN = {"firms.monitored"}
"""What an inspector writes down of a firm that he finds in order."""
NULLS = [(name, way) for name in NAMES for way in null_terms(name)]
PAYERS = ("government", "donor", "buyers", "firms", "association")
MARKS = {"firms": firm.MARKS, "workers": worker.MARKS, "households": household.MARKS}


@lru_cache(maxsize=1)
def without() -> State:
    """The economy without any policy."""
    return live(rough_economy(seed=5), MONTHS)


def lived(*policies: Policy) -> State:
    return live(rough_economy(seed=5, policies=policies), MONTHS)


@pytest.mark.parametrize(("name", "way"), NULLS, ids=[f"{name}: {way}" for name, way in NULLS])
def test_a_policy_that_does_nothing_leaves_every_bit_as_it_was(name: str, way: str) -> None:
    state = lived(policy(name, **null_terms(name)[way]))
    assert set(differing(state, without())) - RECKONED == set()


@pytest.mark.parametrize("name", NAMES)
def test_terms_of_zero_do_nothing_by_the_rules_alone(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delivered all the same, a policy that is worth nothing changes no life: only its own marks and its costs show."""
    monkeypatch.setattr(Policy, "does_something", lambda self: True)
    state = lived(policy(name, **null_terms(name)["it is worth nothing"]))
    shown = {f"firms.{mark}" for mark in BUILT_IN[name].marking}
    shown |= {f"{BUILT_IN[name].marked}.{mark}" for mark in BUILT_IN[name].marking}
    assert set(differing(state, without())) - RECKONED - shown - SEEN - {"flows"} == set()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("payer", PAYERS)
def test_the_money_of_a_policy_adds_up_to_the_cent(name: str, payer: str) -> None:
    """What payers gave is what was spent, whoever pays; and what was spent went to somebody."""
    state = rough_economy(seed=5, policies=(policy(name, payer=payer, leakage=0.2),))
    account = state.accounts[name]
    given = spent_on = 0.0
    for _ in range(MONTHS):
        live(state, 1)
        given += sum(state.flows[INDEX[row[0]]] for row in FLOWS if row[2] == "programme")
        spent_on += sum(state.flows[INDEX[row[0]]] for row in FLOWS if row[1] == "programme")
    assert given == pytest.approx(account.spent, abs=0.005)
    assert spent_on == pytest.approx(account.spent, abs=0.005)
    assert state.conservation < 1e-12
    assert account.leaked == pytest.approx(0.25 * (account.delivered + account.benefits), abs=0.005)


@pytest.mark.parametrize("name", NAMES)
def test_a_budget_is_never_overspent(name: str) -> None:
    """Losses on loans are not known beforehand: they alone can exceed it."""
    budget = 20_000.0
    state = lived(policy(name, budget=budget))
    account = state.accounts[name]
    assert account.spent - account.written_off <= budget * state.scale + 1e-6


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_pulls_only_instruments_that_it_declares(name: str) -> None:
    row = neutral()[0]
    policy(name).pull(row, 100.0, 1.0)
    pulled = {field for field in INSTRUMENTS.names or () if row[field] != neutral()[0][field]}
    assert pulled <= set(BUILT_IN[name].pulls)
    assert set(BUILT_IN[name].pulls) <= set(INSTRUMENTS.names or ())


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_sets_only_marks_that_it_declares_and_that_end_with_the_month(name: str) -> None:
    kind = BUILT_IN[name]
    state = rough_economy(seed=5, policies=(policy(name, start=1, end=2),))
    live(state, 2)
    seen = {
        mark.name
        for table, marks in MARKS.items()
        for mark in marks
        if np.any(getattr(state, table)[mark.name] != 0)
    }
    assert seen <= set(kind.marking)
    assert set(kind.marking) <= {mark.name for mark in (MARKS[kind.marked] if kind.marked else ())}
    live(state, 1)
    for table, marks in MARKS.items():
        for mark in marks:
            assert not np.any(getattr(state, table)[mark.name])


def test_what_two_policies_share_is_composed_by_a_declared_rule() -> None:
    names = {*(INSTRUMENTS.names or ()), *(mark.name for marks in MARKS.values() for mark in marks)}
    assert set(COMPOSED) <= names
    assert set(COMPOSED.values()) <= {"sum", "max", "product", "rest"}
