"""The totals of a ledger: what the model has shown, and what it has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.evidence.harness.verdict import KINDS
from poverty_nodes.experiments.evidence.ledger.ledger import Entry


@dataclass(frozen=True)
class Totals:
    """How many patterns came to what; a pattern counts once, however many statistics it has.

    `kinds` counts reproduced patterns from emergent to imposed; `dull` counts those that a simple rival reproduces too.
    """

    patterns: int
    reproduced: int
    dull: int
    kinds: tuple[int, ...]
    turning: int
    not_reproduced: int
    not_testable: int

    def words(self) -> str:
        """The totals in a sentence."""
        kinds = ", ".join(f"{count} {kind}" for count, kind in zip(self.kinds, KINDS, strict=True))
        return (
            f"{self.reproduced} of {self.patterns} patterns reproduced over their ranges; of these a dull rival "
            f"reproduces {self.dull} as well, which earn nothing, and the others are {kinds}. "
            f"{self.turning} turn inside their range and do not count, {self.not_reproduced} are not reproduced, "
            f"{self.not_testable} not testable here."
        )


def totals_of(entries: Sequence[Entry]) -> Totals:
    """Count the patterns of a ledger by status and kind."""
    statuses = [each.status for each in entries]
    earning = [each.kind for each in entries if each.earns]
    return Totals(
        len(entries),
        statuses.count("reproduced"),
        sum(each.status == "reproduced" and bool(each.rivals) for each in entries),
        tuple(earning.count(kind) for kind in KINDS),
        statuses.count("turns inside its range"),
        statuses.count("not reproduced"),
        statuses.count("not testable"),
    )
