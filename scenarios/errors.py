"""What a user is told when a question, a file or a key is wrong: every problem at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poverty_nodes.model.nearest import nearest_name
from poverty_nodes.scenarios.strict_yaml.printable import printable


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, what is accepted, the nearest name, the next step."""

    where: str
    message: str
    accepted: str = ""
    nearest: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        """Return the problem as a block of one to four lines, whatever a user typed or a file holds."""
        lines = [f"{_cut(self.where)}: {_cut(self.message)}"]
        if self.nearest:
            lines.append(f"    did you mean '{self.nearest}'?")
        if self.accepted:
            lines.append(f"    accepted: {self.accepted}")
        if self.remedy:
            lines.append(f"    next: {self.remedy}")
        return printable("\n".join(lines))


def _cut(text: str, length: int = 500) -> str:
    return text if len(text) <= length else f"{text[:length]}..."


class QuestionError(Exception):
    """The question cannot be answered as it is put; carries every problem found (at least one)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order in which they were found, each one once."""
        self.problems: tuple[Problem, ...] = tuple(dict.fromkeys(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return all the problems, a block each."""
        count = len(self.problems)
        head = "1 problem:" if count == 1 else f"{count} problems:"
        return "\n".join([head, *(str(problem) for problem in self.problems)])


__all__ = ["Problem", "QuestionError", "nearest_name"]
