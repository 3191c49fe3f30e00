"""Whatever two policies do together, and whenever each begins and ends, no money is made and none is lost."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.experiments.question.composition import default_terms
from poverty_nodes.model.ledger import FLOWS, INDEX
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import BUILT_IN, Policy
from poverty_nodes.model.policies.terms.composition import clashes
from tests.every_policy import NAMES, policy
from tests.small_economy import rough_economy

SCALE = 0.01
MONTHS = 10
RISKS = {"accident_yearly": 0.4}
"""So that insurers have something to pay in a small town."""
PAIRS = [pair for pair in combinations(NAMES, 2) if not clashes([policy(name) for name in pair])]
FROM_PROGRAMME = [number for number, (_, payer, _) in enumerate(FLOWS) if payer == "programme"]
TO_PROGRAMME = [number for number, (_, _, payee) in enumerate(FLOWS) if payee == "programme"]


@st.composite
def terms(draw: st.DrawFn) -> dict[str, object]:
    """A time to begin, to grow and to end, and money that may run out: some of all."""
    start = draw(st.integers(1, 6))
    return {
        "start": start,
        "end": draw(st.none() | st.integers(start, MONTHS)),
        "ramp": draw(st.sampled_from([0, 0, 2, 4])),
        "budget": draw(st.sampled_from([None, None, 2_000.0, 50_000.0, 500_000.0])),
        "payer": draw(st.sampled_from(["government", "donor", "buyers", "firms", "association"])),
        "take_up": draw(st.sampled_from([0.3, 1.0])),
        "leakage": draw(st.sampled_from([0.0, 0.3])),
    }


def enacted(name: str, changed: dict[str, object]) -> Policy:
    """A policy with its own terms but some."""
    return BUILT_IN[name].model_validate({**default_terms(name), **changed})


def check_every_month(*policies: Policy) -> None:
    """Live through the months; every dollar that programmes give is one that they were given in that month."""
    state = rough_economy(scale=SCALE, parameters=RISKS, policies=policies)
    month = Month()
    spent = 0.0
    for _ in range(MONTHS):
        month.advance(state)
        given = float(state.flows[TO_PROGRAMME].sum())
        assert float(state.flows[FROM_PROGRAMME].sum()) == pytest.approx(given, abs=1e-6)
        before, spent = spent, sum(each.spent for each in state.accounts.values())
        assert given == pytest.approx(spent - before, abs=1e-6)
        for account in state.accounts.values():
            if not account.policy.running(state.month):
                assert account.paid[0] == 0.0
            if account.policy.budget is not None:
                most = account.policy.budget * state.scale
                assert account.spent - account.written_off <= most + 1e-6
    assert state.conservation < 1e-12


@pytest.mark.parametrize("pair", PAIRS, ids=["+".join(pair) for pair in PAIRS])
def test_the_second_goes_on_where_the_first_has_not_begun_or_is_over(pair: tuple[str, str]) -> None:
    first, second = pair
    check_every_month(
        enacted(first, {"start": 4, "end": 7, "take_up": 1.0}),
        enacted(second, {"start": 1, "take_up": 1.0}),
    )


@settings(max_examples=30)
@given(pair=st.sampled_from(PAIRS), one=terms(), other=terms())
def test_any_two_policies_at_any_times_keep_money(
    pair: tuple[str, str], one: dict[str, object], other: dict[str, object]
) -> None:
    check_every_month(enacted(pair[0], one), enacted(pair[1], other))


INSURERS = ("social_protection", "home_worker_inclusion")


@settings(max_examples=25)
@given(one=terms(), other=terms())
def test_each_insurer_bears_what_it_has_promised_while_it_runs(
    one: dict[str, object], other: dict[str, object]
) -> None:
    check_every_month(enacted(INSURERS[0], one), enacted(INSURERS[1], other))


@pytest.mark.parametrize("when", [{"start": 3}, {"end": 6}, {"start": 3, "end": 6}])
@pytest.mark.parametrize("which", INSURERS)
def test_both_insurers_pay_in_their_own_time(which: str, when: dict[str, int]) -> None:
    """Found in use: before it began and after it had ended, social protection paid what no budget was asked for."""
    cover: dict[str, dict[str, object]] = {
        "social_protection": {"medical": 0.5, "sick_pay": 0.3},
        "home_worker_inclusion": {"medical": 1.0, "sick_pay": 1.0},
    }
    policies = [
        enacted(
            name, {**cover[name], "start": 1, "take_up": 1.0, **(when if name == which else {})}
        )
        for name in INSURERS
    ]
    state = rough_economy(scale=0.02, parameters=RISKS, policies=tuple(policies))
    month, paid = Month(), {name: np.zeros(8) for name in INSURERS}
    for number in range(8):
        month.advance(state)
        for name in INSURERS:
            paid[name][number] = state.accounts[name].paid[0]
    for each in policies:
        runs = np.array([each.running(number) for number in range(1, 9)])
        assert paid[each.name][runs].sum() > 0.0
        assert not paid[each.name][~runs].any()
    assert state.conservation < 1e-12
    assert state.flows[INDEX["insurance_contributions"]] >= 0.0
