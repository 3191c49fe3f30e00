"""Imports make no circle: each part can be read, tried and replaced without what stands on it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from pathlib import PurePosixPath

from tests.house.imported_modules import imports_of, module_of

ROOMS_AT_MOST = 22
"""Folders of experiments/ with code, as many as a reader can learn."""


def test_no_file_imports_itself_by_way_of_others(code: dict[str, ast.Module]) -> None:
    arrows = {(each.importer, each.imported) for each in imports_of(code)}
    assert circle(arrows) == []


def test_no_two_packages_import_each_other(code: dict[str, ast.Module]) -> None:
    packages = {module_of(name): package_of(name) for name in code}
    ties = {
        (packages[each.importer], packages[each.imported]): each
        for each in imports_of(code)
        if are_apart(packages[each.importer], packages[each.imported])
    }
    both = [
        f"{ties[one, other]} and {ties[other, one]}"
        for one, other in ties
        if one < other and (other, one) in ties
    ]
    assert both == []


def test_experiments_holds_rooms_and_no_loose_files(code: dict[str, ast.Module]) -> None:
    paths = [PurePosixPath(name) for name in code if name.startswith("experiments/")]
    loose = {path.name for path in paths if len(path.parts) == 2}
    assert loose == {"__init__.py", "__main__.py"}
    assert len({path.parts[1] for path in paths if len(path.parts) > 2}) <= ROOMS_AT_MOST


def test_a_circle_is_found_whole() -> None:
    assert circle([("a", "b"), ("b", "c"), ("c", "b")]) in (["b", "c", "b"], ["c", "b", "c"])
    assert circle([("a", "b"), ("a", "c"), ("b", "c")]) == []


def circle(arrows: Iterable[tuple[str, str]]) -> list[str]:
    """Names that lead back to the first of them; none if there is no circle."""
    ordered = sorted(set(arrows))
    graph = {
        one: {other for _, other in these}
        for one, these in groupby(ordered, key=lambda each: each[0])
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def package_of(name: str) -> tuple[str, ...]:
    """The folder of a file, as its parts."""
    return PurePosixPath(name).parent.parts


def are_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether neither of two packages stands within the other: a package and its own parts are one."""
    return one[: len(other)] != other and other[: len(one)] != one
