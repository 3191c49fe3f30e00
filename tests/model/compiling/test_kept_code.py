"""Compiled code on disk is read only if it is whole: else it is compiled anew, and nobody is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.model.compiling.kept_code import KeptCode
from tests.model.compiling.test_folder import ROOT, said

PROGRAM = (
    "from poverty_nodes.model.measures.gaps import fgt_gap; print(fgt_gap(100.0, 125.0, 2.0)); "
    "print(sum(fgt_gap.stats.cache_hits.values()), sum(fgt_gap.stats.cache_misses.values()))"
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A cache in which one function with the one that it calls has been compiled."""
    assert ask(tmp_path)[1] == "0 1"
    assert ask(tmp_path)[1] == "1 0"
    return tmp_path


def ask(folder: Path) -> list[str]:
    return said(folder, PROGRAM, POVERTY_NODES_CACHE=str(folder / "cache"))


def files(folder: Path) -> list[Path]:
    return sorted((folder / "cache").rglob("*.code"))


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "foreign"])
def test_damaged_code_is_compiled_anew(kept: Path, damage: str) -> None:
    for path in files(kept):
        content = bytearray(path.read_bytes())
        if damage == "flipped":
            content[len(content) // 2] ^= 1
        changed = {"empty": b"", "cut": bytes(content[:-7]), "foreign": b"no pickle at all" * 9}
        path.write_bytes(changed.get(damage, bytes(content)))
    assert ask(kept) == ["0.04000000000000001", "0 1"]
    assert ask(kept) == ["0.04000000000000001", "1 0"]


def test_code_under_the_name_of_another_function_is_not_read(kept: Path) -> None:
    one, *others = files(kept)
    for path in others:
        path.write_bytes(one.read_bytes())
    assert ask(kept)[0] == "0.04000000000000001"


def test_a_folder_that_cannot_be_written_to_costs_only_time(kept: Path) -> None:
    for path in files(kept):
        path.unlink()
    full = "import tempfile\ndef full(**_): raise OSError(28, 'full')\ntempfile.mkstemp = full\n"
    program = f"{full}{PROGRAM}"
    assert said(kept, program, POVERTY_NODES_CACHE=str(kept / "cache")) == [
        "0.04000000000000001",
        "0 1",
    ]


def test_what_is_kept_is_found_under_its_key_alone(tmp_path: Path) -> None:
    code = KeptCode(tmp_path, "rule")
    code.save(("int64", "cpu"), [1])
    code.save(("float64", "cpu"), [2])
    assert code.load(("int64", "cpu")) == [1]
    assert code.load(("float64", "cpu")) == [2]
    assert code.load(("float32", "cpu")) is None
    code.flush()
    assert code.load(("int64", "cpu")) is None


def test_a_second_checkout_of_the_same_rules_finds_what_the_first_compiled(
    kept: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import shutil

    second = tmp_path_factory.mktemp("second")
    shutil.copytree(ROOT / "model", second / "model", ignore=shutil.ignore_patterns("__pycache__"))
    environment = {"PYTHONPATH": str(second), "POVERTY_NODES_CACHE": str(kept / "cache")}
    assert said(kept, PROGRAM, **environment)[1] == "1 0"


def test_rules_from_outside_of_the_model_are_compiled_by_each_process(kept: Path) -> None:
    (kept / "mine.py").write_text(
        "from poverty_nodes.model.rule import rule\n@rule\ndef twice(x):\n    return 2.0 * x\n"
    )
    program = "from mine import twice; print(twice(2.0), twice.stats.cache_path)"
    before = files(kept)
    path = f"{ROOT}:{kept}"
    assert said(kept, program, POVERTY_NODES_CACHE=str(kept / "cache"), PYTHONPATH=path) == [
        "4.0 None"
    ]
    assert files(kept) == before


def test_processes_that_compile_the_same_at_once_leave_sound_code(tmp_path: Path) -> None:
    import os

    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "POVERTY_NODES_CACHE": str(tmp_path / "cache"),
    }
    started = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    answers = {each.communicate()[0].split()[0] for each in started}
    assert answers == {"0.04000000000000001"}
    assert ask(tmp_path)[1] == "1 0"
    assert [path.name for path in (tmp_path / "cache").rglob(".unfinished*")] == []
