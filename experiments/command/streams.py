"""Output streams that write what they can: those with a small character set, closed or full, end in no traceback."""

from __future__ import annotations

import codecs
import errno
import os
import sys
import unicodedata
from typing import TextIO

PLAIN = {
    **dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{BOX DRAWINGS LIGHT HORIZONTAL}", "-"),
    **dict.fromkeys("\N{BOX DRAWINGS HEAVY HORIZONTAL}\N{BOX DRAWINGS DOUBLE HORIZONTAL}", "="),
    **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", " "),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"'),
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{BULLET}": "*",
    "\N{EURO SIGN}": "EUR",
    "\N{POUND SIGN}": "GBP",
    "\N{INDIAN RUPEE SIGN}": "INR",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{RIGHTWARDS ARROW}": "->",
}
"""What stands for a character that a stream cannot write."""
NEAREST = "poverty-nodes.nearest"
"""The name under which Python knows `nearest`."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""Errors that say that nothing more can be written."""


def nearest(text: str) -> str:
    """The nearest that ASCII has: letters without their accents, dashes and quotes in plain, else ?.

    >>> nearest("\N{LATIN CAPITAL LETTER U WITH DIAERESIS}ber 3 \N{MINUS SIGN} 1, \N{GREEK SMALL LETTER ALPHA}")
    'Uber 3 - 1, ?'
    """
    found = []
    for letter in text:
        if letter.isascii() or letter in PLAIN:
            found.append(PLAIN.get(letter, letter))
            continue
        parts = unicodedata.normalize("NFKD", letter)
        found.append("".join(each for each in parts if each.isascii()) or "?")
    return "".join(found)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return nearest(error.object[error.start : error.end]), error.end


codecs.register_error(NEAREST, _stand_in)


def tolerant() -> None:
    """Let standard output and error write what they can of any text, and replace them if they were closed."""
    _keep_numbers_taken()
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NEAREST)


def finish() -> None:
    """Write what is buffered; OSError if that fails, which would otherwise be a traceback after the end."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def silence() -> None:
    """Discard whatever is still to be written, because its reader has gone or its disk is full."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _keep_numbers_taken() -> None:
    """Keep the number of a closed standard error taken: a file opened later would otherwise receive its messages."""
    number = os.open(os.devnull, os.O_RDWR)
    while number < 3:
        number = os.dup(number)
    os.close(number)
