import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.bins import BINS, bins_of
from poverty_nodes.experiments.impact.winners import LEAST_REPORTABLE

LINE = 4.20 * 365 / 12


def winners(world, *pairs, **terms):
    runs = [(seed, *pair) for seed, pair in enumerate(pairs, start=1)]
    return assess(runs, world.terms(**terms)).winners.set_index("group")


def test_changes_fall_into_the_five_bins_with_their_limits_inside():
    without = np.full(9, 100.0)
    enacted = np.array([94.9, 95.0, 98.9, 99.0, 100.0, 101.0, 101.1, 105.0, 105.1])
    assert list(bins_of(without, enacted)) == [0, 1, 1, 2, 2, 2, 3, 3, 4]


def test_somebody_who_had_nothing_gains_more_than_five_per_cent():
    assert list(bins_of(np.zeros(2), np.array([1.0, 0.0]))) == [4, 2]


def test_limits_hold_for_numbers_kept_in_single_precision():
    without = np.float32([33.3, 71.7, 123.4]).astype(float)
    enacted = (np.float32([33.3, 71.7, 123.4]) * np.float32(1.05)).astype(float)
    assert list(bins_of(without, enacted)) == [3, 3, 3]


def test_if_everybody_gains_ten_per_cent_all_are_in_the_last_bin(world):
    table = winners(world, *[world.pair([100, 200, 300], [110, 220, 330])] * 2)
    row = table.loc["all"]
    assert row["gain_over_5"] == 1
    assert row["losing"] == 0
    assert row["gaining"] == 1
    assert row["mean_change"] == pytest.approx(20)
    assert row["percent_change"] == pytest.approx(10)
    assert (row["low"], row["high"]) == (row["mean_change"], row["mean_change"])
    assert row["sign_certain"] == 1


def test_a_policy_without_effect_gives_exact_zeros_in_every_group(world, towns):
    runs = towns(3, 2000, effect=0.0)
    table = assess(runs, world.terms()).winners
    for name in ("mean_change", "low", "high", "percent_change", "P0_change", "P1_change"):
        assert (table[name] == 0).all(), name
    assert (table["P2_change_high"] == 0).all()
    assert (table["same"] == 1).all()
    assert table["sign_certain"].isna().all()


def test_persons_are_weighted_by_how_many_they_stand_for(world):
    table = winners(world, *[world.pair([100, 100], [110, 100], weight=[30.0, 10.0])] * 2)
    row = table.loc["all"]
    assert row["n"] == 40
    assert row["gain_over_5"] == 0.75
    assert row["mean_change"] == pytest.approx(7.5)


def test_groups_add_up_to_the_whole_in_every_dimension(world, towns):
    table = assess(towns(2, 500), world.terms()).winners
    whole = table.iloc[0]
    for dimension in (
        "gender",
        "skill",
        "contract",
        "social_group",
        "migrant",
        "tier",
        "node",
        "decile",
    ):
        rows = table[table["dimension"] == dimension]
        assert rows["n"].sum() == pytest.approx(whole["n"]), dimension
        total = (rows["n"] * rows["mean_change"]).sum() / whole["n"]
        assert total == pytest.approx(whole["mean_change"], rel=0.02), dimension


def test_bins_of_a_group_sum_to_one(world, towns):
    table = assess(towns(2, 500), world.terms()).winners
    assert table[list(BINS)].sum(axis=1).to_numpy() == pytest.approx(1.0)


def test_the_headcount_changes_by_the_persons_who_cross_the_line(world):
    pair = world.pair([LINE - 10, LINE - 10, LINE + 10, 500], [LINE + 1, LINE - 5, LINE + 20, 500])
    row = winners(world, pair, pair).loc["all"]
    assert row["P0_without"] == 50
    assert row["P0_with"] == 25
    assert row["P0_change"] == -25
    assert row["P0_sign_certain"] == 1
    # gaps: 10 and 10 without, 5 with, over four persons
    assert row["P1_change"] == pytest.approx(100 * (5 - 20) / LINE / 4, rel=1e-5)
    assert row["P2_change"] == pytest.approx(100 * (25 - 200) / LINE**2 / 4, rel=1e-5)


def test_earnings_are_means_over_adults_not_over_persons(world):
    without, enacted = world.pair(
        [100, 100], [100, 100], weight=[1.0, 9.0], earnings_final=[50, 50]
    )
    enacted.people["earnings_final"][:] = [70, 50]
    row = winners(world, (without, enacted)).loc["all"]
    assert row["earnings_change"] == 10


def test_the_sign_is_certain_in_the_share_of_seeds_that_agree(world):
    up = world.pair([100], [110])
    down = world.pair([100], [99])
    row = winners(world, up, up, up, down).loc["all"]
    assert row["mean_change"] > 0
    assert row["sign_certain"] == 0.75
    assert row["low"] < 0 < row["high"]


def test_a_group_is_thin_below_thirty_simulated_adults(world):
    gender = [1] * (LEAST_REPORTABLE - 1) + [0] * LEAST_REPORTABLE
    pair = world.pair([100] * len(gender), [101] * len(gender), gender=gender)
    table = winners(world, pair, pair)
    assert bool(table.loc["gender=female", "thin"])
    assert not bool(table.loc["gender=male", "thin"])


def test_groups_that_nobody_is_in_are_left_out(world):
    table = winners(world, world.pair([100], [110]))
    assert "contract=homework" not in table.index
    assert "gender=female" not in table.index


def test_a_group_that_is_empty_in_one_seed_is_judged_by_the_others(world):
    both = world.pair([100, 100], [110, 120], gender=[0, 1])
    men = world.pair([100, 100], [110, 120], gender=[0, 0])
    row = winners(world, both, both, men).loc["gender=female"]
    assert row["mean_change"] == pytest.approx(20)
    assert row["n"] == pytest.approx(20 / 3)
