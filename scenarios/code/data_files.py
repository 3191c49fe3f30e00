"""Files of data that somebody's own code names: what they hold is a part of what the code does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LITERAL = re.compile(r"""'([^'\n\\]{1,255})'|"([^"\n\\]{1,255})\"""")
_STEPS = 3
"""How many folders may be named one by one on the way to a file."""
_first: dict[Path, str] = {}
_known: dict[tuple[Path, int, int], str] = {}


def literals(text: str) -> frozenset[str]:
    """What stands between quotes in a text of Python, as far as it may be the name of a file or folder.

    >>> sorted(literals("open(HERE / 'data' / \\"bus fares.csv\\")"))
    ['bus fares.csv', 'data']
    """
    return frozenset(one or other for one, other in _LITERAL.findall(text))


def named_files(texts: Iterable[str], folders: Iterable[Path]) -> dict[Path, str]:
    """The files that the texts name, in these folders or as they stand, each with the text that names it."""
    names = {each for each in texts if _may_be_a_name(each)}
    within = set(folders)
    found: dict[Path, str] = {}
    for _ in range(_STEPS):
        there = {(folder / Path(name).expanduser(), name) for folder in within for name in names}
        folders_here = set()
        for path, name in there:
            with suppress(OSError, ValueError):  # a name too long, a folder that may not be read
                if path.is_file():
                    found[path.resolve()] = name
                elif path.is_dir():
                    folders_here.add(path)
        if folders_here <= within:
            break
        within |= folders_here
    return found


def content_of(path: Path) -> str:
    """Sixty-four digits of what a file holds now, and of what it held when it was first met here if that was other.

    A module may have read it then and not again: what it makes is that of no process in which the file was never other.
    """
    stat = path.stat()
    key = path, stat.st_mtime_ns, stat.st_size
    if key not in _known:
        with path.open("rb") as file:
            _known[key] = hashlib.file_digest(file, "sha256").hexdigest()
    first = _first.setdefault(path, _known[key])
    return _known[key] if first == _known[key] else f"{first} {_known[key]}"


def _may_be_a_name(text: str) -> bool:
    is_short = 0 < len(text) <= 255 and text.isprintable()
    return is_short and text.strip("./~ ") != ""
