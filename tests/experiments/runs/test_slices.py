"""Slices of a batch meet in one store and make the same table as one call."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_runs import FakeScenario, fake_run, table
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.runs.executors.computing import Means, computing
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.slices import Slice, SliceDone

BOTH = {"without": FakeScenario(), "with": FakeScenario("with", mischief="raise", unlucky=(4,))}
SEEDS = range(1, 8)


@given(st.integers(0, 200), st.integers(1, 40))
def test_slices_cover_the_whole_once_and_evenly(size: int, of: int) -> None:
    parts = [list(Slice(number, of).part(range(size))) for number in range(1, of + 1)]
    assert [each for part in parts for each in part] == list(range(size))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "-1/3", "1/3/5", ""])
def test_what_is_no_part_of_a_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no part of a whole"):
        Slice.parse(text)


def test_the_last_slice_to_come_has_the_table_of_an_undivided_batch(tmp_path: Path) -> None:
    order, said = [2, 4, 1], []
    for number in order:
        with computing(Means(slice=Slice(number, 4))), pytest.raises(SliceDone) as done:
            execute(BOTH, SEEDS, tmp_path, fake_run)
        said.append((done.value.made, done.value.failed, done.value.missing))
    # The failing run, seed 4 with, is the eighth of fourteen: it is the second slice's by no chance.
    assert said == [(4, 0, (1, 3, 4)), (4, 0, (1, 3)), (3, 0, (3,))]
    with computing(Means(slice=Slice(3, 4))):
        last = execute(BOTH, SEEDS, tmp_path, fake_run)
    assert last.computed == 3
    assert table(last) == table(execute(BOTH, SEEDS, None, fake_run))
    assert [each.seed for each in last.failures] == [4]


def test_a_slice_that_is_typed_again_makes_nothing_twice(tmp_path: Path) -> None:
    for made in (7, 0):
        with computing(Means(slice=Slice(1, 2))), pytest.raises(SliceDone) as done:
            execute(BOTH, SEEDS, tmp_path, fake_run)
        assert done.value.made == made
    assert execute(BOTH, SEEDS, tmp_path, fake_run).computed == 7


def test_what_is_missing_is_said_in_words(tmp_path: Path) -> None:
    with (
        computing(Means(slice=Slice(2, 5))),
        pytest.raises(SliceDone, match=r"Slice 2/5 is done: 3 runs made here.*slices 1, 3-5 of 5"),
    ):
        execute(BOTH, SEEDS, tmp_path, fake_run)
