"""Many rows are judged together: fewer are flagged than one by one, and hardly any where there is nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.impact.family import chance_of_luck, family_of, holm
from poverty_nodes.experiments.impact.interval import over_seeds


def table_of(samples: np.ndarray) -> pd.DataFrame:
    """Rows as the tables of groups have them, from samples (seeds, rows)."""
    found = over_seeds(samples)
    return pd.DataFrame({"mean_change": found.mean, "low": found.low, "high": found.high})


def test_the_chance_of_luck_agrees_with_a_t_test():
    from scipy.stats import ttest_1samp

    samples = np.random.default_rng(1).normal(0.3, 1.0, (6, 8))
    found = over_seeds(samples)
    wanted = ttest_1samp(samples, 0.0).pvalue
    assert chance_of_luck(found.mean, found.low, found.high, 6) == pytest.approx(wanted)


def test_of_rows_without_any_change_a_twentieth_is_flagged_and_rarely_one_holds():
    draw = np.random.default_rng(2)
    families = [family_of(table_of(draw.normal(0, 1, (5, 60))), 5) for _ in range(200)]
    assert np.mean([each.flagged for each in families]) == pytest.approx(3.0, abs=0.4)
    assert families[0].by_luck == pytest.approx(3.0)
    assert np.mean([each.gaining + each.losing > 0 for each in families]) < 0.09


def test_what_is_far_from_luck_holds_in_the_family_by_its_sign():
    draw = np.random.default_rng(3)
    samples = draw.normal(0, 1, (10, 20))
    samples[:, 0] += 50
    samples[:, 1] -= 50
    found = family_of(table_of(samples), 10)
    assert (found.gaining, found.losing) == (1, 1)


def test_holm_is_stricter_than_one_by_one_and_laxer_than_dividing_by_all():
    chances = np.array([0.0004, 0.02, 0.6, 0.024])
    assert holm(chances).tolist() == [True, False, False, False]
    assert holm(np.array([0.01, 0.02, 0.001])).all()


def test_one_seed_makes_no_family():
    assert family_of(table_of(np.ones((1, 5))), 1) is None
