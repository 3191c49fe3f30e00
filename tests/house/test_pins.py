"""What is installed is written down once: ranges in pyproject.toml, versions in constraints.txt."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)")


@pytest.fixture(scope="module")
def pinned(root: Path) -> list[str]:
    """The lines of constraints.txt that are not comments."""
    lines = (root / "constraints.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_constraints_are_names_and_versions_and_no_addresses(pinned: list[str]) -> None:
    assert [line for line in pinned if not PIN.fullmatch(line)] == []


def test_every_requirement_has_a_version_within_its_range(pinned: list[str], root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    requirements = [Requirement(each) for each in sum(extras, project["dependencies"])]
    versions = dict(line.split("==") for line in pinned)
    wrong = [
        str(each)
        for each in requirements
        if versions.get(canonicalize_name(each.name), "0") not in each.specifier
    ]
    assert wrong == []
