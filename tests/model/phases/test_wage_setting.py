"""Reference wages move towards the wage curve at the slack of their place."""

from __future__ import annotations

import pytest

from model.phases import wage_setting
from tests.model.village import OWNER, REGULAR, WAGES, parameters, places, setting, workers

GIVEN = {"wage_speed": 0.1, "wage_curve": 0.07}


def test_slack_is_the_share_of_adults_without_a_post_owners_among_them() -> None:
    people = workers({"post": REGULAR}, {"post": OWNER}, {}, {})
    place = places({})
    wage_setting.move_reference_wages(people, place, parameters(**GIVEN), setting())
    assert place["slack"][0] == 0.75
    assert (place["employment"][0], place["adults"][0]) == (1.0, 4.0)


def test_wages_close_a_tenth_of_the_gap_to_their_curve() -> None:
    people = workers({"post": REGULAR}, {}, {}, {})
    place = places({"base_slack": 0.5})
    wage_setting.move_reference_wages(people, place, parameters(**GIVEN), setting())
    rise = 1.0 + 0.1 * (1.5**-0.07 - 1.0)
    for post in ("skilled_regular", "regular", "casual"):
        assert place[f"wage_{post}"][0] == pytest.approx(WAGES[post] * rise)


def test_home_work_is_paid_its_share_of_the_casual_wage() -> None:
    place = places({})
    wage_setting.move_reference_wages(
        workers({}), place, parameters(**GIVEN), setting(homework_ratio=0.55)
    )
    assert place["wage_homework"][0] == pytest.approx(0.55 * place["wage_casual"][0])


def test_wages_stay_at_base_slack() -> None:
    place = places({"base_slack": 0.5})
    people = workers({"post": REGULAR}, {})
    wage_setting.move_reference_wages(people, place, parameters(**GIVEN), setting())
    assert {post: place[f"wage_{post}"][0] for post in WAGES} == pytest.approx(WAGES)


def test_each_place_has_its_own_slack_and_an_empty_one_keeps_its_wages() -> None:
    place = places({}, {}, {})
    people = workers({"post": REGULAR}, {"place": 1})
    wage_setting.move_reference_wages(people, place, parameters(**GIVEN), setting())
    assert place["slack"].tolist() == [0.0, 1.0, 0.5]
    assert place["wage_regular"][0] > place["wage_regular"][2] == 100.0 > place["wage_regular"][1]


def test_posts_that_stay_empty_raise_pay_of_their_kind_only() -> None:
    place = places({"base_slack": 0.5, "unfilled_regular": 0.5, "base_unfilled_regular": 0.1})
    people = workers({"post": REGULAR}, {})
    terms = {**GIVEN, "scarcity_pay": 0.4}
    wage_setting.move_reference_wages(people, place, parameters(**terms), setting())
    rise = 1.0 + 0.1 * ((0.9 / 0.5) ** 0.4 - 1.0)
    assert place["wage_regular"][0] == pytest.approx(WAGES["regular"] * rise)
    assert place["wage_casual"][0] == pytest.approx(WAGES["casual"])
