"""What the house rules are held against: the project's files, and its Python as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("conf", "experiments", "scenarios", "model")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def files() -> list[str]:
    """All files of the project by their path in it: what git tracks, and what it would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        found = listed.stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive, or no git
        paths = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        hidden = (path for path in paths if not path.parts[0].startswith((".venv", ".git", "out")))
        found = [path.as_posix() for path in hidden]
    return sorted(name for name in found if (ROOT / name).is_file())


@pytest.fixture(scope="session")
def trees(files: list[str]) -> dict[str, ast.Module]:
    """The Python files of the rooms and of the tests."""
    return {
        name: ast.parse((ROOT / name).read_text(encoding="utf-8"))
        for name in files
        if name.endswith(".py") and name.split("/")[0] in (*ROOMS, "tests")
    }


@pytest.fixture(scope="session")
def code(trees: dict[str, ast.Module]) -> dict[str, ast.Module]:
    """The Python files of the rooms alone."""
    return {name: tree for name, tree in trees.items() if not name.startswith("tests/")}
