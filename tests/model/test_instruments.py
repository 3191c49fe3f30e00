"""Instruments are neutral until a policy or a shock pulls them."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.instruments import FIELDS, INSTRUMENTS, NOT_ZERO, neutral, set_neutral
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from tests.small_economy import live, rough_economy

CREDIT = MicroCredit(amount=500.0, rate=0.02, months=12)
STANDARDS = LabourStandards(wage_floor=1.05, home_workers=True)


def test_a_month_without_a_policy_has_neutral_instruments() -> None:
    row = neutral()
    assert row.shape == (1,)
    assert {name: row[name][0] for name in INSTRUMENTS.names or ()} == {
        field.name: NOT_ZERO.get(field.name, 0) for field in FIELDS
    }


def test_every_place_has_a_row_of_instruments() -> None:
    assert neutral(3).shape == (3,)
    assert np.all(neutral(3) == neutral())


def test_neutral_instruments_are_made_afresh_each_time() -> None:
    spoilt = neutral()
    spoilt["floor"] = 99.0
    assert neutral()["floor"] == 0.0


def test_all_instruments_of_all_places_are_set_back_to_neutral() -> None:
    pulled = neutral(2)
    for name in INSTRUMENTS.names or ():
        pulled[name] = 7
    set_neutral(pulled)
    assert np.array_equal(pulled, neutral(2))


def test_every_instrument_says_what_it_is() -> None:
    assert [field.name for field in FIELDS if not (field.unit and field.meaning)] == []


def test_a_loan_policy_that_does_not_run_opens_no_lending() -> None:
    row = neutral()
    CREDIT.pull(row[0], 100.0, 0.0)
    assert not row["micro_open"]
    assert row["micro_take_up"] == 0.0


def test_a_standard_that_does_not_run_pulls_no_instrument() -> None:
    row = neutral()
    STANDARDS.pull(row[0], 100.0, 0.0)
    assert row == neutral()


def test_a_standard_sets_its_floor_in_dollars_and_grows_in_enforcement() -> None:
    row = neutral()
    STANDARDS.pull(row[0], 100.0, 0.5)
    assert row["floor"] == pytest.approx(105.0)
    assert row["monitored_formal"] == pytest.approx(0.5 * STANDARDS.enforcement_formal)
    assert row["casual_covered"].all()
    assert row["homework_covered"].all()


def test_pulling_a_instrument_every_month_does_not_compound() -> None:
    state = rough_economy(policies=(CREDIT.model_copy(update={"start": 1}),))
    live(state, 1)
    first = state.instruments.copy()
    live(state, 3)
    assert np.array_equal(state.instruments, first)


def test_instruments_are_neutral_again_when_a_policy_ends() -> None:
    state = rough_economy(policies=(STANDARDS.model_copy(update={"start": 1, "end": 2}),))
    live(state, 2)
    assert np.all(state.instruments != neutral(2))
    live(state, 1)
    assert np.array_equal(state.instruments, neutral(2))
