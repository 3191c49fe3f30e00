"""A seed is one whole number, however it is spelt."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.face.seed import one_seed


@pytest.mark.parametrize("given", [5, np.int64(5), np.uint8(5), "5"])
def test_whole_numbers_of_any_make_are_the_same_seed(given: int | str) -> None:
    assert one_seed(given, None) == one_seed(None, given) == 5
    assert type(one_seed(given, None)) is int


@pytest.mark.parametrize("given", [1.5, 1.0, "many", np.random.default_rng(1), (1, 2)])
def test_what_is_not_a_whole_number_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="a seed is a whole number"):
        one_seed(given, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [-1, 2**63, "-3"])
def test_numbers_out_of_range_are_refused(given: int | str) -> None:
    with pytest.raises(ValueError, match="from 0 to"):
        one_seed(given, None)


def test_both_spellings_at_once_are_refused() -> None:
    with pytest.raises(ValueError, match="not both"):
        one_seed(1, 1)
