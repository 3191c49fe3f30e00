"""Lessons teach some, and what was learned in a course fades where no post uses it."""

from __future__ import annotations

import pytest

from poverty_nodes.model.phases.people import training
from tests.model.village import NONE, SKILLED_REGULAR, Table, parameters, workers

MANY = 2000


def taught(people: Table, months: int = 1, **given: float) -> Table:
    p = parameters(**given)
    for month in range(1, months + 1):
        training.teach(people, p, 1, month)
    return people


def test_a_share_of_trainees_learns_and_earns_more_outside() -> None:
    people = taught(
        workers(*[{"trade_training_chance": 0.3, "in_training": 0.5}] * MANY), skilled_outside=1.2
    )
    learned = people["skill"] == 1
    assert learned.mean() == pytest.approx(0.3, abs=0.04)
    assert people["certified"].tolist() == people["skill"].tolist()
    assert people["outside_factor"][learned] == pytest.approx(1.2)
    assert people["outside_factor"][~learned] == pytest.approx(1.0)


def test_who_is_skilled_already_learns_nothing_new_in_a_trade_course() -> None:
    people = taught(workers({"trade_training_chance": 1.0, "skill": 1}))
    assert (people["certified"][0], people["outside_factor"][0]) == (0, 1.0)


def test_a_technical_course_teaches_work_at_machines_even_the_skilled() -> None:
    people = taught(
        workers({"technical_training_chance": 1.0, "skill": 1}, {"technical_training_chance": 1.0})
    )
    assert people["technical"].tolist() == [1, 1]
    assert people["certified"].tolist() == [0, 1]


def test_a_trade_fades_without_a_skilled_post_and_keeps_in_one() -> None:
    idle = {"skill": 1, "certified": 1, "technical": 1, "outside_factor": 1.2, "post": NONE}
    rows = [idle] * MANY + [{**idle, "post": SKILLED_REGULAR, "employer": 0}] * 5
    people = taught(workers(*rows), months=1, skill_fading=0.1, skilled_outside=1.2)
    lost = people["skill"][:MANY] == 0
    assert lost.mean() == pytest.approx(0.1, abs=0.03)
    assert not people["technical"][:MANY][lost].any()
    assert people["outside_factor"][:MANY][lost] == pytest.approx(1.0)
    assert people["skill"][MANY:].all()


def test_skill_learned_at_work_never_fades() -> None:
    people = taught(workers({"skill": 1}), months=50, skill_fading=1.0)
    assert people["skill"][0] == 1
