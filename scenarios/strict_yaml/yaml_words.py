"""What a person is told of a file that is no YAML: the line, what stands there and what to write instead."""

from __future__ import annotations

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.printable import printable

_QUOTES = "a text that holds : # [ ] { } , or begins with a sign stands in quotes"
_WIDTH = 60


def not_yaml(name: str, text: str, error: Exception) -> Problem:
    """Say where a file stops being YAML and what would mend it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        reason = printable(str(getattr(error, "reason", "") or error)).splitlines()[0]
        return Problem(name, f"is not YAML: {reason}", remedy="save it as plain UTF-8 text")
    where = f"{name} (line {mark.line + 1})"
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem(
            where,
            "is not YAML: the line begins with a tab",
            "blanks to indent with",
            remedy="two blanks in place of each tab",
        )
    reason = str(getattr(error, "problem", None) or "it cannot be read")
    shown = printable(line.strip())[:_WIDTH]
    standing = f"; there stands: {shown}" if shown else ""
    return Problem(where, f"is not YAML: {reason}{standing}", "key: value", remedy=_QUOTES)
