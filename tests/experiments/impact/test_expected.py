"""Effects that are known, on made-up populations: what is expected of persons, and what luck alone would give."""

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.impact.bins import LIMITS
from poverty_nodes.experiments.impact.expected import (
    Estimates,
    chance_below,
    chance_change,
    expected_change,
    expected_of,
    expected_rise,
    relative_change,
)

MEANS = np.array([-0.06, 0.02, 0.06, 0.0, 0.03])
SPREADS = np.array([0.07, 0.05, 0.1, 0.07, 0.08])


def true_changes(draw, shape, kind, tenth):
    """Changes by kind and tenth: normal, lopsided, of few only and then large, or none."""
    middle, size = MEANS[kind] + 0.003 * tenth, kind.size
    if shape == "normal":
        return middle + SPREADS[kind] * draw.normal(size=size)
    if shape == "lopsided":
        return middle + SPREADS[kind] * (draw.gamma(2, size=size) - 2) / np.sqrt(2)
    if shape == "few":
        heavy = 0.25 * np.sign(kind - 1.5) + 0.05 * draw.normal(size=size)
        return np.where(draw.random(size) < 0.06 + 0.01 * tenth, heavy, 0.0)
    return np.zeros(size)


def toy(seed, shape="normal", lives=4, people=3000, churn=0.06, luck_alone=False):
    """Estimates of five populations, and the true changes; luck moves all, and a part of the people much more.

    Other lives of the same people have another number of lives: their truth is drawn first.
    """
    draw, made, true = np.random.default_rng(seed), [], []
    people_of = [(draw.integers(0, 5, people), draw.integers(0, 10, people)) for _ in range(5)]
    changes = [true_changes(draw, shape, kind, tenth) for kind, tenth in people_of]
    levels = [100 * np.exp(0.5 * draw.normal(size=people)) for _ in range(5)]
    for (kind, tenth), change, level in zip(people_of, changes, levels, strict=True):
        groups = np.concatenate([np.eye(5, dtype=bool)[kind], np.eye(10, dtype=bool)[tenth]], 1)
        without = level * np.exp(0.2 * draw.normal(size=(lives, people)) - 0.02)
        moved = np.where(draw.random((lives, people)) < 0.4, 1.5, 0.3)
        enacted = without * (1 + change) + level * churn * moved * draw.normal(size=(lives, people))
        found = relative_change(without, enacted, luck_alone)
        made.append(Estimates(*found, np.ones(people), groups, kind, lives - 1 - luck_alone))
        true.append(change)
    return made, np.concatenate(true)


def in_bins(found):
    """The share of persons in each bin by what is expected of them, in per cent."""
    below = [np.concatenate([chance_below(one, end) for one in found]).mean() for end in LIMITS]
    return 100 * np.diff([0.0, *below, 1.0])


def truly_in_bins(true):
    """The same of changes that are known."""
    return 100 * np.diff([0.0, *((true <= end).mean() for end in LIMITS), 1.0])


@pytest.mark.parametrize("shape", ["normal", "lopsided", "few", "none"])
def test_shares_are_unbiased_by_less_than_half_a_point_whatever_the_effects_look_like(shape):
    off = []
    for seed in range(6):
        estimates, true = toy(seed, shape)
        off.append(in_bins(expected_of(estimates)) - truly_in_bins(true))
    assert np.abs(np.mean(off, axis=0)).max() < 0.5


def test_single_estimates_would_be_far_off_where_luck_is_large():
    estimates, true = toy(1, "few", churn=0.12)
    single = np.concatenate([each.value for each in estimates])
    assert truly_in_bins(single)[0] - truly_in_bins(true)[0] > 10
    assert abs(in_bins(expected_of(estimates))[0] - truly_in_bins(true)[0]) < 1


def test_shares_repeat_in_other_lives_of_the_same_people():
    four, eight = (in_bins(expected_of(toy(3, lives=lives)[0])) for lives in (4, 8))
    assert np.abs(four - eight).max() < 1.5


def test_luck_alone_moves_hardly_anybody():
    found = in_bins(expected_of(toy(2, luck_alone=True)[0]))
    assert found[2] > 98
    assert found[0] + found[4] < 0.5


def test_luck_alone_has_as_much_luck_as_the_change_and_no_effect():
    change, alone = (toy(4, "few", luck_alone=each)[0] for each in (False, True))
    noise = [np.mean([one.noise.mean() for one in each]) for each in (change, alone)]
    assert noise[1] == pytest.approx(noise[0], rel=0.03)
    spread = np.mean([one.value.var() for one in alone])
    assert spread == pytest.approx(noise[1], rel=0.05)


def test_no_effect_and_no_luck_is_exactly_nobody():
    estimates, _ = toy(2, "none", churn=0.0)
    assert list(in_bins(expected_of(estimates))) == [0.0, 0.0, 100.0, 0.0, 0.0]


def test_of_those_who_are_named_four_in_five_at_least_do_lose():
    estimates, true = toy(4)
    named = np.concatenate([chance_below(each, LIMITS[1]) > 0.8 for each in expected_of(estimates)])
    assert 0.01 < named.mean() < (true < LIMITS[1]).mean()
    assert (true[named] < LIMITS[1]).mean() > 0.8


def test_means_of_groups_stay_as_they_are():
    estimates, _ = toy(5)
    found = expected_of(estimates)
    kind = np.concatenate([each.kind for each in estimates])
    for number in range(5):
        mine = kind == number
        ours = np.concatenate([expected_change(each) for each in found])[mine].mean()
        assert ours == pytest.approx(
            np.concatenate([each.value for each in estimates])[mine].mean(), abs=0.002
        )


def test_a_group_is_told_only_if_its_interval_leaves_out_nothing():
    assert np.concatenate([each.told for each in expected_of(toy(5)[0])]).mean() > 0.8
    alone = [
        np.mean([each.told.mean() for each in expected_of(toy(seed, "none")[0])])
        for seed in range(10)
    ]
    assert np.mean(alone) < 0.15


def test_a_single_life_cannot_tell_luck_from_policy():
    with pytest.raises(ValueError, match="single life"):
        expected_of(toy(1, lives=1)[0])


def test_the_noise_of_a_ratio_leaves_out_what_the_level_brings():
    without = np.array([[50.0], [100.0], [150.0], [100.0]])
    change, noise = relative_change(without, 1.2 * without)
    assert change == pytest.approx([0.2])
    assert noise == pytest.approx([0.0], abs=1e-30)


def test_the_chance_of_poverty_changes_by_the_share_of_lives():
    change, noise = chance_change(
        np.array([[1.0], [1.0], [0.0], [1.0]]), np.array([[0.0], [1.0], [0.0], [0.0]])
    )
    assert change == pytest.approx([-0.5])
    assert noise == pytest.approx([1 / 3 / 4])


def test_rises_less_falls_are_the_expected_change():
    found = expected_of(toy(6)[0])[0]
    mirrored = replace(found, mean=-found.mean)
    rises, falls = expected_rise(found), expected_rise(mirrored)
    assert rises - falls == pytest.approx(expected_change(found))
    assert (rises >= 0).all()
    assert (falls >= 0).all()
