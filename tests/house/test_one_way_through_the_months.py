"""Months go by in one place, so that whatever holds for a month holds for every run."""

from __future__ import annotations

import ast

CALLED = {
    "advance": ["model/advance.py"],
    "months_of": [
        "experiments/runs/simulate.py",
        "model/books.py",
        "model/cluster.py",
        "scenarios/base_month/burn_in.py",
        "scenarios/base_month/stationary_solver.py",
    ],
}
"""Which files call what advances an economy: runs go through `simulate`, base months through the two below it."""


def test_months_are_advanced_in_one_place_and_runs_are_made_in_another(
    code: dict[str, ast.Module],
) -> None:
    found = {
        called: [name for name, tree in code.items() for _ in calls(tree, called)]
        for called in CALLED
    }
    assert found == CALLED


def calls(tree: ast.Module, name: str) -> list[ast.Call]:
    """The calls of a function or method of that name."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        if (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        == name
    ]
