"""Compiled code on disk: a file for each function and its types, which is read only if it is whole and matches its
key."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from numba.core.caching import CompileResultCacheImpl, FunctionCache, _CacheLocator
from numba.core.serialize import dumps

from poverty_nodes.model.compiling.folder import ROOM, cache_folder

DIGEST = hashlib.sha256().digest_size


def keep_on_disk(compiled: Any) -> None:
    """Have a function of model/ compiled once an installation.

    The folder's name covers model/ alone: rules from elsewhere, as a policy of the user's own may have, could call
    others that have changed, and are compiled by each process. So is everything where no private folder is.
    """
    source = Path(inspect.getfile(compiled.py_func)).resolve()
    if ROOM.resolve() in source.parents and cache_folder() is not None:
        compiled._cache = RuleCache(compiled.py_func)


class Beside(_CacheLocator):  # type: ignore[misc]
    """The folder of a function's code, which follows its place in model/ and not where model/ lies."""

    def __init__(self, function: Callable[..., object], source: Path, folder: Path) -> None:
        """`source` is the function's file, `folder` that of all compiled code."""
        self._line = function.__code__.co_firstlineno
        self._py_file = str(source)  # Numba's warnings name it
        self._folder = folder / ".".join(source.relative_to(ROOM.resolve()).with_suffix("").parts)

    @classmethod
    def from_function(cls, py_func: Callable[..., object], py_file: str) -> Self | None:
        """The locator of a function; None if nothing is kept."""
        folder = cache_folder()
        return None if folder is None else cls(py_func, Path(py_file).resolve(), folder)

    def get_cache_path(self) -> str:
        """The folder."""
        return str(self._folder)

    def ensure_cache_path(self) -> None:
        """Make the folder, for its user alone; OSError if that above it is gone."""
        self._folder.mkdir(mode=0o700, exist_ok=True)

    def get_source_stamp(self) -> str:
        """Nothing, because the folder's name already identifies the source."""
        return ""

    def get_disambiguator(self) -> str:
        """The line, since functions of one file may share a name."""
        return str(self._line)


class RuleCacheImpl(CompileResultCacheImpl):  # type: ignore[misc]
    """Numba's way to write down a compiled function, at a place of our own."""

    _locator_classes = (Beside,)


class RuleCache(FunctionCache):  # type: ignore[misc]
    """The kept code of one function; whatever cannot be read or kept is compiled without a message."""

    _impl_class = RuleCacheImpl

    def __init__(self, py_func: Callable[..., object]) -> None:
        super().__init__(py_func)
        self._cache_file = KeptCode(Path(self.cache_path), self._impl.filename_base)

    def save_overload(self, sig: object, data: object) -> None:
        """Keep it, if the disk allows."""
        with contextlib.suppress(OSError):
            super().save_overload(sig, data)


class KeptCode:
    """Files of compiled code in a folder, one for each key: the types, the processor and the function's bytecode.

    Numba's own way has an index beside them, which two processes write at once, and takes what it finds for sound. Here
    a file appears whole or not at all, and what was cut short, changed or put under another name is not read.
    """

    def __init__(self, folder: Path, beginning: str) -> None:
        """`beginning` is how the names of the function's files begin."""
        self._folder, self._beginning = folder, beginning

    def load(self, key: object) -> object | None:
        """What was kept under a key; None if nothing was, or it is damaged."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        seal, data = content[:DIGEST], content[DIGEST:]
        if seal != _seal(path, data):
            return None
        kept, code = pickle.loads(data)
        return code if kept == key else None

    def save(self, key: object, code: object) -> None:
        """Keep what was compiled; OSError if the disk is full."""
        path, data = self._path(key), dumps((key, code))
        descriptor, unfinished = tempfile.mkstemp(prefix=".unfinished-", dir=self._folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_seal(path, data) + data)
            Path(unfinished).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(unfinished).unlink()
            raise

    def flush(self) -> None:
        """Forget everything that is kept of the function."""
        for path in self._folder.glob(f"{self._beginning}.*.code"):
            path.unlink(missing_ok=True)

    def _path(self, key: object) -> Path:
        return (
            self._folder
            / f"{self._beginning}.{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}.code"
        )


def _seal(path: Path, data: bytes) -> bytes:
    """A hash over a file's name and content."""
    return hashlib.sha256(path.name.encode() + b"\0" + data).digest()
