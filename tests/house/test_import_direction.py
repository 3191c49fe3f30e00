"""conf -> experiments -> scenarios -> model: imports point this way only."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ORDER = ("experiments", "scenarios", "model")
"""Each room may import those after it."""

KEPT_OUT = {"yaml", "hydra", "omegaconf", "pandas"}
"""What no file of model/ may import at its top: it knows no files and no configuration."""

LAZY = {"mesa", *KEPT_OUT}
"""What `import model` must not load: a rule book does not need it."""


def test_rooms_import_only_the_rooms_below_them(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno} imports {package}"
        for name, tree in code.items()
        for node, package in imports(ast.walk(tree))
        if package in ORDER and ORDER.index(package) < ORDER.index(name.split("/")[0])
    ]
    assert wrong == []


def test_no_room_imports_tests_or_conf(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno} imports {package}"
        for name, tree in code.items()
        for node, package in imports(ast.walk(tree))
        if package in ("tests", "conf")
    ]
    assert wrong == []


def test_the_model_reads_no_files_and_no_tables_when_imported(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno} imports {package}"
        for name, tree in code.items()
        if name.startswith("model/")
        for node, package in imports(at_import(tree.body))
        if package in KEPT_OUT
    ]
    assert wrong == []


def test_importing_the_model_loads_neither_mesa_nor_pandas(root: Path) -> None:
    script = f"import sys, model; print(*({LAZY} & set(sys.modules)))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_conf_holds_choices_and_no_program(files: list[str], root: Path) -> None:
    conf = [name for name in files if name.startswith("conf/")]
    assert conf
    assert [name for name in conf if not name.endswith((".yaml", ".md"))] == []
    assert [name for name in conf if "_target_" in (root / name).read_text()] == []


def at_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """The statements that run when a file is imported: no function bodies, no TYPE_CHECKING."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            yield from at_import(statement.orelse)
            continue
        yield statement
        for field in ("body", "orelse", "finalbody"):
            yield from at_import(getattr(statement, field, []))


def imports(nodes: Iterator[ast.AST]) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """The packages that are imported, by their first name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node, node.module.split(".")[0]
