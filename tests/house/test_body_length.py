"""A function is read at one glance: a short body, few parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_file_length import bodies

LONGEST_BODY = 40
MOST_PARAMETERS, MOST_IN_RULES = 8, 10
RULES = ("rule", "inner_rule", "making_rule", "wrapping_rule")
GENERATED = "# Set out by a program"
"""How the comment above a function begins that nobody wrote line by line: its body may be long."""


def test_no_body_is_longer_than_forty_lines(code: dict[str, ast.Module], root: Path) -> None:
    long = {
        where: length
        for name, tree in code.items()
        for where, length in bodies(name, tree)
        if length > LONGEST_BODY and not is_generated(root, where)
    }
    assert long == {}


def test_no_function_has_more_than_eight_parameters_and_no_rule_more_than_ten(
    code: dict[str, ast.Module],
) -> None:
    many = {
        f"{name}:{function.lineno} {function.name}": len(found)
        for name, tree in code.items()
        for function in functions(tree)
        if len(found := parameters(function)) > most(function)
    }
    assert many == {}


def is_generated(root: Path, where: str) -> bool:
    """Whether the function at "file:line name" has the mark above it."""
    name, line = where.split(" ")[0].rsplit(":", 1)
    above = (root / name).read_text(encoding="utf-8").splitlines()[: int(line) - 1]
    while above and above[-1].startswith("@"):
        above.pop()
    return bool(above) and above[-1].startswith(GENERATED)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Names of what a caller hands over; what a method is called on is not counted."""
    given = function.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def most(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many parameters a function may have."""
    marks = {mark.id for mark in function.decorator_list if isinstance(mark, ast.Name)}
    return MOST_PARAMETERS if marks.isdisjoint(RULES) else MOST_IN_RULES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def f(a, /, b, *, c): ...", ["a", "b", "c"]),
        ("class A:\n    def f(self, a, *b, **c): ...", ["a"]),
    ],
)
def test_all_ways_to_hand_something_over_are_counted(text: str, found: list[str]) -> None:
    assert [parameters(each) for each in functions(ast.parse(text))] == [found]


def test_a_rule_may_have_more_parameters_than_other_functions() -> None:
    plain, compiled = functions(ast.parse("def f(): ...\n@rule\ndef g(): ..."))
    assert (most(plain), most(compiled)) == (8, 10)


def test_only_the_mark_right_above_a_function_lets_its_body_be_long(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        f"{GENERATED}.\n@rule\ndef f(): ...\n\n\ndef g(): ...\n", encoding="utf-8"
    )
    assert [is_generated(tmp_path, where) for where in ("a.py:3 f", "a.py:6 g")] == [True, False]
