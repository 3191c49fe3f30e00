import numpy as np
import pytest

from poverty_nodes.experiments.impact.interval import (
    NO_RATIO,
    by_population,
    cost_ratio,
    ends_of,
    ends_words,
    over_seeds,
    yield_ratio,
)
from poverty_nodes.model.lives import seed_of


def test_the_interval_is_students_of_the_mean_over_seeds():
    spread = over_seeds([1.0, 2.0, 3.0])
    # sd 1, standard error 1/sqrt(3), t(0.975, 2 degrees) 4.302653
    assert spread.mean == 2
    assert spread.low == pytest.approx(2 - 4.302653 / np.sqrt(3))
    assert spread.high == pytest.approx(2 + 4.302653 / np.sqrt(3))


def test_one_seed_has_a_mean_but_no_interval_and_nothing_certain():
    spread = over_seeds([5.0])
    assert spread.mean == 5
    assert np.isnan(spread.low)
    assert np.isnan(spread.high)
    assert not spread.certain


def test_a_seed_without_the_number_does_not_count():
    spread = over_seeds([[1.0, np.nan], [3.0, np.nan]])
    assert spread.mean[0] == 2
    assert np.isnan(spread.mean[1])
    assert list(spread.seeds) == [2, 0]


def test_the_sign_is_certain_in_the_share_of_seeds_that_have_the_sign_of_the_mean():
    assert over_seeds([1.0, 2.0, -0.5, 3.0]).sign_certain == 0.75
    assert over_seeds([-1.0, -2.0]).sign_certain == 1
    assert over_seeds([1.0, 0.0]).sign_certain == 0.5


def test_exact_zeros_have_an_interval_of_zero_and_no_sign_that_seeds_could_agree_on():
    spread = over_seeds(np.zeros(4))
    assert (spread.mean, spread.low, spread.high) == (0, 0, 0)
    assert np.isnan(spread.sign_certain)
    assert not spread.certain


def test_gains_and_losses_that_cancel_up_to_rounding_have_no_sign():
    spread = over_seeds([0.1, 0.2, -0.3])
    assert spread.mean == 0
    assert np.isnan(spread.sign_certain)


def test_equal_values_do_not_seem_to_vary():
    spread = over_seeds([0.1, 0.1, 0.1])
    assert spread.low == spread.mean == spread.high


def test_an_interval_covers_the_truth_about_95_times_in_100():
    draws = np.random.default_rng(1).normal(1.0, 2.0, (8, 4000))
    spread = over_seeds(draws)
    covered = ((spread.low < 1) & (spread.high > 1)).mean()
    assert covered == pytest.approx(0.95, abs=0.015)


def test_a_cost_for_each_unit_is_the_ratio_of_the_means():
    ratio = cost_ratio([100.0, 100.0, 100.0], [10.0, 11.0, 9.0])
    assert ratio.value == pytest.approx(10)
    assert ratio.low < 10 < ratio.high


def test_a_cost_that_goes_exactly_with_the_effect_has_no_uncertainty():
    ratio = cost_ratio([200.0, 220.0, 210.0], [100.0, 110.0, 105.0])
    assert ratio.low == pytest.approx(2)
    assert ratio.high == pytest.approx(2)


def test_there_is_no_cost_for_each_unit_of_an_effect_that_may_be_none():
    assert cost_ratio([100.0, 100.0, 100.0], [5.0, -3.0, 1.0]) is NO_RATIO


def test_there_is_no_cost_for_each_unit_of_harm():
    assert cost_ratio([100.0, 100.0], [-5.0, -5.1]) is NO_RATIO


def test_one_seed_gives_no_ratio():
    assert cost_ratio([100.0], [5.0]) is NO_RATIO


def test_a_cost_is_never_negative_at_its_lower_end():
    ratio = cost_ratio([0.0, 1.0, 0.0, 8.0], [9.0, 10.0, 11.0, 10.0])
    assert ratio.low == 0
    assert ratio.high > ratio.value > 0


def test_fiellers_interval_covers_the_true_ratio_about_95_times_in_100():
    draw = np.random.default_rng(2)
    inside = 0
    for _ in range(1500):
        shared = draw.normal(0, 5, 10)
        ratio = cost_ratio(300 + 2 * shared + draw.normal(0, 10, 10), 100 + shared)
        inside += ratio.low < 3 < ratio.high
    assert inside / 1500 == pytest.approx(0.95, abs=0.02)


def test_an_effect_for_a_dollar_may_be_harm_and_has_an_interval():
    ratio = yield_ratio([-5.0, -7.0, -6.0], [10.0, 10.0, 10.0])
    assert ratio.value == pytest.approx(-0.6)
    assert ratio.low < -0.6 < ratio.high < 0


def test_an_effect_for_a_dollar_is_the_inverse_of_the_cost_for_a_unit():
    cost, effect = [100.0, 104.0, 99.0, 101.0], [10.0, 11.0, 9.0, 10.5]
    there, back = yield_ratio(effect, cost), cost_ratio(cost, effect)
    assert 1 / there.value == pytest.approx(back.value)
    assert (1 / there.high, 1 / there.low) == pytest.approx((back.low, back.high))


def test_there_is_no_effect_for_a_dollar_if_none_may_be_spent():
    assert yield_ratio([1.0, 2.0], [0.0, 0.0]) is NO_RATIO
    assert yield_ratio([1.0], [10.0]) is NO_RATIO


def test_a_seed_that_failed_is_left_out_of_an_effect_for_a_dollar():
    whole = yield_ratio([1.0, 2.0], [10.0, 11.0])
    assert yield_ratio([1.0, np.nan, 2.0], [10.0, 5.0, 11.0]) == whole


def test_fewer_than_forty_draws_have_a_range_and_more_their_middle() -> None:
    few, many = np.arange(39.0), np.arange(401.0)
    assert ends_of(few) == (0.0, 38.0)
    assert ends_words(39) == "range"
    assert ends_of(many) == pytest.approx((10.0, 390.0))
    assert ends_words(401) == "middle 95 %"
    assert np.isnan(ends_of([])).all()


@pytest.mark.parametrize("alike", [0.0, 0.2, 0.6])
def test_the_interval_over_populations_covers_however_alike_lives_are(alike):
    draw, covered = np.random.default_rng(5), []
    seeds = [seed_of(number, life) for number in range(5) for life in range(4)]
    for _ in range(3000):
        shared = np.sqrt(alike) * np.repeat(draw.normal(size=5), 4)
        samples = shared + np.sqrt(1 - alike) * draw.normal(size=20)
        found = over_seeds(by_population(samples, seeds))
        covered.append(found.low < 0 < found.high)
    assert np.mean(covered) == pytest.approx(0.95, abs=0.015)


def test_a_life_without_a_number_is_left_out_of_its_populations_mean():
    seeds = [1, seed_of(1, 1), 2, seed_of(2, 1)]
    found = by_population([1.0, np.nan, np.nan, np.nan], seeds)
    assert found[0] == 1.0
    assert np.isnan(found[1])
