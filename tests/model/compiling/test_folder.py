"""The cache is in a private folder or nowhere, and changes with every rule."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.model.compiling import folder

ROOT = Path(__file__).parents[3]
POSIX = pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owners here")


def said(tmp_path: Path, program: str, **environment: str) -> list[str]:
    """What a fresh process prints, without a cache of its own unless the environment names one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("HOME", "XDG_CACHE_HOME", "POVERTY_NODES_CACHE")
    }
    (tmp_path / "tmp").mkdir(exist_ok=True)
    (tmp_path / "tmp").chmod(0o1777)
    surroundings = {**kept, "TMPDIR": str(tmp_path / "tmp"), "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", program], env=surroundings, cwd=tmp_path, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


WHERE = "from poverty_nodes.model.compiling import folder as f; print(f.cache_folder()); print(f.where_instead())"


@POSIX
def test_code_that_somebody_left_in_the_temporary_folder_is_not_read(tmp_path: Path) -> None:
    planted = tmp_path / "tmp" / f"poverty-nodes-{os.getuid()}"
    planted.mkdir(parents=True)
    planted.chmod(0o777)
    chosen, words = said(tmp_path, WHERE, XDG_CACHE_HOME=str(planted))
    assert not Path(chosen).is_relative_to(planted)
    assert "everybody may write to" in words
    assert "POVERTY_NODES_CACHE=FOLDER" in words


@POSIX
def test_a_private_folder_of_the_last_resort_goes_with_its_process(tmp_path: Path) -> None:
    planted = tmp_path / "tmp" / f"poverty-nodes-{os.getuid()}"
    planted.mkdir(parents=True)
    planted.chmod(0o777)
    program = f"{WHERE}; print(f.cache_folder().stat().st_mode & 0o777 == 0o700)"
    chosen, _, is_private = said(tmp_path, program, POVERTY_NODES_CACHE=str(planted))
    assert is_private == "True"
    assert not Path(chosen).exists()
    assert list((tmp_path / "tmp").iterdir()) == [planted]


@POSIX
def test_processes_that_are_started_share_the_folder_of_the_last_resort(tmp_path: Path) -> None:
    planted = tmp_path / "tmp" / f"poverty-nodes-{os.getuid()}"
    planted.mkdir(parents=True)
    planted.chmod(0o777)
    program = (
        "import subprocess, sys; from poverty_nodes.model.compiling.folder import cache_folder; "
        "print(cache_folder(), flush=True); subprocess.run([sys.executable, '-c', "
        "'from poverty_nodes.model.compiling.folder import cache_folder; print(cache_folder())'], check=True)"
    )
    mine, theirs = said(tmp_path, program, POVERTY_NODES_CACHE=str(planted))
    assert mine == theirs


@POSIX
def test_a_cache_that_cannot_be_made_is_named_and_another_kept_for_the_next_command(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("")
    first = said(tmp_path, WHERE, POVERTY_NODES_CACHE=str(tmp_path / "file"))
    assert Path(first[0]).is_relative_to(tmp_path / "tmp" / f"poverty-nodes-{os.getuid()}")
    assert f"'{tmp_path / 'file'}" in first[1]
    assert said(tmp_path, WHERE, POVERTY_NODES_CACHE=str(tmp_path / "file"))[0] == first[0]


def test_a_cache_of_ones_own_is_used_without_a_word(tmp_path: Path) -> None:
    chosen, words = said(tmp_path, WHERE, POVERTY_NODES_CACHE=str(tmp_path / "cache"))
    assert Path(chosen).parent == tmp_path / "cache" / "poverty-nodes"
    assert words == ""


def test_without_any_folder_rules_are_compiled_in_memory(tmp_path: Path) -> None:
    program = (
        "import poverty_nodes.model.compiling.folder as f\n"
        "f._homes = lambda: iter(()); f._passing = lambda: f.Path('/proc/none')\n"
        "from poverty_nodes.model.measures.gaps import gap_ratio\n"
        "print(f.cache_folder(), gap_ratio(100.0, 125.0), f.is_compiled())"
    )
    assert said(tmp_path, program) == ["None 0.2 True"]


def test_the_folder_is_another_one_when_a_rule_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "rules" / "one.py"
    source.parent.mkdir()
    source.write_text("a = 1")
    monkeypatch.setattr(folder, "ROOM", tmp_path)

    def fresh() -> str:
        folder.source_hash.cache_clear()
        return folder.source_hash()

    try:
        before = fresh()
        os.utime(source, (1, 1))
        assert fresh() == before
        source.write_text("a = 2")
        assert fresh() != before
    finally:
        monkeypatch.undo()
        folder.source_hash.cache_clear()
