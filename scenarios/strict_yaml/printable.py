"""Text that may stand in a terminal or a table: nothing in it moves a cursor, colours a line or turns reading round."""

from __future__ import annotations

import re
import unicodedata

_FORMULA = "=+-@\t\r"
_NUMBER = re.compile(r"[-+]?(\d[\d,_ ]*)?\.?\d*([eE][-+]?\d+)?%?|[-+]?(inf|nan)")
_LAYOUT = "\n\t"
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of what follows; marks that scripts written from right to left need are not among them."""


def unprintable(text: str) -> str:
    """The first character of a text that only commands a terminal or cannot be written as UTF-8; "" if there is none.

    >>> unprintable("Sialkot: 1 + 1"), unprintable("red: \\x1b[31m")
    ('', '\\x1b')
    """
    return next((each for each in text if _commands(each)), "")


def printable(text: str) -> str:
    """The same text with such characters written out.

    >>> print(printable("\\x1b[31mred"))
    \\x1b[31mred
    """
    if text.isprintable():
        return text
    return "".join(_written_out(each) if _commands(each) else each for each in text)


def _commands(character: str) -> bool:
    if character in _LAYOUT:
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in _TURNS


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def table_cell(text: str) -> str:
    """A text as a cell of a table that a spreadsheet may open: what it would take for a formula gets a quote in front.

    A number stays a number, whatever its sign.

    >>> table_cell("=1+1"), table_cell("-1.5e3"), table_cell("- 2"), table_cell("plain")
    ("'=1+1", '-1.5e3', "'- 2", 'plain')
    """
    found = printable(text)
    begins = found.lstrip()[:1]
    if begins in _FORMULA and begins and not _NUMBER.fullmatch(found.strip()):
        return f"'{found}"
    return found
