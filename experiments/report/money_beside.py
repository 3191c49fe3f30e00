"""Money of a page in the currency of the place beside dollars, at the prices of one year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.report.labels import capital
from poverty_nodes.experiments.report.numbers import NONE, TIED, in_currency
from poverty_nodes.experiments.report.table import Row, Table

if TYPE_CHECKING:
    from poverty_nodes.experiments.report.figures.sheet import Drawing
    from poverty_nodes.experiments.report.section import Section

_LARGE = {"": 1.0, "million": 1e6, "billion": 1e9}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_DOLLARS = re.compile(rf"\$({_NUMBER})(?![.,]?\d)(?:[ {TIED}](million|billion))?(?! a day)")
_PLAIN = re.compile(_NUMBER)
_OF_DOLLARS = re.compile(r"\$|[Dd]ollars")
_A_DOLLAR = ("for each $",)
"""Heads of what is reckoned for a dollar: a price for each dollar is the same for each unit of another currency."""
_DRAWN = frozenset(
    ("mean_change", "poverty_over_time", "gains_by_month", "cost", "acceptability", "over_lines")
) | {"channels", "components", "components_by_group"}
"""Figures that have an axis in dollars."""


@dataclass(frozen=True)
class MoneyBeside:
    """`rate` units of a currency of a year buy what an international dollar of 2021 buys."""

    currency: str
    year: int
    rate: float

    def text(self, sentence: str) -> str:
        """The sentence with the local amount behind each sum of dollars but that of a poverty line, which is said once.

        >>> told = MoneyBeside("PKR", 2015, 28.9).text("It costs $3.21 million, $4 a head.")
        >>> told.replace(TIED, " ")
        'It costs $3.21 million [PKR 92.8 million], $4 [PKR 116] a head.'
        """
        return _DOLLARS.sub(
            lambda found: f"{found[0]} [{self.currency}{TIED}{self._of(found)}]", sentence
        )

    def table(self, table: Table) -> Table:
        """The table with a column in local money behind each column of dollars."""
        columns = [at for at, head in enumerate(table.heads[1:]) if self._is_money(table, at, head)]
        if not columns:
            is_money = bool(_OF_DOLLARS.search(table.caption))
            return replace(table, caption=f"{table.caption}; {self.says}") if is_money else table
        places = [at + sum(each < at for each in columns) for at in range(len(table.heads) - 1)]
        rows = tuple(replace(row, cells=self._cells(row, columns)) for row in table.rows)
        heads = self._with(
            (*table.heads[1:],), columns, [f"in {self.currency} of {self.year}"] * len(columns)
        )
        return Table(
            table.caption, (table.heads[0], *heads), rows, tuple(places[at] for at in table.words)
        )

    def section(self, section: Section) -> Section:
        """The sentences and the tables of a section of another room."""
        members = [
            self.text(each)
            if isinstance(each, str)
            else self.table(each)
            if isinstance(each, Table)
            else each
            for each in section.members
        ]
        return replace(section, members=members)

    def drawings(self, drawings: Mapping[str, Drawing]) -> dict[str, Drawing]:
        """The figures, those in dollars with the rate in their captions."""
        return {
            name: replace(each, title=f"{each.title}. {capital(self.says)}")
            if name in _DRAWN
            else each
            for name, each in drawings.items()
        }

    @property
    def says(self) -> str:
        """The rate in words."""
        return f"a dollar of 2021 buys what {self.rate:,.4g} {self.currency} bought in {self.year}"

    def _is_money(self, table: Table, at: int, head: str) -> bool:
        if any(each in head for each in _A_DOLLAR):
            return False
        cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
        return bool(_OF_DOLLARS.search(head)) or any(_DOLLARS.search(cell) for cell in cells)

    def _cells(self, row: Row, columns: list[int]) -> tuple[str, ...]:
        if not row.cells:
            return row.cells
        return self._with(row.cells, columns, [self._cell(row.cells[at]) for at in columns])

    def _cell(self, cell: str) -> str:
        pattern = _DOLLARS if "$" in cell else _PLAIN
        return pattern.sub(self._of, cell) if pattern.search(cell) else NONE

    def _of(self, found: re.Match[str]) -> str:
        """The amount in local money, to as many digits as the dollars have: three of a sum, fewer of small changes."""
        is_sum = found.re is _DOLLARS
        written = found[1] if is_sum else found[0]
        large = _LARGE[found[2] or ""] if is_sum else 1.0
        amount = float(written.replace(",", "")) * large * self.rate
        return in_currency(amount, 3 if is_sum else _digits(written))

    @staticmethod
    def _with(cells: tuple[str, ...], columns: list[int], more: list[str]) -> tuple[str, ...]:
        """The cells with one more behind each of these columns."""
        added = dict(zip(columns, more, strict=True))
        return tuple(
            each
            for at, cell in enumerate(cells)
            for each in (cell, *([added[at]] if at in added else []))
        )


def _digits(written: str) -> int:
    """The digits of a number as it is written, one at least and three at most."""
    return min(max(len(written.replace(",", "").replace(".", "").lstrip("0")), 1), 3)
