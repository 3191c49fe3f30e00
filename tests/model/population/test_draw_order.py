"""Rows in the order of their draws, as a stable sort would put them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.population.draw_order import draw_order

DRAWS = st.floats(0.0, 1.0, exclude_min=True, exclude_max=True)


@given(st.lists(DRAWS, max_size=60))
def test_the_order_is_that_of_a_stable_sort(draws: list[float]) -> None:
    keys = np.array(draws, dtype=np.float64)
    assert np.array_equal(draw_order(keys), np.argsort(keys, kind="stable"))


def test_keys_that_crowd_in_one_slice_are_sorted_all_the_same() -> None:
    keys = 0.5 + np.array([3.0, 1.0, 2.0, 1.0]) * 1e-12
    assert draw_order(keys).tolist() == [1, 3, 2, 0]


def test_the_largest_draw_there_is_has_a_slice() -> None:
    assert draw_order(np.array([1.0 - 2.0**-53, 2.0**-54])).tolist() == [1, 0]
