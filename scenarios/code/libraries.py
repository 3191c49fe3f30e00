"""The version of a library by the name under which it is imported."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version


@cache
def library_version(name: str) -> str:
    """The version of what was installed under a name; of several parts all; an empty text if there is none."""
    try:
        return version(name)
    except (
        PackageNotFoundError
    ):  # as yaml, which is of PyYAML: to look through all that is there takes longer
        return " ".join(version(each) for each in packages_distributions().get(name, ()))
