"""What counts as the same result: every bit, and nothing but what is kept."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from made_results import result

from poverty_nodes.experiments.runs.store.sameness import differences

GIVEN = result(0.1)


def test_a_number_of_numpy_is_the_number_that_the_store_gives_back() -> None:
    row = MappingProxyType({"policy": "a", "spent": np.float64(0.1)})
    assert differences(replace(GIVEN, programme=(row,)), GIVEN) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"programme": ({"policy": "a", "spent": np.nextafter(0.1, 1)},)}, "programme"),
        ({"conservation": 5e-324}, "conservation"),
        ({"units": {"P0": "%"}}, "units"),
        ({"people": {}}, "people.id is in one only"),
        ({"months": np.array([0, 2], dtype=np.int32)}, "months: by up to 1"),
        ({"values": -GIVEN.values}, "values: by up to 0.2"),
    ],
)
def test_the_smallest_difference_is_named(change: dict, words: str) -> None:
    assert differences(replace(GIVEN, **change), GIVEN) == [words]
