"""What one respondent wrote, row by row, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from poverty_nodes.experiments.capabilities.elicited.elicited import Numbers
from poverty_nodes.scenarios.errors import Problem

_MOST = 1e6


@dataclass
class Respondent:
    """Rows of one respondent with the numbers of their lines; `problems` refuse the file, `notes` go to the page."""

    where: str
    group: str
    indicators: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, message: str, accepted: str, line: int = 0, column: str = "") -> None:
        """Note a problem, at a line and column of the file if it stands at one."""
        at = f", row {line}" if line else ""
        self.problems.append(
            Problem(f"{self.where}{at}{column and f', {column}'}", message, accepted)
        )

    def number(self, row: tuple[int, dict[str, str]], column: str, least: float) -> float:
        """The number in a column of a row, or NaN and a problem."""
        try:
            value = float(row[1][column])
        except ValueError:
            value = float("nan")
        if least <= value <= _MOST:
            return value
        accepted = f"a number from {least:g} to {_MOST:,.0f}"
        self.refuse(f"'{row[1][column][:60]}' is none", accepted, row[0], column)
        return float("nan")

    def columns(self, least: dict[str, float]) -> Numbers | None:
        """Numbers (columns, indicators) of a row for each indicator; None if something is wrong with them.

        `least` has what each column is at least.
        """
        named = [row["indicator"] for _, row in self.rows]
        missing = [name for name in self.indicators if name not in named]
        if missing or len(set(named)) < len(named):
            message = (
                f"has no row for {', '.join(missing)}" if missing else "has an indicator twice"
            )
            self.refuse(message, f"a row for each of {', '.join(self.indicators)}")
        values = {row[1]["indicator"]: [self.number(row, name, low) for name, low in least.items()]
                  for row in self.rows}  # fmt: skip
        if self.problems or any(name not in values for name in self.indicators):
            return None
        return np.array([values[name] for name in self.indicators]).T
