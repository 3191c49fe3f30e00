"""Inequality measures against examples that can be followed with a pencil, and at their limits."""

import math

import numpy as np
import pytest

from poverty_nodes.model.measures import inequality

# The ten incomes in the manual of the R package `ineq`.
INEQ = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]


def test_two_equal_classes_have_the_gini_of_the_r_package_ineq():
    # Gini(corr = TRUE) prints 0.4444..., which is n / (n - 1) times the uncorrected coefficient.
    welfare = [2] * 5 + [18] * 5
    assert inequality.gini(welfare, np.ones(10)) * 10 / 9 == pytest.approx(0.444444444444444)


def test_the_gini_of_four_people_is_the_mean_difference_over_twice_the_mean():
    # 2 4 8 10: differences, each pair once, 2 6 8 4 6 2 = 28; mean 6.
    by_hand = 2 * 28 / 4**2 / (2 * 6)
    assert inequality.gini([2, 4, 8, 10], [1, 1, 1, 1]) == pytest.approx(by_hand)


def test_the_gini_counts_the_first_trapezium_of_a_lumpy_lorenz_curve():
    # Six persons with 1 and four with 6 have 30 in all; the poor six hold 6 / 30 = 0.2.
    lorenz_area = 0.6 * (0 + 0.2) / 2 + 0.4 * (0.2 + 1) / 2
    assert inequality.gini([1, 6], [6, 4]) == pytest.approx(1 - 2 * lorenz_area)


def test_one_person_with_everything_makes_the_gini_one_less_that_persons_share():
    assert inequality.gini([0, 0, 0, 7], [1, 1, 1, 1]) == pytest.approx(1 - 1 / 4)


def test_the_palma_ratio_of_ten_people_is_the_richest_over_the_four_poorest():
    by_hand = 22261 / (541 + 1463 + 2445 + 3438)
    assert inequality.palma(INEQ, np.ones(10)) == pytest.approx(by_hand)


def test_the_palma_ratio_splits_people_at_the_cuts():
    # Three households of equal size: the top tenth is 0.3 of a household, the bottom four 1.2.
    by_hand = 0.3 * 30 / (1 * 10 + 0.2 * 20)
    assert inequality.palma([10, 20, 30], [5, 5, 5]) == pytest.approx(by_hand)


def test_the_theil_index_of_two_classes_worked_by_hand():
    by_hand = 0.5 * 0.5 * math.log(0.5) + 0.5 * 1.5 * math.log(1.5)
    assert inequality.theil([1, 3], [4, 4]) == pytest.approx(by_hand)


def test_one_person_with_everything_makes_the_theil_index_the_log_of_the_number():
    assert inequality.theil([0, 0, 0, 7], [1, 1, 1, 1]) == pytest.approx(math.log(4))


def test_the_mean_log_deviation_of_two_classes_worked_by_hand():
    by_hand = 0.5 * math.log(2 / 1) + 0.5 * math.log(2 / 3)
    assert inequality.mean_log_deviation([1, 3], [4, 4]) == pytest.approx(by_hand)


def test_the_atkinson_index_agrees_with_the_r_package_ineq():
    assert inequality.atkinson(INEQ, np.ones(10), 0.5) == pytest.approx(0.179659098046342)


def test_the_atkinson_index_at_one_and_two_uses_the_geometric_and_harmonic_means():
    geometric, harmonic = math.sqrt(1 * 4), 2 / (1 / 1 + 1 / 4)
    assert inequality.atkinson([1, 4], [1, 1], 1) == pytest.approx(1 - geometric / 2.5)
    assert inequality.atkinson([1, 4], [1, 1], 2) == pytest.approx(1 - harmonic / 2.5)
    assert inequality.atkinson([1, 4], [1, 1], 0) == 0
    assert inequality.atkinson([0, 4], [1, 1], 1) == 1


@pytest.mark.parametrize(
    "measure", [inequality.gini, inequality.theil, inequality.mean_log_deviation]
)
def test_where_all_are_equal_there_is_no_inequality(measure):
    assert measure([7.3] * 5, [1, 2, 3, 4, 5]) == pytest.approx(0, abs=1e-15)


def test_where_all_are_equal_the_gini_is_exactly_zero_and_palma_a_quarter():
    assert inequality.gini([0.1] * 5, [0.1, 0.2, 0.3, 0.4, 0.5]) == 0
    assert inequality.palma([0.1] * 7, np.ones(7)) == pytest.approx(0.1 / 0.4)


@pytest.mark.parametrize("welfare", [[], [0, 0], [-1, -2]])
def test_without_welfare_inequality_is_not_defined(welfare):
    weights = np.ones(len(welfare))
    for measure in (inequality.gini, inequality.theil, inequality.palma):
        assert math.isnan(measure(welfare, weights))
    assert math.isnan(inequality.mean_log_deviation(welfare, weights))
    assert math.isnan(inequality.atkinson(welfare, weights, 0.5))


def test_negative_welfare_has_a_gini_but_no_theil_index():
    # -1 and 3: mean 1, mean difference 2, so the Gini is 2 / (2 * 1).
    assert inequality.gini([-1, 3], [1, 1]) == pytest.approx(1)
    assert math.isnan(inequality.theil([-1, 3], [1, 1]))


def test_quantiles_are_the_lowest_welfare_that_enough_people_do_not_exceed():
    found = inequality.quantiles([30, 10, 20], [1, 6, 3], [0, 0.5, 0.6, 0.61, 0.9, 1])
    assert found.tolist() == [10, 10, 10, 20, 20, 30]


def test_quantiles_do_not_slip_by_the_rounding_of_weights():
    found = inequality.quantiles([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1], [0.25, 0.5, 0.75])
    assert found.tolist() == [1, 2, 3]


def test_shares_of_quantile_groups_follow_the_lorenz_curve():
    welfare, weights = [10, 20, 30], [5, 5, 5]
    assert inequality.quantile_share(welfare, weights, 0, 0.4) == pytest.approx((10 + 4) / 60)
    thirds = [inequality.quantile_share(welfare, weights, i / 3, (i + 1) / 3) for i in range(3)]
    assert thirds == pytest.approx([10 / 60, 20 / 60, 30 / 60])
    assert inequality.quantile_share(welfare, weights, 0, 1) == pytest.approx(1)


def test_an_empty_group_has_no_quantiles():
    assert np.isnan(inequality.quantiles([], [], [0.5])).all()
    assert math.isnan(inequality.quantile_share([], [], 0, 1))


def test_arguments_out_of_range_are_refused():
    with pytest.raises(ValueError, match="epsilon"):
        inequality.atkinson([1, 2], [1, 1], -1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        inequality.quantiles([1, 2], [1, 1], [1.2])
    with pytest.raises(ValueError, match="lower"):
        inequality.quantile_share([1, 2], [1, 1], 0.8, 0.2)
