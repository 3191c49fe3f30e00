"""The answers of one file of a survey: numbers, categories and texts by the name of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray


@dataclass
class Sheet:
    """The answers of n rows; a number that is missing is NaN, a category -1, a text empty."""

    name: str
    rows: list[int]
    columns: dict[str, str]
    numbers: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    codes: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    hits: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many cells of an answer hold each code of no answer."""
    spans: dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]] = field(default_factory=dict)
    """The lowest and highest that a number can be, where it was asked in bands."""
    units_without: list[tuple[str, str]] = field(default_factory=list)
    """Stratum and name of the sampling units of which no row was kept."""
    note: str = ""
    """Which rows of the file these are, if not all."""

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def where(self, row: int, answer: str) -> str:
        """Return the row (counted from 0) and column of an answer in the form in which messages show them."""
        return f"{self.name}: row {self.rows[row]}, column '{self.columns[answer]}'"

    def missing(self) -> dict[str, float]:
        """Return the share of rows without an answer, for every answer that is mapped."""
        shares = {name: float(np.isnan(found).mean()) for name, found in self.numbers.items()}
        shares |= {name: float((found < 0).mean()) for name, found in self.codes.items()}
        shares |= {name: found.count("") / len(self) for name, found in self.texts.items()}
        return {name: shares[name] for name in self.columns if name in shares}

    def keep(self, rows: NDArray[np.bool_]) -> Sheet:
        """Return the sheet with only some of its rows (n,)."""
        at = np.flatnonzero(rows)
        return replace(
            self,
            rows=[self.rows[each] for each in at],
            numbers={name: found[rows] for name, found in self.numbers.items()},
            codes={name: found[rows] for name, found in self.codes.items()},
            texts={name: [found[each] for each in at] for name, found in self.texts.items()},
            spans={name: (low[rows], high[rows]) for name, (low, high) in self.spans.items()},
        )


NOBODY = Sheet("", [], {})
"""The sheet of a file that a survey does not have."""
