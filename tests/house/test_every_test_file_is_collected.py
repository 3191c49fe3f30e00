"""No test is lost: the runner reaches each of them, and a reader finds it by the code it tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TypeGuard

KINDS = ("laws", "limits", "patterns", "golden", "cases", "house", "robustness", "benchmarks")
"""Folders of tests that are about the whole and not about one file."""


def test_files_with_tests_are_named_as_the_runner_wants_it(trees: dict[str, ast.Module]) -> None:
    lost = [
        name
        for name, tree in of_tests(trees)
        if any(is_test(node) for node in ast.walk(tree)) and not is_collected(name)
    ]
    assert lost == []


def test_files_named_as_tests_hold_tests(trees: dict[str, ast.Module]) -> None:
    empty = [
        name
        for name, tree in of_tests(trees)
        if is_collected(name) and not any(is_test(node) for node in ast.walk(tree))
    ]
    assert empty == []


def test_no_test_has_the_name_of_another_in_its_file(trees: dict[str, ast.Module]) -> None:
    twice = [
        f"{name}: {each}"
        for name, tree in of_tests(trees)
        for each in doubles([node.name for node in tree.body if is_test(node)])
    ]
    assert twice == []


def test_tests_stand_where_the_code_they_test_stands(
    trees: dict[str, ast.Module], root: Path
) -> None:
    folders = {PurePosixPath(name).relative_to("tests").parent for name, _ in of_tests(trees)}
    mirrored = [each for each in folders if each.parts and each.parts[0] not in KINDS]
    assert [str(each) for each in mirrored if not (root / each).is_dir()] == []


def of_tests(trees: dict[str, ast.Module]) -> Iterator[tuple[str, ast.Module]]:
    """The Python files below tests/."""
    return ((name, tree) for name, tree in trees.items() if name.startswith("tests/"))


def is_collected(name: str) -> bool:
    """Whether pytest looks for tests in a file of this name."""
    return PurePosixPath(name).name.startswith("test_")


def is_test(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    """Whether pytest would run it."""
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def doubles(names: list[str]) -> set[str]:
    """Names that stand more than once: Python forgets all but the last."""
    return {name for name in names if names.count(name) > 1}
