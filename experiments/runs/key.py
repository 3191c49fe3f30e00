"""The address of a run: a hash of scenario, seed and all code that makes it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS
from poverty_nodes.scenarios.code.closure import Reached, library_version, reached_here
from poverty_nodes.scenarios.code.own import Own, own_code

_COMPILER = ("llvmlite",)
"""What a library that is imported works with, and can move the last digit of a result as well."""

WITHOUT_NUMBERS = frozenset({"mesa", "pydantic", "pydantic_core", "yaml"})
"""Libraries that check, read and hand out what is there, so that no digit of a result hangs on their version."""


class Fingerprinted(Protocol):
    """What can be run: it tells by a hash all that decides its numbers, and none of its labels."""

    def fingerprint(self) -> str:
        """The hash of everything that decides the numbers but the seed and the code."""
        ...


@lru_cache(maxsize=1)
def model_version() -> str:
    """Sixty-four hexadecimal digits that change with any source file that decides a run's numbers.

    These are the files that the functions of `KINDS` reach by their imports, wherever those stand; the versions of
    Python and of the libraries that compute; and whether rules are compiled. The YAML files of clusters are not among
    them: what a scenario read from them is in its fingerprint.
    """
    code = code_of_runs()
    lines = [
        *_libraries(code.libraries),
        f"python {sys.version_info.major}.{sys.version_info.minor}",
    ]
    lines += [] if is_compiled() else ["rules in plain Python"]
    return hashlib.sha256("\n".join([*lines, code.digest()]).encode()).hexdigest()


def code_of_runs() -> Reached:
    """The files of this project that make runs of any kind."""
    return reached_here(*dict.fromkeys(kind.module for kind in KINDS.values()))


def run_key(fingerprint: str, seed: int, version: str, own: str = "") -> str:
    """Sixty-four hexadecimal digits that name one run; `own` is the hash of code that `version` does not cover.

    >>> run_key("a", 1, "v") == run_key("a", 1, "v"), run_key("a", 1, "v") == run_key("a", 2, "v")
    (True, False)
    """
    parts = [fingerprint, str(seed), version, *([own] if own else [])]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def code_beyond(run: Callable[..., object], kind: type) -> str:
    """The hash of code outside of `code_of_runs` that a function and the class of what it runs bring; mostly none."""
    return own_code((run, kind), code_of_runs())


def own_parts(run: Callable[..., object], scenario: object) -> Own:
    """What a run brings of code from outside of the project, wherever it stands in what is run."""
    things: list[object] = [run]
    while scenario is not None:
        things += [type(scenario), *getattr(scenario, "made_of", ())]
        scenario = getattr(scenario, "scenario", None)
    return Own.of(things, code_of_runs())


def is_compiled() -> bool:
    """Whether Numba compiles rules here; as it would say itself, without loading it where that can be known."""
    if "numba" in sys.modules or Path(".numba_config.yaml").exists():
        import numba

        return not numba.config.DISABLE_JIT
    return os.environ.get("NUMBA_DISABLE_JIT", "0").strip() in ("", "0")


def _libraries(found: frozenset[str]) -> Iterator[str]:
    """The libraries that compute, with their versions."""
    chosen = {*found, *_COMPILER} - sys.stdlib_module_names - WITHOUT_NUMBERS
    return (f"{name} {library_version(name)}" for name in sorted(chosen))
