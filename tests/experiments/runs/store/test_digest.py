"""Digits of a result: the same where every bit is the same, others where anything differs."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from made_results import result

from poverty_nodes.experiments.runs.store.digest import digest

GIVEN = result(0.1)


def test_the_same_result_made_twice_has_the_same_digits() -> None:
    assert digest(result(0.1)) == digest(GIVEN)
    assert len(digest(GIVEN)) == 64


def test_a_number_of_numpy_is_the_number_that_the_store_gives_back() -> None:
    row = MappingProxyType({"policy": "a", "spent": np.float64(0.1)})
    assert digest(replace(GIVEN, programme=(row,))) == digest(GIVEN)


@pytest.mark.parametrize(
    "change",
    [
        {"programme": ({"policy": "a", "spent": np.nextafter(0.1, 1)},)},
        {"conservation": 5e-324},
        {"units": {"P0": "%"}},
        {"measures": ("P1",)},
        {"people": {}},
        {"people": {"name": np.arange(3)}},
        {"people": {"id": np.arange(3, dtype=np.int32)}},
        {"months": np.array([0, 2], dtype=np.int32)},
        {"values": -GIVEN.values},
        {"values": GIVEN.values.reshape(1, 2, 1)},
    ],
)
def test_the_smallest_difference_gives_other_digits(change: dict) -> None:
    assert digest(replace(GIVEN, **change)) != digest(GIVEN)
