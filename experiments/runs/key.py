"""The address of a run: a hash of scenario, seed and code."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

_ROOT = Path(__file__).parents[2]
_LIBRARIES = ("numba", "numpy")
"""Libraries that can move the last digit of a result."""


_MAKERS = (
    *(
        "runs/run_one.py",
        "runs/lean.py",
        "runs/collected.py",
        "why/frozen.py",
        "why/frozen_run.py",
        "why/posts.py",
    ),
    *("why/replayed_demography.py", "why/switched.py", "why/switched_run.py", "why/trace.py"),
)
"""Files of experiments/ that make one run."""


class Fingerprinted(Protocol):
    """What can be run: it tells by a hash all that decides its numbers, and none of its labels."""

    def fingerprint(self) -> str:
        """The hash of everything that decides the numbers but the seed and the code."""
        ...


@lru_cache(maxsize=1)
def model_version() -> str:
    """Sixty-four hexadecimal digits that change with any source file that decides a run's numbers.

    These are the files of model/, the Python files of scenarios/, the functions that make one
    run, and the versions of the numerical libraries. The YAML files of clusters are not among them: what
    a scenario read from them is in its fingerprint.
    """
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for path in _sources(_ROOT):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_ROOT).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def run_key(fingerprint: str, seed: int, version: str) -> str:
    """Sixty-four hexadecimal digits that name one run.

    >>> run_key("a", 1, "v") == run_key("a", 1, "v"), run_key("a", 1, "v") == run_key("a", 2, "v")
    (True, False)
    """
    return hashlib.sha256(f"{fingerprint}\n{seed}\n{version}".encode()).hexdigest()


def _sources(root: Path) -> list[Path]:
    found = [*(root / "model").rglob("*.py"), *(root / "scenarios").rglob("*.py")]
    room = root / "experiments"
    makers = [room / name for name in _MAKERS]
    return sorted([*found, *(each for each in makers if each.exists())])
