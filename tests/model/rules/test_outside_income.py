"""Parts of outside income: mean one, a spread that adds up, and nothing at all without risk."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.rules.outside_income import factor_now, income_shock, spread_for_life

SPREAD, PERSISTENT, TRANSITORY = 0.5, 0.3, 0.4


def test_the_parts_together_spread_as_far_as_one_for_life_and_leave_the_mean() -> None:
    rng = np.random.default_rng(1)
    z = rng.standard_normal((3, 40_000))
    own = spread_for_life(SPREAD, PERSISTENT, TRANSITORY)
    lifelong = np.exp(own * z[0] - own**2 / 2)
    factors = [
        factor_now(life, income_shock(a, SPREAD, PERSISTENT), income_shock(b, SPREAD, TRANSITORY))
        for life, a, b in zip(lifelong, z[1], z[2], strict=True)
    ]
    assert np.mean(factors) == pytest.approx(1.0, abs=0.01)
    assert np.std(np.log(factors)) == pytest.approx(SPREAD, rel=0.02)


def test_without_risk_a_factor_keeps_every_bit() -> None:
    for factor in (0.1, 1.0 / 3.0, 1.7):
        none = income_shock(2.3, 0.35, 0.0)
        assert factor_now(factor, none, none) == factor
    assert spread_for_life(0.35, 0.0, 0.0) == 0.35
