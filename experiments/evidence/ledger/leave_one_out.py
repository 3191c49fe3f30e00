"""Which of several parameters imposes a pattern: it is measured again with each of them alone at its neutral value.

The ablation of all at once tells whether they impose it together, and not whether one of them does alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.in_words import figure
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import measure
from poverty_nodes.experiments.evidence.harness.share import share_that_survives, survival_of
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.evidence.ledger.ledger import Entry

TITLE = "Without each alone of what could put a pattern in together"
"""How what comes out is headed on the page and in the terminal."""
COLUMNS = ("pattern", "without", "statistic", "share", "low", "high", "survives")
"""Columns of leave_one_out.csv: a line for each effect of a pattern without each of what could impose it."""


@dataclass(frozen=True)
class Alone:
    """What survives of a pattern's effects, by the name of each, without one thing that could impose it."""

    pattern: str
    without: str
    shares: dict[str, Interval]

    @property
    def survives(self) -> bool:
        """Whether at least half of every effect survives for certain."""
        return all(survival_of(each) == "emergent" for each in self.shares.values())


def judge_leave_one_out(
    entries: Sequence[Entry], laboratory: Laboratory, done: Callable[[], None]
) -> Iterator[Alone]:
    """Measure what is reproduced, and could be put in by several things, without each of them alone.

    `done` is called once for each of `entries`.
    """
    for entry in entries:
        parts = each_alone(entry.pattern.ablation)
        if entry.status == "reproduced" and len(parts) > 1:
            yield from (_alone(entry, part, laboratory) for part in parts)
        done()


def each_alone(ablation: Ablation) -> list[Ablation]:
    """Return an ablation for each thing that one removes.

    >>> [each.words() for each in each_alone(Ablation("two", {"learning": 0.0, "congestion": 0.0}))]
    ['learning=0', 'congestion=0']
    """
    by_parameter = [
        replace(ablation, parameters={name: value}, settings=())
        for name, value in ablation.parameters.items()
    ]
    return by_parameter + [
        replace(ablation, parameters={}, settings=(each,)) for each in ablation.settings
    ]


def _alone(entry: Entry, part: Ablation, laboratory: Laboratory) -> Alone:
    found = measure(entry.pattern, laboratory)  # from the store
    left = measure(entry.pattern, laboratory.ablated(part))
    triples = zip(entry.pattern.statistics, found, left, strict=True)
    shares = {
        statistic.name: share_that_survives(one.found, other.found, statistic.null)
        for statistic, one, other in triples
        if statistic.null is not None
    }
    return Alone(entry.pattern.id, part.words(), shares)


def leave_one_out_table(alone: Sequence[Alone]) -> pd.DataFrame:
    """A line for each effect of each pattern without each of what could impose it."""
    rows = [
        (
            *(each.pattern, each.without, name, share.value, share.low, share.high),
            survival_of(share),
        )
        for each in alone
        for name, share in each.shares.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def leave_one_out_lines(alone: Sequence[Alone]) -> list[str]:
    """What a terminal shows: what puts a pattern in by itself, and the shares that survive without each."""
    lines = []
    for name in dict.fromkeys(each.pattern for each in alone):
        mine = [each for each in alone if each.pattern == name]
        needed = [each.without for each in mine if not each.survives]
        said = f"hangs on {', '.join(needed)}" if needed else "hangs on none of them by itself"
        lines.append(f"  {name} {said}")
        for each in mine:
            values = [figure(share.value) for share in each.shares.values()]
            lines.append(f"      {', '.join(values)} survives with {each.without}")
    return lines
