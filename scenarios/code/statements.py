"""Which modules a text of Python names: by import statements anywhere in it, and by names that it fetches late.

Texts are searched and not parsed: two hundred files take a tenth of the time. What looks like an import inside a
string counts too; that a file too many is in a hash does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"import\b")
_BEGINS = re.compile(r"(?:^|[:;])[ \t]*(?:from[ \t]*(\.*[ \t]*[\w.]*)[ \t]*)?$")
_CHECKING = re.compile(
    r"^([ \t]*)if (?:\w+\.)?TYPE_CHECKING:[^\n]*\n(?:\1[ \t]+[^\n]*(?:\n|\Z)|[ \t]*\n)*",
    re.MULTILINE,
)
_TEXT = re.compile(r"""["']([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)["']""")
_FETCHES = "\ndef __getattr__("
_LOADS = ("import_module(", "__import__(")

Asked = tuple[str, tuple[str, ...]]
"""A module, with leading points if it is named from where the text stands, and the names that are taken from it."""


class Named(NamedTuple):
    """What a text imports, at its top or within functions, and what it fetches when a name is asked of it."""

    imports: tuple[Asked, ...]
    late: tuple[Asked, ...] = ()
    is_lazy: bool = False
    """Whether names can be asked of it that it fetches then (`__getattr__` of a module)."""


def named_in(text: str) -> Named:
    """Search a text; blocks that only a type checker reads are left out, unless names are fetched late.

    >>> named_in("import a as b, c").imports
    (('a', ()), ('c', ()))
    >>> named_in("def f():\\n    from . import one, two as three").imports
    (('.', ('one', 'two')),)
    """
    text = text.replace("\\\n", " ")
    is_lazy = _FETCHES in text
    at_once = _CHECKING.sub("\n", text) if "TYPE_CHECKING:" in text else text
    loaded: tuple[Asked, ...] = ()
    if is_lazy or any(each in text for each in _LOADS):
        loaded = tuple((name, ()) for name in _TEXT.findall(text))
    if is_lazy:
        return Named(tuple(_statements(at_once)), (*_statements(text), *loaded), True)
    return Named((*_statements(at_once), *loaded))


def _statements(text: str) -> Iterator[Asked]:
    for found in _WORD.finditer(text):
        begin, end = found.span()
        before = _BEGINS.search(text[text.rfind("\n", 0, begin) + 1 : begin])
        if before is None:
            continue
        names = tuple(_first_words(_listed(text, end)))
        if before[1] is None:
            yield from ((name, ()) for name in names)
        else:
            yield before[1].replace(" ", ""), names


def _listed(text: str, begin: int) -> str:
    """What stands after the word: to the end of the line or of the statement, or to the closing bracket."""
    line, begin = _line(text, begin)
    listed = line.partition(";")[0]
    if not line.lstrip().startswith("("):
        return listed
    while ")" not in line and begin < len(text):
        line, begin = _line(text, begin)
        listed += " " + line
    return listed.strip(" \t(").partition(")")[0]


def _line(text: str, begin: int) -> tuple[str, int]:
    """The rest of a line without its comment, and where the next one begins."""
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    return text[begin:end].partition("#")[0], end + 1


def _first_words(listed: str) -> Iterator[str]:
    """The names of a list such as "one, two as three"."""
    for each in listed.split(","):
        words = each.split()
        if words:
            yield words[0]
