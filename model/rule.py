"""`@rule`: how an economic rule becomes machine code, and where the compiled code is kept.

A rule or a phase is an ordinary Python function of scalars and records. `@rule` compiles it with Numba the
first time it is called; with NUMBA_DISABLE_JIT=1 it stays plain Python, so that a debugger can step through.

Numba's cache on disk looks only at the file of the function itself, so a change in a rule that a phase calls
from another file would go unseen. The cache therefore lives in a folder named by a hash of all of model/; it is filled
before the first run by several processes (model/compiling/).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import numba
import numpy as np
from numba.core.caching import IndexDataCacheFile

F = TypeVar("F", bound=Callable[..., object])
_save = IndexDataCacheFile.save


@lru_cache(maxsize=1)
def source_hash() -> str:
    """Sixteen hexadecimal digits that change whenever any Python file of model/ changes."""
    digest = hashlib.sha256(numba.__version__.encode())
    room = Path(__file__).parent
    for path in sorted(room.rglob("*.py")):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def compiled_mark() -> Path:
    """The empty file that says that the rules of this installation have all been compiled into the folder.

    Numba finds compiled code by where the source lies and when it was written, so that a second checkout of the very
    same rules has to compile them as well: the file's name hangs on both.
    """
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parent
    for path in sorted(room.rglob("*.py")):
        digest.update(f"{path} {path.stat().st_mtime_ns}".encode())
    return cache_folder() / f"compiled-{digest.hexdigest()[:16]}"


def cache_folder() -> Path:
    """The folder of compiled code for this source; the system's temporary folder if home is read-only."""
    chosen = os.environ.get("POVERTY_NODES_CACHE") or os.environ.get("XDG_CACHE_HOME")
    home = Path(chosen) if chosen else Path.home() / ".cache"
    folder = home / "poverty-nodes" / source_hash()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(folder)
    except OSError:
        folder = Path(tempfile.gettempdir()) / "poverty-nodes" / source_hash()
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_compiled() -> bool:
    """Whether compiled rules of this very source are on disk already, or none are to be compiled."""
    return bool(numba.config.DISABLE_JIT) or compiled_mark().exists()


def _save_alone(self: IndexDataCacheFile, key: object, data: object) -> None:
    """Save a compiled function while no other process saves into the same folder.

    Numba reads an index, adds a line and writes it again: of two processes that compile one function for different
    types at a time, both may take the same number for their code, and the index of one would name that of the other.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        _save(self, key, data)
        return
    with (cache_folder() / "saving.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _save(self, key, data)


if numba.config.DISABLE_JIT:
    # The integer hash behind every draw is meant to wrap around; compiled code never warns of it.
    np.seterr(over="ignore")
else:
    numba.config.CACHE_DIR = str(cache_folder())
    IndexDataCacheFile.save = _save_alone


def rule(function: F) -> F:
    """Compile a pure function of scalars, records and arrays; releases the interpreter while it runs.

    What it works on is given; it makes no array of its own. So the compiler need not count who refers to a table
    (`_nrt`): those counts, kept in step between threads at every turn of a loop, cost the search for posts half of
    its time. A function that does make arrays is a `making_rule`; compiled as a `rule` it is refused.
    """
    return _once(numba.njit(cache=True, nogil=True, error_model="numpy", _nrt=False)(function))


def making_rule(function: F) -> F:
    """Compile a function that makes arrays, as `rule` does otherwise; call it once a phase, not once an agent."""
    return _once(numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def _once(compiled: F) -> F:
    """Compile a rule once for whole numbers, not again for each that stands in a caller's text.

    Numba takes `uniform_pair(key, firm.id, 2)` for a call with the type "the number 2": each stream and each kind of
    post made a copy of its own, a fifth of all compiled functions. Constants are put in when the copies are inlined.
    """
    if not numba.config.DISABLE_JIT:
        template = compiled.get_call_template  # type: ignore[attr-defined]

        def of_types(args: Sequence[object], kws: Mapping[str, object]) -> object:
            plain = {name: numba.types.unliteral(each) for name, each in kws.items()}
            return template(tuple(numba.types.unliteral(each) for each in args), plain)

        compiled.get_call_template = of_types  # type: ignore[attr-defined]
    return compiled
