"""A library's version is what was installed, however often Python comes across it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from poverty_nodes.scenarios.code.closure import library_version


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
