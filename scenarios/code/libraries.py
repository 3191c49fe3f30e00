"""The version of a library by the name under which it is imported."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version


@cache
def library_version(name: str) -> str:
    """The version of what was installed under a name; of several parts all; an empty text if there is none.

    What Python finds twice, as a project that is installed and stands on the search path as well, counts once.
    """
    try:
        return version(name)
    except (
        PackageNotFoundError
    ):  # as yaml, which is of PyYAML: to look through all that is there takes longer
        parts = sorted({*packages_distributions().get(name, ())})
        return " ".join(version(each) for each in parts)
