"""Reference wages move towards the wage curve at the slack of their place."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.labour import reference_wages
from tests.model.village import WAGES, Table, firms, households, parameters, places, setting

GIVEN = {"wage_speed": 0.1, "wage_curve": 0.07}


def move(place: Table, hired: int, adults: int, **terms: float) -> None:
    """A month of a place with one firm, in which so many of its adults have a regular post."""
    reference_wages.move_reference_wages(
        households({"adults": adults}),
        firms({}),
        np.array([[0, hired, 0, 0]], dtype=np.int32),
        place,
        parameters(**{**GIVEN, **terms}),
        setting(),
    )


def test_slack_is_the_share_of_adults_without_a_hired_post() -> None:
    place = places({})
    move(place, 1, adults=4)
    assert place["slack"][0] == 0.75
    assert (place["employment"][0], place["adults"][0]) == (1.0, 4.0)


def test_wages_close_a_tenth_of_the_gap_to_their_curve() -> None:
    place = places({"base_slack": 0.5})
    move(place, 1, adults=4)
    rise = 1.0 + 0.1 * (1.5**-0.07 - 1.0)
    for post in ("skilled_regular", "regular", "casual"):
        assert place[f"wage_{post}"][0] == pytest.approx(WAGES[post] * rise)


def test_home_work_is_paid_its_share_of_the_casual_wage() -> None:
    place = places({})
    nobody = np.zeros((1, 4), dtype=np.int32)
    reference_wages.move_reference_wages(
        households({}), firms({}), nobody, place, parameters(**GIVEN), setting(homework_ratio=0.55)
    )
    assert place["wage_homework"][0] == pytest.approx(0.55 * place["wage_casual"][0])


def test_wages_stay_at_base_slack() -> None:
    place = places({"base_slack": 0.5})
    move(place, 1, adults=2)
    assert {post: place[f"wage_{post}"][0] for post in WAGES} == pytest.approx(WAGES)


def test_each_place_has_its_own_slack_and_an_empty_one_keeps_its_wages() -> None:
    place = places({}, {}, {})
    staff = np.array([[0, 1, 0, 0], [0, 0, 0, 0]], dtype=np.int32)
    reference_wages.move_reference_wages(
        households({"adults": 1}, {"adults": 1, "place": 1}),
        firms({}, {"place": 1}),
        staff,
        place,
        parameters(**GIVEN),
        setting(),
    )
    assert place["slack"].tolist() == [0.0, 1.0, 0.5]
    assert place["wage_regular"][0] > place["wage_regular"][2] == 100.0 > place["wage_regular"][1]


def test_posts_that_stay_empty_raise_pay_of_their_kind_only() -> None:
    place = places({"base_slack": 0.5, "unfilled_regular": 0.5, "base_unfilled_regular": 0.1})
    move(place, 1, adults=2, scarcity_pay=0.4)
    rise = 1.0 + 0.1 * ((0.9 / 0.5) ** 0.4 - 1.0)
    assert place["wage_regular"][0] == pytest.approx(WAGES["regular"] * rise)
    assert place["wage_casual"][0] == pytest.approx(WAGES["casual"])
