"""Which module of the project imports which, and where in its file: at the top, in a function, or for types alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Where = Literal["top", "function", "types"]


@dataclass(frozen=True)
class Import:
    """One import of one module by another."""

    importer: str
    line: int
    imported: str
    where: Where

    def __str__(self) -> str:
        """Who imports whom, as a reader finds it."""
        return f"{self.importer}:{self.line} imports {self.imported}"


def imports_of(code: Mapping[str, ast.Module]) -> Iterator[Import]:
    """Every import of a module of the project by another; `code` holds syntax trees by path."""
    ours = {module_of(name) for name in code}
    for each in all_imports(code):
        if each.imported in ours and each.imported != each.importer:
            yield each


def all_imports(code: Mapping[str, ast.Module]) -> Iterator[Import]:
    """Every import of any module; `from a import b` is one of `a.b` if the project has that, and of `a` if not."""
    ours = {module_of(name) for name in code}
    for name, tree in code.items():
        for node, where in placed(tree, "top"):
            for imported in targets(node, ours):
                yield Import(module_of(name), node.lineno, imported, where)


def module_of(name: str) -> str:
    """The dotted name of a file by its path.

    >>> module_of("model/face/view.py"), module_of("model/face/__init__.py")
    ('poverty_nodes.model.face.view', 'poverty_nodes.model.face')
    """
    parts = ("poverty_nodes", *PurePosixPath(name).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def placed(node: ast.AST, where: Where) -> Iterator[tuple[ast.Import | ast.ImportFrom, Where]]:
    """The imports below a node, each with where it stands."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, where
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from placed(child, "function")
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from placed(child, "types")
        else:
            yield from placed(child, where)


def targets(node: ast.Import | ast.ImportFrom, ours: set[str]) -> set[str]:
    """The modules that an import names."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    full = {f"{node.module}.{alias.name}" for alias in node.names}
    return (full & ours) | ({str(node.module)} if full - ours else set())
