"""An import stands in a function only where it spares a heavy library: elsewhere it would hide who stands on whom."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from tests.house.imported_modules import Import, all_imports, imports_of, module_of

HEAVY = {
    *("pydantic", "numpy", "numba", "llvmlite", "pandas", "pyarrow", "scipy", "matplotlib", "rich"),
    *("mesa", "hydra", "omegaconf", "SALib", "ema_workbench", "jinja2", "distributed", "pyreadstat"),
}  # fmt: skip
"""Libraries that take 30 ms or more of a processor to import: --help and a mistake do without."""
ROOMS = ("poverty_nodes.experiments", "poverty_nodes.scenarios", "poverty_nodes.model")


def test_an_import_stands_in_a_function_only_where_it_spares_a_heavy_library(
    code: dict[str, ast.Module],
) -> None:
    assert [str(each) for each in needless(code)] == []


def test_what_the_face_of_a_room_fetches_is_imported_from_its_home(
    code: dict[str, ast.Module],
) -> None:
    """A name fetched from a face when it is asked for would hide how heavy it is."""
    assert [str(each) for each in imports_of(code) if each.imported in ROOMS] == []


def test_a_needless_import_in_a_function_is_found_whatever_lies_between() -> None:
    files = {
        "model/reader.py": "def read():\n import poverty_nodes.model.light, poverty_nodes.model.far",
        "model/light.py": "import json",
        "model/far.py": "import poverty_nodes.model.tables",
        "model/tables.py": "import pandas",
    }
    code = {name: ast.parse(text) for name, text in files.items()}
    assert [each.imported for each in needless(code)] == ["poverty_nodes.model.light"]
    code["model/reader.py"] = ast.parse("import pandas\n" + files["model/reader.py"])
    assert len(needless(code)) == 2


def needless(code: Mapping[str, ast.Module]) -> list[Import]:
    """Imports in functions that bring no heavy library which their file has not brought already."""
    brings = heavy_libraries(code)
    return [
        each
        for each in imports_of(code)
        if each.where == "function" and brings[each.imported] <= brings[each.importer]
    ]


def heavy_libraries(code: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """The heavy libraries that each module brings when it is imported, by way of others too."""
    ours = {module_of(name) for name in code}
    direct: dict[str, set[str]] = {each: above(each) & ours for each in ours}
    for each in all_imports(code):
        if each.where == "top":
            direct[each.importer].add(each.imported)
    return {each: reached(each, direct) for each in ours}


def reached(module: str, direct: Mapping[str, set[str]]) -> set[str]:
    """The heavy libraries at the ends of all ways from a module."""
    seen: set[str] = set()
    ahead = {module}
    while ahead:
        here = ahead.pop()
        seen.add(here)
        ahead |= direct.get(here, set()) - seen
    return {each.split(".")[0] for each in seen} & HEAVY


def above(module: str) -> set[str]:
    """The packages that a module stands in: they are imported with it."""
    parts = module.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts))}
