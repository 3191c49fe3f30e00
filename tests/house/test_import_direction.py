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
"""What `import poverty_nodes.model` must not load: a rule book does not need it."""


def test_rooms_import_only_the_rooms_below_them(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno} imports {package}"
        for name, tree in code.items()
        for node, package in imports(ast.walk(tree))
        if package in ORDER and ORDER.index(package) < ORDER.index(name.split("/")[0])
    ]
    assert wrong == []


def test_the_face_of_the_project_is_for_those_outside(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in code.items()
        for node, package in imports(ast.walk(tree))
        if package == "poverty_nodes"
    ]
    assert wrong == []


def test_no_room_is_imported_by_its_bare_name(trees: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        for module in named(node)
        if module.split(".")[0] in (*ORDER, "conf")
    ]
    assert wrong == []


def named(node: ast.AST) -> list[str]:
    """The modules that a statement imports, as they are written."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return (
        [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
    )


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
    script = f"import sys, poverty_nodes.model; print(*({LAZY} & set(sys.modules)))"
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
    """The packages that are imported, by their first name; those of the project by that of the room."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node, first_name(alias.name)) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "poverty_nodes":
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node, first_name(node.module)


def first_name(module: str) -> str:
    """The library that a module belongs to, or the room of the project."""
    return module.removeprefix("poverty_nodes.").split(".")[0]
