"""Values of any size and sign in rising order, as a stable sort would put them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.measures.value_order import value_order


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
