"""Numbers do not move by accident.

On the machine that kept them they must be the same to the last bit; on another processor, compiler
or library the last bits of exp and pow may differ, and 1e-9 of each value is allowed. If a change is
meant to move results: `python -m tests.golden.update`, and say so in CHANGELOG.md.
"""

from __future__ import annotations

import numpy as np
import pytest

from tests.golden import small_town
from tests.golden.small_town import Numbers
from tests.golden.update import moves

ELSEWHERE = 1e-9


@pytest.fixture(scope="module")
def today() -> Numbers:
    return small_town.measured()


def test_the_numbers_of_a_small_town_are_those_that_were_kept(today: Numbers) -> None:
    where, numbers = small_town.kept()
    if where == small_town.machine():
        assert list(moves(numbers, today)) == []
    else:
        assert today.keys() == numbers.keys()
        far = [
            name
            for name in numbers
            if not np.allclose(today[name], numbers[name], rtol=ELSEWHERE, atol=ELSEWHERE)
        ]
        assert far == []


def test_with_later_mechanisms_switched_off_the_numbers_are_those_of_before_them() -> None:
    where, before = small_town.kept(small_town.KEPT_SWITCHED_OFF)
    numbers = small_town.measured(small_town.SWITCHED_OFF)
    if where == small_town.machine():
        changed = list(moves(before, numbers))
        assert [each for each in changed if not each.startswith("new: ")] == []
    else:
        for name in before:
            assert np.allclose(numbers[name], before[name], rtol=ELSEWHERE, atol=ELSEWHERE), name
    new = numbers.keys() - before.keys()
    assert {name for name in new if any(numbers[name])} == set()


def test_the_kept_run_is_one_in_which_something_happens(today: Numbers) -> None:
    assert today["with/programme/micro_credit/reached"][0] > 0.0
    assert today["with/programme/labour_standards/reached"][0] > 0.0
    assert today["with/P0/all"] != today["without/P0/all"]
    assert all(np.isfinite(values).all() for values in today.values())


def test_a_number_that_moves_is_named() -> None:
    old, new = {"a": [1.0, 2.0], "b": [1.0], "c": [3.0]}, {"a": [1.0, 2.2], "c": [3.0], "d": [0.0]}
    assert list(moves(old, new)) == [
        "a: moved by up to 0.1 of its value",
        "gone: b",
        "new: d",
    ]
