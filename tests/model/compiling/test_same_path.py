"""A process finds the installation that started it, whatever its folder is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.model.compiling.same_path import module_command


@pytest.mark.parametrize("name", ["a:b=c", "with space", "quote'd", "ü", "a;b"])
def test_a_module_is_found_in_a_folder_of_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "told_by_its_process.py").write_text(
        "if __name__ == '__main__':\n    print('here')\n"
    )
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    done = subprocess.run(
        module_command("told_by_its_process"), capture_output=True, text=True, check=True
    )
    assert done.stdout == "here\n"
