"""First jobs: whole posts, filled by the people that the case says."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.synthesis.jobs import FILLED, base_posts
from tests.small_economy import cluster, synthesised

OWNER = 5


@pytest.fixture(scope="module")
def town() -> State:
    return synthesised(scale=0.1)


def test_posts_of_the_base_month_average_to_the_base_heads(town: State) -> None:
    posts = base_posts(town.firms, town.seed)
    alive = town.firms["alive"] == 1
    wanted = town.firms["base_heads"][alive].sum() / FILLED
    assert posts.sum() == pytest.approx(wanted, rel=0.02)
    assert not posts[~alive].any()
    assert np.abs(posts.sum(axis=1) - town.firms["base_heads"] / FILLED).max() <= 4.0


def test_the_staff_table_is_the_count_of_those_who_hold_posts(town: State) -> None:
    w = town.workers[(town.workers["post"] > 0) & (town.workers["post"] < OWNER)]
    staff = np.zeros_like(town.workspace.staff)
    np.add.at(staff, (w["employer"], w["post"] - 1), 1)
    assert np.array_equal(town.workspace.staff, staff)


def test_no_firm_has_more_people_than_posts_and_few_posts_stay_open(town: State) -> None:
    posts = base_posts(town.firms, town.seed)
    assert np.all(town.workspace.staff <= posts)
    assert town.workspace.staff.sum() > 0.97 * posts.sum()


def test_skilled_posts_are_held_by_the_skilled(town: State) -> None:
    holders = town.workers[town.workers["post"] == 1]
    assert len(holders) > 0
    assert np.all(holders["skill"] == 1)


@pytest.mark.parametrize("kind", range(4))
def test_women_hold_their_share_of_each_kind_of_post(town: State, kind: int) -> None:
    name = ("skilled_regular", "regular", "casual", "homework")[kind]
    wanted = getattr(cluster().workers.women, name).value
    here = (town.workers["post"] == kind + 1) & (town.workers["place"] == 0)
    assert town.workers["gender"][here].mean() == pytest.approx(wanted, abs=0.02)


def test_people_work_where_they_live(town: State) -> None:
    w = town.workers[town.workers["employer"] >= 0]
    assert np.array_equal(town.firms["place"][w["employer"]], w["place"])
