"""Poverty measures against examples that can be followed with a pencil."""

import math

import numpy as np
import pytest

from poverty_nodes.model.measures import poverty
from poverty_nodes.model.measures.inequality import gini

# Haughton and Khandker (2009), Handbook on Poverty and Inequality, chapter 4: country C, line 125.
HANDBOOK = [100, 110, 150, 160]
# The ten incomes in the manual of the R package `ineq`; its pov(x, 2000) is their Watts index.
INEQ = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
ONCE = [1, 1, 1, 1]


def test_the_handbook_example_has_headcount_one_half():
    assert poverty.headcount(HANDBOOK, ONCE, 125) == 0.5


def test_the_handbook_example_has_the_printed_poverty_gap():
    by_hand = (25 / 125 + 15 / 125) / 4
    assert by_hand == pytest.approx(0.08)
    assert poverty.poverty_gap(HANDBOOK, ONCE, 125) == pytest.approx(by_hand)


def test_the_handbook_example_has_the_printed_squared_poverty_gap():
    by_hand = (0.20**2 + 0.12**2) / 4
    assert by_hand == pytest.approx(0.0136)
    assert poverty.squared_poverty_gap(HANDBOOK, ONCE, 125) == pytest.approx(by_hand)


def test_the_handbook_example_has_the_watts_index_worked_by_hand():
    by_hand = (math.log(125 / 100) + math.log(125 / 110)) / 4
    assert poverty.watts(HANDBOOK, ONCE, 125) == pytest.approx(by_hand)


def test_the_watts_index_agrees_with_the_r_package_ineq():
    assert poverty.watts(INEQ, np.ones(10), 2000) == pytest.approx(0.162014123921756)


def test_the_handbook_example_has_the_sen_index_worked_by_hand():
    # The two poor have 100 and 110: mean difference over all four pairs 5, mean 105.
    gini_of_poor = (0 + 10 + 10 + 0) / (2 * 2 * 2 * 105)
    by_hand = 0.5 * gini_of_poor + 0.08 * (1 - gini_of_poor)
    assert poverty.sen(HANDBOOK, ONCE, 125) == pytest.approx(by_hand)


def test_the_handbook_example_has_the_sen_shorrocks_thon_index_worked_by_hand():
    # Gaps 0.20 0.12 0 0; their differences, each pair once: 0.08 0.20 0.20 0.12 0.12 0; mean 0.08.
    gini_of_gaps = (0.08 + 0.20 + 0.20 + 0.12 + 0.12 + 0) / (4 * 4 * 0.08)
    by_hand = 0.5 * (0.08 / 0.5) * (1 + gini_of_gaps)
    assert poverty.sen_shorrocks_thon(HANDBOOK, ONCE, 125) == pytest.approx(by_hand)


def test_the_sen_shorrocks_thon_index_agrees_with_its_rank_weighted_form():
    # Shorrocks (1995): the sum over the poor, poorest first, of (2n - 2i + 1) gap_i, over n^2.
    by_rank = ((20 - 2 + 1) * (2000 - 541) + (20 - 4 + 1) * (2000 - 1463)) / 2000 / 10**2
    assert poverty.sen_shorrocks_thon(INEQ, np.ones(10), 2000) == pytest.approx(by_rank)


def test_the_sen_index_agrees_with_its_rank_weighted_form():
    # Sen (1976) weights the gaps of the q poor by rank; without his small-sample q / (q + 1) the
    # weights are 2q - 2i + 1, here 3 and 1, and the sum is over q n z.
    by_rank = (3 * (2000 - 541) + 1 * (2000 - 1463)) / (2 * 10 * 2000)
    assert poverty.sen(INEQ, np.ones(10), 2000) == pytest.approx(by_rank)


def test_the_sen_index_uses_the_gini_among_the_poor_and_not_of_everybody():
    p0, p1 = 0.5, 0.08
    of_everybody = gini(HANDBOOK, ONCE)
    wrong = p0 * of_everybody + p1 * (1 - of_everybody)
    assert abs(poverty.sen(HANDBOOK, ONCE, 125) - wrong) > 0.01


def test_persons_count_by_their_weight():
    # A household of six at 100 and one of two at 200, line 125: six of eight persons are poor.
    assert poverty.headcount([100, 200], [6, 2], 125) == 6 / 8
    assert poverty.poverty_gap([100, 200], [6, 2], 125) == pytest.approx(6 * 0.2 / 8)


def test_who_lives_exactly_at_the_line_is_not_poor():
    for alpha in (0, 0.5, 1, 2):
        assert poverty.foster_greer_thorbecke([125.0], [1], 125.0, alpha) == 0
    assert poverty.watts([125.0], [1], 125.0) == 0


@pytest.mark.parametrize(
    "measure",
    [
        poverty.headcount,
        poverty.poverty_gap,
        poverty.squared_poverty_gap,
        poverty.watts,
        poverty.sen,
        poverty.sen_shorrocks_thon,
    ],
)
def test_where_nobody_is_poor_every_measure_is_zero(measure):
    assert measure([200, 300, 400], [1, 2, 3], 125) == 0


@pytest.mark.parametrize(
    "measure",
    [poverty.headcount, poverty.poverty_gap, poverty.squared_poverty_gap, poverty.sen],
)
def test_where_nobody_has_anything_poverty_is_complete(measure):
    assert measure([0, 0, 0], [1, 2, 3], 125) == pytest.approx(1)


def test_where_all_are_equally_poor_sen_and_sen_shorrocks_thon_are_the_poverty_gap():
    assert poverty.sen([100, 100, 100], [1, 2, 3], 125) == pytest.approx(0.2)
    assert poverty.sen_shorrocks_thon([100, 100, 100], [1, 2, 3], 125) == pytest.approx(0.2)


def test_no_welfare_at_all_enters_the_watts_index_at_its_floor_and_is_counted():
    index = poverty.watts([0, -3, 200], [2, 1, 1], 100, floor_share=0.01)
    assert index == pytest.approx(3 * math.log(100) / 4)
    assert poverty.persons_floored([0, -3, 200], [2, 1, 1], 100, floor_share=0.01) == 3


@pytest.mark.parametrize("measure", [poverty.headcount, poverty.watts, poverty.sen])
def test_an_empty_group_has_no_poverty_rate(measure):
    assert math.isnan(measure([], [], 125))
    assert math.isnan(measure([100], [0], 125))


def test_a_line_of_zero_is_refused():
    with pytest.raises(ValueError, match="line must be above 0"):
        poverty.headcount(HANDBOOK, ONCE, 0)


def test_a_negative_alpha_is_refused():
    with pytest.raises(ValueError, match="alpha"):
        poverty.foster_greer_thorbecke(HANDBOOK, ONCE, 125, -1)


def test_a_floor_outside_zero_to_one_is_refused():
    with pytest.raises(ValueError, match="floor"):
        poverty.watts(HANDBOOK, ONCE, 125, floor_share=0)
