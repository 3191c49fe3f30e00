"""A library's version is what was installed, however often Python comes across it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from poverty_nodes.scenarios.code.closure import ROOT, Asked, library_version, named_in


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Ask anew in each test."""
    library_version.cache_clear()
    yield
    library_version.cache_clear()


def install(folder: Path, name: str, version: str, module: str) -> None:
    """Leave in a folder what an installer leaves of a project with one module."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (about / "top_level.txt").write_text(f"{module}\n")
    (folder / f"{module}.py").write_text("")


def test_a_project_found_twice_on_the_search_path_has_one_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("installed", "checkout"):
        install(tmp_path / folder, "loomworks", "1.2", "looms")
        monkeypatch.syspath_prepend(tmp_path / folder)
    assert library_version("looms") == "1.2"


def test_a_module_of_two_projects_has_both_versions_in_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "b", "warp", "2.0", "looms")
    install(tmp_path / "a", "weft", "1.0", "looms")
    for folder in ("b", "a"):
        monkeypatch.syspath_prepend(tmp_path / folder)
    assert library_version("looms") == "2.0 1.0"


def test_what_is_not_installed_has_no_version() -> None:
    assert library_version("no_such_library_at_all") == ""


ROOMS = ("model", "scenarios", "experiments", "tests", "benchmarks")


@pytest.mark.parametrize("room", ROOMS)
def test_all_that_a_parser_finds_in_this_project_is_found(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found = named_in(text)
        missing = {*parsed(ast.parse(text))} - {*found.imports, *found.late}
        assert not missing, f"{path}: {missing}"


@pytest.mark.parametrize(
    ("text", "imports"),
    [
        ("import a, b.c as d", [("a", ()), ("b.c", ())]),
        (
            "from a import (  # why (so)\n    b,\n    c as d,  # and (c)\n)\nx = 1",
            [("a", ("b", "c"))],
        ),
        ("from . import b", [(".", ("b",))]),
        ("from ..a.b import c", [("..a.b", ("c",))]),
        ("def f():\n    from a import b\n    return b", [("a", ("b",))]),
        ("x = 1; import a", [("a", ())]),
        ("if True: import a", [("a", ())]),
        ("from a import b, \\\n    c", [("a", ("b", "c"))]),
        ("try:\n    import a\nexcept ImportError:\n    a = None", [("a", ())]),
        ("from importlib import import_module\nimport_module('a.b')", [("a.b", ())]),
        ("important = 1\nx = reimport(a)", []),
        ("if TYPE_CHECKING:\n    import a\n\n    from b import c\nimport d", [("d", ())]),
    ],
)
def test_each_way_to_import_is_seen(text: str, imports: list[Asked]) -> None:
    found = named_in(text).imports
    assert set(imports) == {each for each in found if each[0] != "importlib"}


def test_a_name_that_a_module_fetches_when_it_is_asked_for_is_told_apart() -> None:
    found = named_in("import a\n\nHOMES = {'x': 'b.c'}\n\ndef __getattr__(name): ...\n")
    assert found.imports == (("a", ()),)
    assert ("b.c", ()) in found.late


def parsed(tree: ast.AST) -> Iterator[Asked]:
    """Import statements outside of blocks that only a type checker reads."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((each.name, ()) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            name = "." * node.level + (node.module or "")
            yield name, tuple(each.name for each in node.names)
        elif not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            yield from parsed(node)
