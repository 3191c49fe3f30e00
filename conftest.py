"""What holds for every test and doctest: no package that somebody installed beside the project is there, and doctests
of a room are those of the module that everybody imports, and not of a second copy of it.
"""

from __future__ import annotations

import sys
from importlib import import_module, metadata
from pathlib import Path

ROOT = Path(__file__).parent
ROOMS = ("model", "scenarios", "experiments")


def hide_installed_packages() -> None:
    """Hide what packages offer at the start: a policy of one's own, installed as README shows, must break no test.

    It has to come before the project is imported. Packages that a test brings itself are found as ever.
    """
    found = metadata.entry_points
    theirs = {
        point
        for package in metadata.distributions()
        for point in package.entry_points
        if point.group.startswith("poverty_nodes.")
    }

    def entry_points(**chosen: str) -> object:
        points = found(**chosen)
        if not chosen.get("group", "").startswith("poverty_nodes."):
            return points
        return metadata.EntryPoints(each for each in points if each not in theirs)

    metadata.entry_points = entry_points


hide_installed_packages()


def pytest_collect_file(file_path: Path) -> None:
    """Before pytest imports a file of a room by its place, let it find the module under that name."""
    if file_path.suffix != ".py" or not file_path.is_relative_to(ROOT):
        return
    parts = file_path.relative_to(ROOT).with_suffix("").parts
    if parts[0] in ROOMS and parts[-1] != "__main__":
        name = ".".join(parts).removesuffix(".__init__")
        sys.modules[name] = import_module(f"poverty_nodes.{name}")
