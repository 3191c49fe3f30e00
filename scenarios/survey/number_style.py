"""How numbers are written in a file: the decimal sign and the thousands separator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'"})
"""A spreadsheet puts a narrow or unbreakable blank between thousands where a blank is meant, or a curled quote."""


@dataclass(frozen=True)
class NumberStyle:
    """`decimal` stands before decimals, `thousands` between groups of digits ("" for nothing)."""

    decimal: str = "."
    thousands: str = ""

    @cached_property
    def _grammar(self) -> re.Pattern[str]:
        point = re.escape(self.decimal)
        whole = r"\d+"
        if self.thousands:
            # Groups of two before the last three are lakhs and crores.
            whole = rf"(\d{{1,3}}({re.escape(self.thousands)}\d{{2,3}})*{re.escape(self.thousands)}\d{{3}}|\d+)"
        digits = rf"({whole}({point}\d*)?|{point}\d+)"
        return re.compile(rf"[+-]?{digits}([eE][+-]?\d{{1,3}})?", re.ASCII)

    def read(self, cell: str) -> float | None:
        """Return the number that a cell holds, or None if it is not a number written in this style.

        >>> NumberStyle().read("1200.5"), NumberStyle(",", ".").read("1.200,50")
        (1200.5, 1200.5)
        >>> NumberStyle().read("1,200"), NumberStyle(".", ",").read("12,34,567")
        (None, 1234567.0)
        """
        text = cell.translate(BLANKS)
        if not self._grammar.fullmatch(text):
            return None
        if self.thousands:
            text = text.replace(self.thousands, "")
        return float(text.replace(self.decimal, "."))


PLAIN = NumberStyle()
"""A point before decimals and nothing between thousands."""
