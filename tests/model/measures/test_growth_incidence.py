"""Growth by place in the distribution and by person."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.model.measures import poverty
from poverty_nodes.model.measures.growth_incidence import (
    PERCENTILES,
    growth_incidence,
    pro_poor_growth_rate,
    same_person_growth,
)

light = settings(deadline=None, max_examples=50)
population = st.lists(
    st.tuples(st.floats(5, 400), st.floats(5, 400), st.integers(1, 9)), min_size=1, max_size=12
)
ONES = np.ones(4)
BASE = np.array([10.0, 20, 40, 80])


def test_equal_growth_of_all_is_a_flat_curve():
    curve = growth_incidence(BASE, ONES, BASE * 1.1, ONES)
    assert curve.shape == PERCENTILES.shape
    assert curve == pytest.approx(0.1)


def test_two_people_who_change_places_show_in_the_same_person_curve_only():
    swapped = np.array([80.0, 20, 40, 10])
    assert growth_incidence(BASE, ONES, swapped, ONES) == pytest.approx(0)
    by_person = same_person_growth(BASE, swapped, ONES, groups=4)
    assert by_person == pytest.approx([80 / 10 - 1, 0, 0, 10 / 80 - 1])


def test_the_anonymous_curve_compares_samples_of_different_size():
    curve = growth_incidence([10, 30], [1, 1], [12, 12, 33], [1, 1, 2], shares=[0.25, 0.75])
    assert curve == pytest.approx([0.2, 0.1])


def test_a_person_at_a_cut_is_split_between_two_groups():
    # Three persons in two groups: the middle one, 20 -> 40, counts half in each.
    growth = same_person_growth([10, 20, 30], [10, 40, 30], [1, 1, 1], groups=2)
    assert growth == pytest.approx([(10 + 20) / (10 + 10) - 1, (20 + 30) / (10 + 30) - 1])


def test_persons_of_equal_base_welfare_share_one_result_whatever_their_order():
    one = same_person_growth([10, 10], [10, 20], [1, 1], groups=2)
    other = same_person_growth([10, 10], [20, 10], [1, 1], groups=2)
    assert one == pytest.approx(other)
    assert one == pytest.approx([0.5, 0.5])


def test_growth_from_nothing_is_not_defined():
    assert np.isnan(growth_incidence([0, 10], [1, 1], [5, 10], [1, 1], shares=[0.5])).all()
    assert np.isnan(same_person_growth([0, 10], [5, 10], [1, 1], groups=2)).tolist() == [
        True,
        False,
    ]


def test_the_pro_poor_rate_is_the_mean_growth_over_the_poor_quantiles():
    # Line 50: three of four are poor and grow by 0.5, 0.2 and 0.
    final = [15, 24, 40, 200]
    assert pro_poor_growth_rate(BASE, ONES, final, ONES, 50) == pytest.approx((0.5 + 0.2 + 0) / 3)


def test_the_pro_poor_rate_cuts_a_step_of_the_final_distribution_at_the_headcount():
    # Half are poor, at 10. Later three quarters have 12 and the rest 90: the poor half all have 12.
    rate = pro_poor_growth_rate([10, 60], [2, 2], [12, 90], [3, 1], 50)
    assert rate == pytest.approx(0.2)


def test_for_small_growth_the_pro_poor_rate_is_the_fall_of_the_watts_index_over_the_headcount():
    final = BASE * np.array([1.0002, 1.0001, 1.0003, 1])
    fall = poverty.watts(BASE, ONES, 50) - poverty.watts(final, ONES, 50)
    rate = pro_poor_growth_rate(BASE, ONES, final, ONES, 50)
    assert rate == pytest.approx(fall / poverty.headcount(BASE, ONES, 50), rel=1e-3)


def test_without_poor_or_without_people_there_is_no_pro_poor_rate():
    assert math.isnan(pro_poor_growth_rate(BASE, ONES, BASE, ONES, 5))
    assert math.isnan(pro_poor_growth_rate([], [], BASE, ONES, 50))


def test_no_groups_and_unequal_columns_are_refused():
    with pytest.raises(ValueError, match="groups"):
        same_person_growth(BASE, BASE, ONES, groups=0)
    with pytest.raises(ValueError, match="equal length"):
        same_person_growth(BASE, BASE[:3], ONES)


@light
@given(people=population, factor=st.floats(0.5, 2))
def test_equal_growth_of_all_is_the_pro_poor_rate(people, factor):
    base, _, weights = (np.array(column, dtype=float) for column in zip(*people, strict=True))
    line = base.min() + 1
    rate = pro_poor_growth_rate(base, weights, base * factor, weights, line)
    assert rate == pytest.approx(factor - 1, abs=1e-9)


@light
@given(people=population)
def test_a_weight_of_n_is_the_same_as_n_persons(people):
    base, final, weights = (np.array(column, dtype=float) for column in zip(*people, strict=True))
    rows = np.repeat(np.arange(base.size), weights.astype(int))
    weighted = same_person_growth(base, final, weights, groups=5)
    repeated = same_person_growth(base[rows], final[rows], np.ones(rows.size), groups=5)
    assert weighted == pytest.approx(repeated)


@light
@given(people=population)
def test_the_groups_together_grow_as_the_whole(people):
    base, final, weights = (np.array(column, dtype=float) for column in zip(*people, strict=True))
    whole = same_person_growth(base, final, weights, groups=1)
    assert whole == pytest.approx([(weights @ final) / (weights @ base) - 1])
