"""People age, retire, get hurt and learn; households without work in the trade move."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import MEDICAL, new_flows
from poverty_nodes.model.phases.people import lifecycle
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.model.village import (
    CASUAL,
    FEMALE,
    OWNER,
    REGULAR,
    Dollars,
    Row,
    Table,
    firms,
    households,
    parameters,
    places,
    workers,
)

QUIET = {"accident_yearly": 0.0, "retirement_age": 720.0}


def lived(
    people: Table, standard: float = 0.5, place: Row | None = None, **given: float
) -> tuple[Table, Dollars]:
    """Households and payments after one month of these people's lives."""
    homes, flows = households(*[{"savings": 100.0}] * len(people)), new_flows()
    where = places({"outside_women": 0.6, **(place or {})})
    p = parameters(**{**QUIET, **given})
    table, (at_work, _) = firms({"standard": standard}), rows_by_post(people)
    lifecycle.live(people, at_work, table, homes, where, p, flows, 1, 1)
    return homes, flows


def test_everybody_gets_a_month_older() -> None:
    people = workers({"age": 200}, {"age": 300, "post": OWNER, "employer": 0})
    lived(people)
    assert people["age"].tolist() == [201, 301]
    assert people["generation"].tolist() == [0, 0]


def test_whoever_retires_leaves_work_and_an_heir_takes_the_place() -> None:
    people = workers({"age": 719, "id": 5, "post": REGULAR, "employer": 0, "skill": 1, "sick": 2})
    lived(people)
    heir = people[0]
    assert (heir.post, heir.employer, heir.skill, heir.sick) == (0, -1, 0, 0)
    assert (heir.age, heir.generation) == (lifecycle.YOUNGEST, 1)
    assert heir.id == 5 + lifecycle.NEXT_GENERATION


def test_a_retired_owners_firm_goes_to_the_heir() -> None:
    people = workers({"age": 719, "post": OWNER, "employer": 0})
    lived(people)
    assert (people["post"][0], people["employer"][0]) == (OWNER, 0)
    assert people["generation"][0] == 1


def test_heirs_earn_outside_as_their_gender_does_on_average() -> None:
    people = workers(*[{"age": 719, "gender": i % 2} for i in range(6000)])
    lived(people, outside_spread=0.35)
    women = people["gender"] == FEMALE
    assert people["outside_factor"][~women].mean() == pytest.approx(1.0, abs=0.03)
    assert people["outside_factor"][women].mean() == pytest.approx(0.6, abs=0.03)
    assert np.std(people["ability"]) == pytest.approx(1.0, abs=0.05)


def test_injuries_come_at_their_rate_and_keep_people_from_work() -> None:
    people = workers(*[{"post": CASUAL, "employer": 0}] * 6000)
    lived(people, accident_yearly=0.6, accident_months=3.0)
    assert np.mean(people["sick"] == 3) == pytest.approx(0.05, abs=0.01)
    lived(people)
    assert set(people["sick"].tolist()) == {0, 2}


@pytest.mark.parametrize("post", [0, OWNER])
def test_nobody_outside_or_at_the_head_of_a_firm_is_hurt(post: int) -> None:
    people = workers(*[{"post": post, "employer": 0 if post else -1}] * 500)
    lived(people, accident_yearly=6.0)
    assert not people["sick"].any()


def test_a_firm_that_keeps_the_highest_standard_hurts_nobody() -> None:
    people = workers(*[{"post": CASUAL, "employer": 0}] * 500)
    lived(people, standard=1.0, accident_yearly=6.0)
    assert not people["sick"].any()


def test_medical_costs_are_paid_as_far_as_savings_go() -> None:
    people = workers(*[{"post": CASUAL, "employer": 0}] * 200)
    homes, flows = lived(people, accident_yearly=6.0, accident_cost=0.5)
    hurt = people["sick"] > 0
    assert homes["savings"][hurt] == pytest.approx(np.full(hurt.sum(), 50.0))
    assert flows[MEDICAL] == pytest.approx(50.0 * hurt.sum())
    poor, flows = lived(people, accident_yearly=6.0, accident_cost=99.0)
    assert poor["savings"].min() == 0.0


def test_the_unskilled_learn_at_work_at_the_rate_of_their_gender() -> None:
    people = workers(
        *[{"gender": i % 2, "post": REGULAR, "employer": 0} for i in range(8000)],
        outside_factor=1.0,
    )
    lived(people, place={"learn_men": 0.1, "learn_women": 0.05}, skilled_outside=1.2)
    women, skilled = people["gender"] == FEMALE, people["skill"] == 1
    assert skilled[~women].mean() == pytest.approx(0.1, abs=0.015)
    assert skilled[women].mean() == pytest.approx(0.05, abs=0.015)
    assert people["outside_factor"][skilled] == pytest.approx(np.full(skilled.sum(), 1.2))


def test_nobody_learns_outside_the_trade() -> None:
    people = workers(*[{}] * 500)
    lived(people, place={"learn_men": 1.0, "learn_women": 1.0})
    assert not people["skill"].any()


def town(pay: float) -> tuple[Table, Table, Table]:
    """A household without work in the trade, one with it, and a place that now pays so much more."""
    people = workers({}, {}, {"post": REGULAR, "employer": 0}, {})
    people["household"] = [0, 0, 1, 1]
    homes = households({"first_worker": 0}, {"first_worker": 2}, adults=2, size=3)
    place = places({"base_prospect": 80.0}, {"base_prospect": 80.0, "outside_pay": pay})
    return people, homes, place


def test_a_household_without_work_in_the_trade_moves_as_a_whole() -> None:
    people, homes, place = town(pay=600.0)
    p = parameters(migration=1.0)
    moved = lifecycle.move_between_places(people, homes, place, p, 1, 1)
    assert moved == 1
    assert homes["place"].tolist() == [1, 0]
    assert people["place"].tolist() == [1, 1, 0, 0]
    assert people["migrant"].tolist() == [1, 1, 0, 0]


@pytest.mark.parametrize(("pay", "migration"), [(60.0, 1.0), (600.0, 0.0)])
def test_nobody_moves_without_a_reason(pay: float, migration: float) -> None:
    people, homes, place = town(pay)
    p = parameters(migration=migration)
    assert lifecycle.move_between_places(people, homes, place, p, 1, 1) == 0
    assert not people["place"].any()
