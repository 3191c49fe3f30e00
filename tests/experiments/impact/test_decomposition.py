"""Chance and inputs taken apart: known variances are found again, and nothing is invented."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.impact.decomposition import decompose

LUCK = np.random.default_rng(3)


def table(inputs: float, shared: float, own: float, draws: int, seeds: int) -> np.ndarray:
    """Draws by seeds with these standard deviations and a mean of 10."""
    return (
        10
        + inputs * LUCK.normal(size=(draws, 1))
        + shared * LUCK.normal(size=(1, seeds))
        + own * LUCK.normal(size=(draws, seeds))
    )


def test_the_variances_that_were_put_in_are_found_on_average() -> None:
    found = [decompose(table(2.0, 1.0, 0.5, 12, 8)) for _ in range(400)]
    assert np.mean([each.variance_inputs for each in found]) == pytest.approx(4.0, rel=0.1)
    assert np.mean([each.variance_chance for each in found]) == pytest.approx(1.25, rel=0.1)


def test_without_inputs_that_matter_the_interval_from_inputs_is_narrow() -> None:
    widths = []
    for _ in range(100):
        found = decompose(table(0.0, 0.0, 1.0, 20, 5))
        widths.append(found.inputs_high - found.inputs_low)
    naive = 2 * 1.96 / np.sqrt(5)  # what means over five seeds scatter by chance alone
    assert np.median(widths) < 0.5 * naive


def test_the_interval_from_inputs_holds_what_the_draws_come_to() -> None:
    found = decompose(table(2.0, 0.0, 3.0, 4000, 4))
    assert found.inputs_high - found.inputs_low == pytest.approx(2 * 1.96 * 2.0, rel=0.08)


def test_chance_that_all_draws_share_is_not_taken_for_inputs() -> None:
    found = decompose(10 + np.zeros((5, 1)) + LUCK.normal(size=(1, 9)))
    assert found.variance_inputs == 0
    assert found.inputs_low == found.inputs_high == found.value
    assert found.chance_low < found.value < found.chance_high


def test_a_draw_that_failed_is_left_out_and_one_seed_tells_nothing_of_chance() -> None:
    y = table(1.0, 1.0, 1.0, 6, 4)
    y[2] = np.nan
    assert decompose(y).draws == 5
    lonely = decompose(y[:, :1])
    assert np.isnan(lonely.chance_low)
    assert np.isnan(lonely.variance_inputs)


def test_four_draws_end_at_the_outermost_and_not_between_them() -> None:
    found = decompose([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [9.0, 9.0]])  # chance does nothing
    assert (found.inputs_low, found.inputs_high) == (0.0, 9.0)
