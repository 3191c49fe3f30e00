"""Writes what docs/model/ takes from the code: tables between markers, and the figure of the month.

`make docs` runs it; tests/docs/test_generated.py fails when the committed text is behind the code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from docs import evidence, tables

HERE = Path(__file__).resolve().parent
DOCUMENTS = sorted((HERE / "model").glob("*.md"))
FIGURE = HERE / "figures" / "month.svg"
BLOCK = re.compile(
    r"(?P<start><!-- generated: (?P<name>[a-z ]+) -->\n).*?(?P<stop><!-- end of \2 -->)", re.DOTALL
)

BLOCKS: dict[str, Callable[[], str]] = {
    "patterns": evidence.patterns,
    "schedule": tables.schedule,
    "codes": tables.code_labels,
    "workers": lambda: tables.fields("poverty_nodes.model.population.worker"),
    "households": lambda: tables.fields("poverty_nodes.model.population.household"),
    "firms": lambda: tables.fields("poverty_nodes.model.population.firm"),
    "buyers": lambda: tables.fields("poverty_nodes.model.population.buyer"),
    "places": lambda: tables.fields("poverty_nodes.model.population.place"),
    "setting": lambda: tables.fields("poverty_nodes.model.population.setting"),
    "instruments of policies": lambda: tables.instrument_fields("POLICY_FIELDS"),
    "instruments of shocks": lambda: tables.instrument_fields("SHOCK_FIELDS"),
    "payments": tables.payments,
    "streams": tables.streams,
    "governance": tables.governance,
    "policies": tables.policy_kinds,
    "shocks": tables.shock_kinds,
    "description": tables.description,
    "measures": tables.measures,
    "constants": tables.constants,
    "responses": tables.responses,
    "parameters": tables.parameter_tables,
    "sources": evidence.sources,
}
"""Every table by the name in its markers."""


def renewed(text: str) -> str:
    """The text with every table between markers made anew; KeyError for a marker without a table.

    >>> renewed("a <!-- generated: codes -->\\nold\\n<!-- end of codes -->").count("gender")
    1
    """

    def replace(match: re.Match[str]) -> str:
        return f"{match['start']}\n{BLOCKS[match['name']]()}\n\n{match['stop']}"

    return BLOCK.sub(replace, text)


def main() -> int:
    """Write the tables and the figure; says what has changed."""
    from docs.figures.month import draw

    behind = []
    for document in DOCUMENTS:
        old = document.read_text(encoding="utf-8")
        new = renewed(old)
        if new != old:
            document.write_text(new, encoding="utf-8")
            behind.append(document.name)
    draw(FIGURE)
    print(
        f"docs/model: {'tables renewed in ' + ', '.join(behind) if behind else 'tables up to date'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
