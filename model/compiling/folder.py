"""The folder of compiled rules and solved base months: which it is, and whether the rules in it are complete.

Numba takes a function for unchanged when its own file is, so that a change in a rule that a phase calls from another
file would go unseen. The folder is therefore named by a hash of all of model/. Since compiled code is run, it is read
only from where nobody else can have put it: the user's cache, or else a private folder among the temporary ones.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

import llvmlite
import numba
import numpy as np

from poverty_nodes.model.compiling.old_folders import note_use
from poverty_nodes.model.compiling.private_folder import make_private
from poverty_nodes.model.population.marks import GROUP

ROOM = Path(__file__).parents[1]
CHOICE = "POVERTY_NODES_CACHE"
NAME = "poverty-nodes"
_reasons: list[str] = []


@lru_cache(maxsize=1)
def source_hash() -> str:
    """Sixteen hexadecimal digits that change with any Python file of model/, marks of packages and the compiler."""
    versions = (
        numba.__version__,
        llvmlite.__version__,
        np.__version__,
        sys.implementation.cache_tag,
    )
    digest = hashlib.sha256(" ".join(map(str, versions)).encode())
    for path in sorted(ROOM.rglob("*.py")):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOM).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    for point in sorted(entry_points(group=GROUP)):  # marks of packages change the types of tables
        digest.update(f"{point.name} {point.value}".encode())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=1)
def cache_folder() -> Path | None:
    """The folder for this source; None where no folder is private, so that nothing is kept.

    It is in POVERTY_NODES_CACHE, in the user's cache, or under a name of the user's own among the temporary folders;
    as a last resort in a fresh temporary folder, which goes with the process.
    """
    for home in _homes():
        try:
            return note_use(make_private(home / NAME / source_hash()))
        except OSError as error:
            _reasons.append(_in_words(error))
    try:
        return make_private(_passing() / NAME / source_hash())
    except OSError:
        return None


def where_instead() -> str:
    """A sentence for users whose own cache is not used: why, and what is. Empty if it is used."""
    folder = cache_folder()
    if not _reasons:
        return ""
    kept = (
        "are not kept, and compiled by every command"
        if folder is None
        else f"are kept in '{folder}'"
    )
    return (
        f"Compiled rules {kept}, since {_reasons[0]}; {CHOICE}=FOLDER names another folder, "
        "which has to be yours and writable by nobody else"
    )


def _in_words(error: OSError) -> str:
    if error.filename is None or error.strerror is None:
        return str(error)
    return f"'{error.filename}' cannot be made or written: {error.strerror.lower()}"


def _homes() -> Iterator[Path]:
    """Where the folder may be, the best first."""
    chosen = os.environ.get(CHOICE) or os.environ.get("XDG_CACHE_HOME")
    try:
        yield Path(chosen) if chosen else Path.home() / ".cache"
    except RuntimeError:  # a user without a home, as in a container
        _reasons.append("you have no home folder")
    user = f"-{os.getuid()}" if hasattr(os, "getuid") else ""
    try:
        yield Path(tempfile.gettempdir()) / f"{NAME}{user}"
    except OSError as error:
        _reasons.append(str(error))


def _passing() -> Path:
    """A folder that goes with this process; those that it starts find it by the environment."""
    folder = Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
    os.environ[CHOICE] = str(folder)
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, process: int) -> None:
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def compiled_mark() -> Path | None:
    """The empty file that says that all rules have been compiled into the folder, for this kind of processor."""
    folder = cache_folder()
    if folder is None:
        return None
    from numba.core.registry import cpu_target

    processor = cpu_target.target_context.codegen().magic_tuple()
    return folder / f"compiled-{hashlib.sha256(repr(processor).encode()).hexdigest()[:16]}"


def is_compiled() -> bool:
    """Whether compiled rules of this very source are on disk already, or none are to be compiled there."""
    if numba.config.DISABLE_JIT:
        return True
    mark = compiled_mark()
    return mark is None or mark.exists()
