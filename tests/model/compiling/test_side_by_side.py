"""Processes fill the cache on disk; what they cannot do is left to the run that needs it."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from poverty_nodes.model.compiling import folder as places
from poverty_nodes.model.compiling import side_by_side
from poverty_nodes.model.compiling.parts import PARTS

Told = list[tuple[int, int]]
MARK = "compiled"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of an installation in which nothing has been compiled."""
    place = tmp_path / "poverty-nodes" / "key"
    place.mkdir(parents=True)
    monkeypatch.setattr(side_by_side, "cache_folder", lambda: place)
    monkeypatch.setattr(side_by_side, "compiled_mark", lambda: place / MARK)
    monkeypatch.setattr(side_by_side, "is_compiled", lambda: (place / MARK).exists())
    return place


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """In place of Python a program that says of every part that it is done."""
    program = tmp_path / "echo.sh"
    program.write_text("#!/bin/sh\nwhile read name; do echo $name; done\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_part_is_handed_out_once_and_told(
    folder: Path, stand_in: Path, processes: int
) -> None:
    told: Told = []
    side_by_side.compile_rules(lambda done, of: told.append((done, of)), processes)
    assert [done for done, _ in sorted(told)] == list(range(len(PARTS) + 1))
    assert {of for _, of in told} == {len(PARTS)}
    assert (folder / MARK).exists()


def test_what_is_compiled_is_not_compiled_again(folder: Path, stand_in: Path) -> None:
    side_by_side.compile_rules(processes=1)
    told: Told = []
    side_by_side.compile_rules(lambda done, of: told.append((done, of)), 1)
    assert told == []


def test_a_process_that_dies_leaves_the_rest_to_the_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stand_in: Path
) -> None:
    stand_in.write_text("#!/bin/sh\nexit 1\n")
    side_by_side.compile_rules(processes=2)
    assert not (folder / MARK).exists()


def test_a_command_knows_when_another_compiles_and_waits_until_it_has_done(folder: Path) -> None:
    assert not side_by_side.others_compile()
    with ThreadPoolExecutor(1) as pool:
        with side_by_side._alone(folder):
            assert side_by_side.others_compile()
            waiting = pool.submit(side_by_side.wait_for_others)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        waiting.result(timeout=20.0)
    assert not side_by_side.others_compile()


def test_without_compiling_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places.numba.config, "DISABLE_JIT", 1)
    assert places.is_compiled()


@pytest.mark.slow
def test_the_real_processes_find_what_is_on_disk_already(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = places.cache_folder()
    monkeypatch.setattr(side_by_side, "cache_folder", lambda: real)
    monkeypatch.setattr(side_by_side, "is_compiled", lambda: False)
    told: Told = []
    side_by_side.compile_rules(lambda done, of: told.append((done, of)), 2)
    assert told[-1] == (len(PARTS), len(PARTS))
