"""Installed packages that offer policies, measures, orders of the month or marks, as manifest.json names them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

GROUPS = tuple(f"poverty_nodes.{name}" for name in ("policies", "measures", "months", "marks"))
"""The groups of entry points that the model looks into."""


def packages() -> list[dict[str, object]]:
    """Name and version of each package, what it offers, and sixty-four digits of its files.

    What is not of a package that is installed has no version; what cannot be found has no digits.
    """
    points: dict[tuple[str, str], set[EntryPoint]] = {}
    for group in GROUPS:
        for each in entry_points(group=group):
            owner = (each.dist.name, each.dist.version) if each.dist else (each.module, "")
            points.setdefault(owner, set()).add(each)
    return [
        {
            "name": name,
            "version": version or None,
            "offers": sorted(f"{each.group.rpartition('.')[2]}: {each.name}" for each in offered),
            "code": _digits({each.module.partition(".")[0] for each in offered}),
        }
        for (name, version), offered in sorted(points.items())
    ]


def _digits(modules: set[str]) -> str | None:
    """Of all files of some modules, by their names below them."""
    digest = hashlib.sha256()
    files = [pair for module in sorted(modules) for pair in _files(module)]
    for name, path in files:
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest() if files else None


def _files(module: str) -> Iterator[tuple[str, Path]]:
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return
    if spec is None:
        return
    for folder in map(Path, spec.submodule_search_locations or ()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(folder.parent).as_posix(), path
    if not spec.submodule_search_locations and spec.origin and Path(spec.origin).is_file():
        yield Path(spec.origin).name, Path(spec.origin)
