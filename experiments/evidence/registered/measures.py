"""The code with which something registered is measured, as a hash that names and comments do not move."""

from __future__ import annotations

import ast
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

BELOW = "poverty_nodes.experiments.evidence."
SHARED = tuple(BELOW + "harness." + name for name in ("readings", "acts", "density", "multiplier"))
"""Modules of the harness that read numbers off a run or act on it; the rest is machinery that all share."""
ALONE = {
    "inertness": f"{BELOW}propositions.inertness",
    "artefacts": f"{BELOW}artefacts.headline_claims",
}
PLACES = {"patterns": "patterns", "trials": "trials.studies", "propositions": "propositions"}


def module_of(name: str) -> str | None:
    """The module with the measures of `patterns/p01`; None for the rules, which have none.

    >>> module_of("trials/rama2001")
    'poverty_nodes.experiments.evidence.trials.studies.rama2001'
    """
    kind, _, identifier = name.rpartition("/")
    if not kind:
        return ALONE.get(name)
    folder = BELOW + PLACES[kind]
    if kind == "trials":
        return f"{folder}.{identifier}"
    here = Path(find_spec(folder).origin or "").parent  # type: ignore[union-attr]
    return f"{folder}.{next(here.glob(f'{identifier}_*.py')).stem}"


def code_hash(name: str) -> str:
    """Sixty-four digits of the module that measures something, and of what it takes from beside it; "" for rules."""
    module = module_of(name)
    if module is None:
        return ""
    reached = _reached(module)
    return sha256("\n".join(_bare(each) for each in sorted(reached)).encode()).hexdigest()


def _reached(module: str) -> set[str]:
    found, todo = set[str](), [module]
    while todo:
        each = todo.pop()
        if each not in found:
            found.add(each)
            todo += [name for name in _imports(each) if _counts(name)]
    return found


def _counts(module: str) -> bool:
    beside = (
        BELOW + "patterns.",
        BELOW + "trials.arms",
        BELOW + "trials.outcomes",
        BELOW + "trials.draw",
    )
    return module in SHARED or module.startswith((*beside, BELOW + "propositions."))


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(Path(find_spec(module).origin or "").read_text(encoding="utf-8"))  # type: ignore[union-attr]


def _imports(module: str) -> list[str]:
    froms = (each for each in ast.walk(_tree(module)) if isinstance(each, ast.ImportFrom))
    return [each.module or "" for each in froms]


def _bare(module: str) -> str:
    """The code without imports and texts of documentation."""
    body = [
        each for each in _tree(module).body if not isinstance(each, ast.Import | ast.ImportFrom)
    ]
    without = ast.Module([each for each in body if not _is_text(each)], [])
    functions = (
        each for each in ast.walk(without) if isinstance(each, ast.FunctionDef | ast.ClassDef)
    )
    dumped = ast.dump(without)
    for each in functions:
        if _is_text(each.body[0]):
            dumped = dumped.replace(ast.dump(each.body[0]), "", 1)
    return dumped


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
