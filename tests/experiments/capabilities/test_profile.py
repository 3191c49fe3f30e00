"""The dual cut-off against the worked example of Alkire and Foster (2011), and the identities that hold always."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from poverty_nodes.experiments.capabilities.profile import (
    below,
    checked_weights,
    gaps_below,
    profile,
    reaches,
    scores,
)

ACHIEVED = [[13.1, 14, 4, 1], [15.2, 7, 5, 0], [12.5, 10, 1, 0], [20, 11, 3, 1]]
CUTOFFS = [13, 12, 3, 1]
EQUAL = [0.25] * 4
INDICATORS, ROWS = 5, 24

flags = arrays(np.bool_, (ROWS, INDICATORS))
weights = arrays(np.float64, INDICATORS, elements=st.floats(0.01, 1)).map(lambda w: w / w.sum())
people = arrays(np.float64, ROWS, elements=st.floats(0.1, 50))
cuts = st.floats(0.01, 1)


@pytest.mark.parametrize(
    ("k", "levels", "censored", "parts"),
    [
        (1 / 4, (0.75, 0.5833, 0.4375, 0.2107, 0.1659), (0.25, 0.75, 0.25, 0.5), (0.143, 0.429, 0.143, 0.286)),
        (1 / 2, (0.50, 0.75, 0.375, 0.2055, 0.1655), (0.25, 0.5, 0.25, 0.5), (0.167, 0.333, 0.167, 0.333)),
        (3 / 4, (0.25, 1.0, 0.25, 0.1170, 0.0921), (0.25, 0.25, 0.25, 0.25), (0.25, 0.25, 0.25, 0.25)),
    ],
)  # fmt: skip
def test_the_worked_example_comes_out_at_each_cut_off(k, levels, censored, parts):
    found = profile(below(ACHIEVED, CUTOFFS), EQUAL, k, gaps=gaps_below(ACHIEVED, CUTOFFS))
    assert pytest.approx(levels, abs=5e-5) == [found.H, found.A, found.M0, found.M1, found.M2]
    assert found.hdk == pytest.approx(censored)
    assert found.pctb == pytest.approx(parts, abs=5e-4)


def test_the_worked_example_comes_out_with_nested_weights():
    found = profile(below(ACHIEVED, CUTOFFS), [1 / 2, 1 / 6, 1 / 6, 1 / 6], 1 / 2)
    assert (float(found.H), float(found.M0)) == pytest.approx((0.25, 0.25))
    assert found.pctb == pytest.approx([0.5, 1 / 6, 1 / 6, 1 / 6])


@given(flags, weights, people, cuts)
def test_m0_is_h_times_a_and_the_sum_of_weighted_censored_headcounts(deprived, w, n, k):
    found = profile(deprived, w, k, n)
    assert float(found.M0) == pytest.approx(float(found.H) * np.nan_to_num(float(found.A)))
    assert float(found.M0) == pytest.approx(float((w * found.hdk).sum()))
    assert (found.hdk <= found.hd + 1e-12).all()


@given(flags, weights, people, cuts)
def test_groups_add_up_by_their_share_of_the_population(deprived, w, n, k):
    halves = np.zeros((2, ROWS))
    halves[0, : ROWS // 3], halves[1, ROWS // 3 :] = n[: ROWS // 3], n[ROWS // 3 :]
    parts, whole = profile(deprived, w, k, halves), profile(deprived, w, k, n)
    share = halves.sum(axis=1) / n.sum()
    assert float((share * parts.M0).sum()) == pytest.approx(float(whole.M0))
    assert share @ parts.hdk == pytest.approx(whole.hdk)


@given(flags, weights, cuts, cuts)
def test_m0_falls_as_the_cut_off_rises(deprived, w, one, other):
    low, high = sorted((one, other))
    assert profile(deprived, w, low).M0 >= profile(deprived, w, high).M0


@given(flags, flags, weights, cuts)
def test_a_change_of_m0_is_the_weighted_sum_of_changes_of_censored_headcounts(one, other, w, k):
    before, after = profile(one, w, k), profile(other, w, k)
    by_indicator = w * (after.hdk - before.hdk)
    assert float(after.M0 - before.M0) == pytest.approx(float(by_indicator.sum()), abs=1e-12)


@given(flags, weights, people, cuts)
def test_a_pattern_that_many_share_counts_as_they_do_one_by_one(deprived, w, n, k):
    patterns, which = np.unique(deprived, axis=0, return_inverse=True)
    counts = np.bincount(which.ravel(), n, len(patterns))
    one, other = profile(patterns, w, k, counts), profile(deprived, w, k, n)
    assert float(one.M0) == pytest.approx(float(other.M0))
    assert one.hd == pytest.approx(other.hd)


def test_an_ordinal_indicator_may_be_rescaled_without_a_change_of_m0():
    squared = np.array(ACHIEVED) ** [1, 1, 1, 3]
    assert profile(below(squared, [13, 12, 3, 1]), EQUAL, 0.5).M0 == 0.375


@pytest.mark.parametrize("parts", [3, 7, 9, 11])
def test_a_third_is_reached_in_whatever_order_its_parts_are_added(parts):
    w = np.full(3 * parts, 1 / (3 * parts))
    rows = np.zeros((3, 3 * parts))
    rows[0, :parts], rows[1, ::3], rows[2, -parts:] = 1, 1, 1
    assert reaches(scores(rows, w), 1 / 3).all()
    rows[0, 0] = rows[1, 0] = rows[2, -1] = 0
    assert not reaches(scores(rows, w), 1 / 3).any()


def test_a_sum_that_misses_its_cut_off_by_a_rounding_reaches_it():
    w = np.array([0.1, 0.2, 0.7])
    assert w[0] + w[1] != 0.3
    assert reaches(scores([[1, 1, 0]], w), 0.3 + 1e-16).all()
    assert reaches([0.3 - 1e-12], 0.3).all()


def test_nobody_in_a_group_has_no_profile_and_nobody_deprived_has_no_intensity():
    found = profile([[1, 0], [0, 0]], [0.5, 0.5], 1.0, [[0, 0], [1, 1]])
    assert np.isnan([found.M0[0], *found.hd[0]]).all()
    assert (found.M0[1], found.H[1]) == (0.0, 0.0)
    assert np.isnan([found.A[1], *found.pctb[1]]).all()


def test_weights_cut_offs_and_populations_that_mean_nothing_are_refused():
    for wrong in ([0.5, 0.6], [1.5, -0.5]):
        with pytest.raises(ValueError, match="sum to 1"):
            checked_weights(wrong)
    for k in (0.0, 1.1, -1.0):
        with pytest.raises(ValueError, match="k is above 0"):
            reaches([0.5], k)
    with pytest.raises(ValueError, match="for each row"):
        profile([[1, 0]], [0.5, 0.5], 0.5, [1.0, 2.0])
    with pytest.raises(ValueError, match="above 0"):
        gaps_below([[1.0]], [0.0])


def test_m0_of_four_hundred_thousand_adults_takes_less_than_fifty_milliseconds_of_a_core():
    rng = np.random.default_rng(1)
    deprived, n = rng.random((400_000, 5)) < 0.4, rng.uniform(1, 3, 400_000)
    taken = []
    for _ in range(5):
        start = time.process_time()
        profile(deprived, [0.2] * 5, 1 / 3, n)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.05
