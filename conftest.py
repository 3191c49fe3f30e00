"""Doctests of a room are those of the module that everybody imports, and not of a second copy of it."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent
ROOMS = ("model", "scenarios", "experiments")


def pytest_collect_file(file_path: Path) -> None:
    """Before pytest imports a file of a room by its place, let it find the module under that name."""
    if file_path.suffix != ".py" or not file_path.is_relative_to(ROOT):
        return
    parts = file_path.relative_to(ROOT).with_suffix("").parts
    if parts[0] in ROOMS and parts[-1] != "__main__":
        name = ".".join(parts).removesuffix(".__init__")
        sys.modules[name] = import_module(f"poverty_nodes.{name}")
