"""One pass over adults adds people and money to the cell that each is in."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.measures import census
from poverty_nodes.model.measures.groups import cell_count, cell_of, group_matrix
from tests.model.village import (
    FEMALE,
    HOMEWORK,
    OWNER,
    SUBCONTRACTOR,
    firms,
    households,
    workers,
)

LINE = 100.0
LINES = np.array([50.0, 100.0, 200.0, 90.0])


def counted() -> NDArray[np.float64]:
    """Three households at a tenth of the scale: poor, at the line, and well off.

    The first has two adults and three dependants at 60 dollars a person, the second one adult at
    exactly the line, the third one adult who owns a firm elsewhere.
    """
    people = workers(
        {"household": 0, "gender": FEMALE, "post": HOMEWORK, "employer": 0, "earnings": 40.0},
        {"household": 0, "earnings": 70.0},
        {"household": 1, "social_group": 1, "earnings": 100.0},
        {"household": 2, "place": 1, "post": OWNER, "employer": 1, "earnings": 500.0},
    )
    homes = households(
        {"adults": 2, "size": 5, "consumption": 300.0},
        {"consumption": 100.0},
        {"consumption": 400.0},
    )
    cells = np.full((cell_count(), census.TOTALS), 9.0)
    table = firms({"tier": SUBCONTRACTOR}, {"tier": 1, "place": 1})
    census.count_cells(people, homes, table, LINE, LINES, 10.0, cells)
    return cells


def test_every_member_of_a_household_is_counted_once() -> None:
    total = counted().sum(axis=0)
    assert total[census.PEOPLE] == pytest.approx(10.0 * (5 + 1 + 1))
    assert total[census.ADULTS] == pytest.approx(40.0)
    assert total[census.EMPLOYED] == pytest.approx(20.0)
    assert total[census.EARNINGS] == pytest.approx(7100.0)


def test_the_poor_are_those_strictly_below_the_line() -> None:
    total = counted().sum(axis=0)
    assert total[census.POOR] == pytest.approx(50.0)
    assert total[census.GAP] == pytest.approx(50.0 * 0.4)
    assert total[census.GAP_2] == pytest.approx(50.0 * 0.16)
    assert total[census.WATTS] == pytest.approx(50.0 * math.log(100.0 / 60.0))


def test_each_line_has_its_own_count() -> None:
    total = counted().sum(axis=0)
    assert total[census.LINE_0 :].tolist() == [0.0, 50.0, 60.0, 50.0]


def test_a_person_stands_in_the_cell_of_her_place_of_work() -> None:
    cells = counted()
    hers = cell_of(0, FEMALE, 0, 0, 0, SUBCONTRACTOR, HOMEWORK)
    assert cells[hers, census.PEOPLE] == pytest.approx(25.0)
    assert cells[hers, census.WELFARE] == pytest.approx(25.0 * 60.0)
    assert cells[hers, census.EARNINGS] == pytest.approx(400.0)
    assert np.count_nonzero(cells[:, census.PEOPLE]) == 4


def test_groups_are_sums_of_cells() -> None:
    labels, matrix = group_matrix()
    people = matrix @ counted()[:, census.PEOPLE]
    by_label = dict(zip(labels, people, strict=True))
    assert by_label["all"] == pytest.approx(60.0)
    assert by_label["place=dispersed"] == pytest.approx(10.0)
    assert by_label["gender=female"] == by_label["node=subcontractor|homework|female"] == 25.0
    assert by_label["social_group=minority"] == pytest.approx(10.0)
    assert by_label["contract=none"] == pytest.approx(35.0)


def test_a_household_without_any_consumption_has_a_finite_watts_gap() -> None:
    cells = np.zeros((cell_count(), census.TOTALS))
    census.count_cells(workers({}), households({}), firms(), LINE, LINES, 1.0, cells)
    assert np.isfinite(cells).all()
    assert cells.sum(axis=0)[census.GAP] == 1.0
