"""The wild cluster bootstrap, held against refits draw by draw and against another library."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.estimators.fit import Regression, least_squares
from poverty_nodes.experiments.evaluation.inference.wild import wild_p


@pytest.fixture
def regression() -> Regression:
    """Twelve clusters of ten, six of them treated."""
    chance = np.random.default_rng(7)
    cluster = np.repeat(np.arange(12), 10)
    treated = (cluster < 6) * 1.0
    y = chance.normal(0, 1, 120) + chance.normal(0, 0.5, 12)[cluster] + 0.8 * treated
    return Regression(y, np.column_stack([np.ones(120), treated]), np.ones(120), cluster, 1)


def test_over_all_signs_it_is_that_of_the_referee(regression: Regression) -> None:
    """diff-diff 3.13.0, wild_bootstrap_se, goes through all 4,096 signs of twelve clusters and finds 596 beyond.

    The two draws that change nothing, or every sign, give the value itself: here they count, as in an exact test.
    """
    signs = np.array(list(product([-1.0, 1.0], repeat=12)))
    assert wild_p(regression, 0.0, signs=signs) == (0.1455078125 * 4096 + 2) / 4096


def test_it_is_that_of_refitting_every_draw(regression: Regression) -> None:
    chance = np.random.default_rng(3)
    weight = chance.uniform(0.5, 2.0, 120)
    weighted = Regression(regression.y, regression.x, weight, regression.cluster, 1)
    signs = chance.choice([-1.0, 1.0], (200, 12))
    effect = 0.3
    constant = np.average(weighted.y - effect * weighted.x[:, 1], weights=weight)
    under = constant + effect * weighted.x[:, 1]
    found = least_squares(weighted)
    t = abs((found.value - effect) / found.error)
    again = [
        least_squares(
            Regression(
                under + (weighted.y - under) * each[weighted.cluster],
                weighted.x,
                weight,
                weighted.cluster,
                1,
            )
        )
        for each in signs
    ]
    drawn = np.array([abs((each.value - effect) / each.error) for each in again])
    assert wild_p(weighted, effect, signs=signs) == (drawn >= t).mean()


def test_what_was_found_is_never_refuted(regression: Regression) -> None:
    assert wild_p(regression, least_squares(regression).value) == 1.0


def test_a_single_cluster_says_nothing(regression: Regression) -> None:
    one = Regression(regression.y, regression.x, regression.weight, np.zeros(120, np.int64), 1)
    assert np.isnan(wild_p(one, 0.0))
