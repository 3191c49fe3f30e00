"""What is believed of a number: the laws of its quantiles, and which shape which kind of number gets."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.scenarios.inputs.distribution import Distribution

MANY = (np.arange(200_000) + 0.5) / 200_000


@st.composite
def distributions(draw: st.DrawFn) -> Distribution:
    low = draw(st.floats(0.001, 10.0))
    width = draw(st.floats(0.01, 100.0))
    at = draw(st.floats(0.0, 1.0))
    kind = draw(st.sampled_from(["measured", "derived", "assumed"]))
    return Distribution.of(kind, low, min(low + at * width, low + width), low + width)


@given(distributions(), st.lists(st.floats(0.0, 1.0), min_size=2, max_size=20))
def test_quantiles_rise_from_the_lower_to_the_upper_end(
    belief: Distribution, levels: list[float]
) -> None:
    found = belief.quantile(sorted(levels))
    assert (np.diff(found) >= -1e-12 * belief.high).all()
    slack = 1e-12 * belief.high
    assert found.min() >= belief.low - slack
    assert found.max() <= belief.high + slack
    assert belief.quantile([0.0, 1.0]) == pytest.approx([belief.low, belief.high])


def test_a_pert_distribution_has_the_mean_that_names_it() -> None:
    drawn = Distribution("PERT", 0.2, 0.3, 0.6).quantile(MANY)
    assert drawn.mean() == pytest.approx((0.2 + 4 * 0.3 + 0.6) / 6, abs=1e-5)


def test_a_triangular_distribution_has_its_mean_and_more_in_its_tails() -> None:
    drawn = Distribution("triangular", 0.2, 0.3, 0.6).quantile(MANY)
    assert drawn.mean() == pytest.approx((0.2 + 0.3 + 0.6) / 3, abs=1e-5)
    assert drawn.std() > Distribution("PERT", 0.2, 0.3, 0.6).quantile(MANY).std()


def test_a_judgement_is_triangular_and_a_figure_of_a_source_pert() -> None:
    assert Distribution.of("assumed", 1.0, 2.0, 3.0).shape == "triangular"
    assert Distribution.of("measured", 1.0, 2.0, 3.0).shape == "PERT"
    assert Distribution.of("derived", 1.0, 2.0, 3.0).shape == "PERT"


def test_a_range_over_a_factor_of_four_is_about_orders_of_magnitude() -> None:
    wide, narrow = (Distribution.of("assumed", 1.0, 2.0, high) for high in (4.0, 3.9))
    assert wide.logarithmic
    assert not narrow.logarithmic
    assert not Distribution.of("assumed", 0.0, 0.1, 0.9).logarithmic  # zero has no logarithm
    assert float(wide.quantile(0.5)) == pytest.approx(2.0)  # symmetric on the logarithm
