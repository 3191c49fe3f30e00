"""Courses teach some of those who attend, cost all of them time, and make no posts."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies.vocational_training import VocationalTraining
from tests.model.policies.pair import enacted, reached, without
from tests.small_economy import live, rough_economy

COURSE = VocationalTraining(start=2, end=6, take_up=0.8, learns=0.6, stipend=20.0)


def test_more_people_are_skilled_and_by_less_than_were_trained() -> None:
    state, bare = enacted(COURSE), without()
    trained = reached(state, "vocational_training")
    more = int(state.workers["skill"].sum()) - int(bare.workers["skill"].sum())
    assert 0 < more < trained.sum()
    assert not state.workers["certified"][~trained].any()


def test_trainees_give_up_the_hours_that_lessons_take() -> None:
    policy = COURSE.model_copy(update={"stipend": 0.0})
    state = live(rough_economy(scale=0.005, policies=(policy,)), 2)
    w = state.workers
    attending = (w["in_training"] > 0.0) & (w["post"] == 0) & (w["certified"] == 0)
    assert attending.any()
    full = state.places["outside_pay"][w["place"]] * w["outside_factor"]
    assert w["earnings"][attending] == pytest.approx((1.0 - COURSE.time) * full[attending])


def test_skilled_posts_stay_as_many_so_that_others_are_displaced() -> None:
    state, bare = enacted(COURSE), without()
    held, before = (int((each.workers["post"] == 1).sum()) for each in (state, bare))
    learned = int(state.workers["certified"].sum())
    assert held - before < 0.5 * learned


def test_stipends_are_paid_for_the_months_of_the_course() -> None:
    account = enacted(COURSE).accounts["vocational_training"]
    trainees = int(account.reached.sum())
    most = account.units * COURSE.months * COURSE.stipend
    assert 0.0 < account.benefits <= most + 1e-6
    assert account.units >= trainees  # whoever has retired since is no longer among them
    assert account.delivered == pytest.approx(account.units * COURSE.unit_cost)


def test_a_course_that_teaches_nothing_takes_no_time() -> None:
    idle = COURSE.model_copy(update={"learns": 0.0})
    marks = idle.marks(None, np.zeros(1, dtype=np.int64))  # type: ignore[arg-type]
    assert marks == {"in_training": 0.0, "trade_training_chance": 0.0}
