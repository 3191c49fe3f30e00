"""Values of any size and sign in rising order, as a stable sort would put them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.measures.value_order import value_order


@given(st.lists(st.floats(allow_nan=False), max_size=60))
def test_the_order_is_that_of_a_stable_sort(values: list[float]) -> None:
    array = np.array(values, dtype=np.float64) + 0.0  # -0.0 and 0.0 are one value to a sort
    assert np.array_equal(value_order(array), np.argsort(array, kind="stable"))


def test_values_that_differ_in_the_last_bit_alone_are_told_apart() -> None:
    one = np.float64(1.0)
    assert value_order(
        np.array([np.nextafter(one, 2.0), one, np.nextafter(one, 0.0)])
    ).tolist() == [
        2,
        1,
        0,
    ]


def test_values_that_share_their_leading_bits_are_sorted_too() -> None:
    """One far away takes the leading bits for itself, so that the others need all of theirs."""
    close = 1.0 + np.random.default_rng(1).permutation(3_000) * 2.0**-50
    values = np.concatenate([close, [-1e300, 0.0, 1e300]])
    assert np.array_equal(value_order(values), np.argsort(values, kind="stable"))


def test_large_samples_are_sorted_by_longer_digits() -> None:
    values = np.random.default_rng(2).lognormal(size=20_000).round(3)
    assert np.array_equal(value_order(values), np.argsort(values, kind="stable"))
