"""Compiled rules of other versions go two months after their last use, and nothing else does."""

from __future__ import annotations

import os
import time
from pathlib import Path

from poverty_nodes.model.compiling.old_folders import UNUSED, note_use, remove_unused

DAY = 24 * 3600.0


def made(home: Path, name: str, days: float) -> Path:
    """A folder with a file that was used so many days ago."""
    folder = home / name
    folder.mkdir()
    (folder / "rule.code").write_text("")
    os.utime(folder, (time.time() - days * DAY,) * 2)
    return folder


def test_folders_of_versions_go_two_months_after_their_last_use(tmp_path: Path) -> None:
    mine = made(tmp_path, "0" * 16, 90)
    made(tmp_path, "1" * 16, 61)
    recent, other = made(tmp_path, "2" * 16, 59), made(tmp_path, "my notes", 400)
    remove_unused(mine)
    assert set(tmp_path.iterdir()) == {mine, recent, other}
    assert UNUSED == 60 * DAY


def test_use_is_noted_to_the_day(tmp_path: Path) -> None:
    old, recent = made(tmp_path, "0" * 16, 59), made(tmp_path, "1" * 16, 0.5)
    before = recent.stat().st_mtime
    assert note_use(old) == old
    assert time.time() - old.stat().st_mtime < 60
    note_use(recent)
    assert recent.stat().st_mtime == before
    assert note_use(tmp_path / "gone") == tmp_path / "gone"
