"""Quits by contract, and layoffs: the last in first out, regular posts slowly and with severance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from poverty_nodes.model.ledger import SEVERANCE, new_flows
from poverty_nodes.model.phases.labour import separations
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.model.village import (
    CASUAL,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILLED_REGULAR,
    Dollars,
    Heads,
    Table,
    firms,
    households,
    parameters,
    places,
    workers,
)

RATES = ("quit_skilled_regular", "quit_regular", "quit_casual", "quit_homework")
POSTS = (SKILLED_REGULAR, REGULAR, CASUAL, HOMEWORK)


def quit_at(table: Table, **rates: float) -> Heads:
    """The staff of one firm after quits at the given rates, all others 0."""
    staff = np.full((1, 4), 9, dtype=np.int32)
    given = dict.fromkeys(RATES, 0.0) | rates
    at_work, outside = rows_by_post(table)
    stayed = np.empty_like(at_work)
    towns = places({"turnover": 1.0}, {"turnover": 4.0})
    p = parameters(**given)
    separations.quit_posts(table, at_work, outside, towns, p, staff, stayed, 1, 1)
    assert np.array_equal(stayed, table["employer"][at_work])
    return staff


def index(people: Table, start: NDArray[np.int64], order: NDArray[np.int32]) -> None:
    """List the workers of each firm, nobody having quit."""
    at_work, _ = rows_by_post(people)
    separations.index_by_firm(at_work, people["employer"][at_work], start, order)


def cut(table: Table, people: Table, wanted: list[int], **given: float) -> tuple[Heads, Dollars]:
    """Lay off in one firm down to the wanted posts; hands back the staff and the payments."""
    start, order = np.zeros(len(table) + 1, np.int64), np.zeros(len(people), np.int32)
    index(people, start, order)
    staff = np.zeros((len(table), 4), np.int32)
    hired = (people["post"] > 0) & (people["post"] < OWNER)
    np.add.at(staff, (people["employer"][hired], people["post"][hired] - 1), 1)
    flows, homes = new_flows(), households(*[{}] * len(people))
    target = np.array([wanted], np.int32)
    p = parameters(**given)
    separations.lay_off(table, people, homes, p, target, staff, start, order, flows)
    assert flows[SEVERANCE] == pytest.approx(homes["income"].sum())
    assert flows[SEVERANCE] == pytest.approx(table["severance"].sum())
    return staff, flows


@pytest.mark.parametrize(("post", "rate"), list(zip(POSTS, RATES, strict=True)))
def test_each_contract_quits_at_its_own_rate(post: int, rate: str) -> None:
    table = workers(*[{"post": each} for each in POSTS], employer=0, tenure=5)
    staff = quit_at(table, **{rate: 1.0})
    gone = table["post"] == 0
    assert np.flatnonzero(gone).tolist() == [POSTS.index(post)]
    assert staff.sum() == 3
    assert table["tenure"][~gone].tolist() == [6, 6, 6]
    assert (table["employer"][gone], table["tenure"][gone]) == (-1, 0)


def test_owners_and_those_outside_do_not_quit() -> None:
    table = workers({"post": OWNER, "employer": 0}, {})
    staff = quit_at(table, **dict.fromkeys(RATES, 1.0))
    assert table["post"].tolist() == [OWNER, 0]
    assert not staff.any()


def test_quits_come_at_their_rate_over_many_people() -> None:
    table = workers(*[{"post": CASUAL}] * 20_000, employer=0)
    staff = quit_at(table, quit_casual=0.05)
    assert 1 - staff[0, 2] / 20_000 == pytest.approx(0.05, abs=0.005)


@pytest.mark.parametrize(
    ("post", "share"), [(REGULAR, 0.2), (SKILLED_REGULAR, 0.2), (CASUAL, 0.05)]
)
def test_a_place_where_regular_posts_change_hands_more_often_has_its_own_rate_for_them(
    post: int, share: float
) -> None:
    table = workers(*[{"post": post, "place": 1}] * 20_000, employer=0)
    staff = quit_at(table, **dict.fromkeys(RATES, 0.05))
    assert 1 - staff.sum() / 20_000 == pytest.approx(share, abs=0.01)


@given(employers=st.lists(st.integers(-1, 4), max_size=40))
def test_the_index_lists_each_firms_workers_once_in_their_order(employers: list[int]) -> None:
    table = workers(*[{"employer": f, "post": 3 if f >= 0 else 0} for f in employers])
    start, order = np.full(6, 77, np.int64), np.full(len(employers), 77, np.int32)
    index(table, start, order)
    for f in range(5):
        assert order[start[f] : start[f + 1]].tolist() == [
            row for row, each in enumerate(employers) if each == f
        ]


def test_owners_are_not_among_a_firms_hands() -> None:
    start, order = np.zeros(2, np.int64), np.zeros(2, np.int32)
    both = workers({"employer": 0, "post": OWNER}, {"employer": 0, "post": REGULAR})
    index(both, start, order)
    assert (start.tolist(), order[0]) == ([0, 1], 1)


def test_the_last_in_is_the_first_out() -> None:
    people = workers(*[{"tenure": t} for t in (9, 2, 5)], employer=0, post=CASUAL)
    staff, _ = cut(firms({}), people, [0, 0, 1, 0])
    assert people["post"].tolist() == [CASUAL, 0, 0]
    assert staff.tolist() == [[0, 0, 1, 0]]


def test_casual_and_home_workers_go_at_once_and_without_severance() -> None:
    people = workers(*[{}] * 10, employer=0, post=HOMEWORK, wage=50.0)
    staff, flows = cut(firms({"formal": 1}), people, [0, 0, 0, 3], layoff_limit=0.15)
    assert staff[0, 3] == 3
    assert flows[SEVERANCE] == 0.0


def test_regular_posts_are_cut_within_the_limit_and_one_at_least() -> None:
    many = workers(*[{}] * 20, employer=0, post=REGULAR)
    few = workers(*[{}] * 2, employer=0, post=REGULAR)
    assert cut(firms({}), many, [0, 0, 0, 0], layoff_limit=0.1)[0][0, 1] == 18
    assert cut(firms({}), few, [0, 0, 0, 0], layoff_limit=0.1)[0][0, 1] == 1


def test_a_registered_firm_owes_severance_to_the_regular_workers_it_dismisses() -> None:
    people = workers({"wage": 120.0, "tenure": 1}, {"wage": 90.0, "tenure": 9}, employer=0)
    people["post"] = SKILLED_REGULAR
    table = firms({"formal": 1})
    _, flows = cut(table, people, [1, 0, 0, 0], severance_months=2.0)
    assert flows[SEVERANCE] == pytest.approx(240.0)


def test_an_unregistered_firm_owes_nothing() -> None:
    people = workers({"wage": 120.0}, employer=0, post=REGULAR)
    _, flows = cut(firms({"formal": 0}), people, [0, 0, 0, 0], severance_months=2.0)
    assert people["post"][0] == 0
    assert flows[SEVERANCE] == 0.0


def test_open_posts_dismiss_nobody() -> None:
    people = workers({}, {}, employer=0, post=REGULAR)
    staff, _ = cut(firms({}), people, [3, 4, 5, 6])
    assert staff.tolist() == [[0, 2, 0, 0]]
    assert people["post"].tolist() == [REGULAR, REGULAR]
