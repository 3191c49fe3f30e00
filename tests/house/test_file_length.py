"""Small files and small functions: a reader takes in one thing at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

LONGEST_FILE = 300
MEDIAN_BODY = 8


def test_no_python_file_is_longer_than_300_lines(trees: dict[str, ast.Module], root: Path) -> None:
    lengths = {name: len((root / name).read_text().splitlines()) for name in trees}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_half_of_the_functions_have_bodies_of_eight_lines_or_less(
    code: dict[str, ast.Module],
) -> None:
    lengths = {where: length for name, tree in code.items() for where, length in bodies(name, tree)}
    longest = sorted(lengths, key=lengths.__getitem__, reverse=True)[:10]
    report = "\n".join(f"{lengths[where]:5d} {where}" for where in longest)
    print(f"median {median(lengths.values())} of {len(lengths)} functions; the longest:\n{report}")
    assert median(lengths.values()) <= MEDIAN_BODY, report


def bodies(name: str, tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each function of a file with the lines of its body, without its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            yield f"{name}:{node.lineno} {node.name}", length
