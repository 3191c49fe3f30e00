"""Numbers read off frames, on paper."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.readings import concentration, rank_correlation


def test_concentration_is_one_for_a_monopoly_and_one_over_n_for_equals() -> None:
    assert concentration(np.array([5.0])) == 1.0
    assert concentration(np.full(4, 2.0)) == 0.25


def test_rank_correlation_looks_at_order_alone() -> None:
    first = np.array([1.0, 2.0, 3.0, 4.0])
    assert rank_correlation(first, np.exp(first)) == pytest.approx(1.0)
    assert rank_correlation(first, -first) == pytest.approx(-1.0)
    assert np.isnan(rank_correlation(first, np.ones(4)))
