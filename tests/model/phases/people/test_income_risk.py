"""Outside incomes are drawn anew at their rates, by identity, and about the same mean."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.people.income_risk import renew_shocks
from tests.model.village import OWNER, REGULAR, Table, parameters, workers

MANY = 6000
RISK = {
    "persistent_income_share": 0.3,
    "transitory_income_share": 0.4,
    "persistent_income_renewal": 0.05,
    "transitory_income_renewal": 0.25,
}
NAMES = ("persistent_shock", "transitory_shock")


def many() -> Table:
    return workers(*[{"id": i} for i in range(MANY)])


def lived(people: Table, months: int, **given: float) -> Table:
    for month in range(1, months + 1):
        renew_shocks(people, parameters(**{**RISK, **given}), 1, month, 1)
    return people


def test_without_risk_nobodys_income_changes() -> None:
    people = many()
    before = people.copy()
    lived(people, 3, persistent_income_share=0.0, transitory_income_share=0.0)
    assert (people == before).all()


def test_parts_are_renewed_at_their_rates() -> None:
    people = lived(many(), 1)
    for name, chance in zip(NAMES, (0.05, 0.25), strict=True):
        assert (people[name] != 0.0).mean() == pytest.approx(chance, abs=0.015)


def test_in_the_long_run_shocks_have_no_mean_and_the_spread_of_their_share() -> None:
    people = lived(many(), 150, outside_spread=0.5)
    for name, share in zip(NAMES, (0.3, 0.4), strict=True):
        log = np.log1p(people[name])
        assert people[name].mean() == pytest.approx(0.0, abs=0.02)
        assert log.std() == pytest.approx(0.5 * np.sqrt(share), rel=0.04)


def test_what_is_left_of_a_shock_falls_with_its_rate() -> None:
    people = lived(many(), 150)
    then = people.copy()
    for month in range(151, 163):
        renew_shocks(people, parameters(**RISK), 1, month, 1)
    for name, chance in zip(NAMES, (0.05, 0.25), strict=True):
        left = np.corrcoef(then[name], people[name])[0, 1]
        assert left == pytest.approx((1.0 - chance) ** 12, abs=0.05)


def test_many_months_at_once_renew_as_often_as_one_by_one() -> None:
    people = many()
    renew_shocks(people, parameters(**RISK), 1, 1, 12)
    assert (people["persistent_shock"] != 0.0).mean() == pytest.approx(1.0 - 0.95**12, abs=0.02)


def test_shocks_go_by_identity_whatever_the_row_and_the_post() -> None:
    people, other = lived(many(), 5), many()[::-1].copy()
    other["post"][::3], other["post"][1::3] = REGULAR, OWNER
    lived(other, 5)
    for name in NAMES:
        assert (other[name][::-1] == people[name]).all()
