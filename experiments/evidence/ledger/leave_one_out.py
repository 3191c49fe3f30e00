"""Which of several parameters puts a pattern in: it is judged again with each of them alone at its neutral value.

A pattern that several parameters could impose counts as imposed when it does not survive without all of them at once.
That says that they make it together, and not whether one of them does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import figure
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, judge

TITLE = "Without each alone of what puts a pattern in together"
"""How what comes out is headed on the page and in the terminal."""
COLUMNS = (
    *("pattern", "parameter", "neutral", "statistic", "band_low", "band_high"),
    *("value", "low", "high", "status", "survives"),
)
"""Columns of leave_one_out.csv: a line for each statistic of a pattern without each of its parameters."""


@dataclass(frozen=True)
class Alone:
    """A pattern judged again with one of its parameters neutral."""

    entry: Entry
    parameter: str
    neutral: float

    @property
    def survives(self) -> bool:
        """Whether the pattern is reproduced without that parameter."""
        return self.entry.kind == "emergent"


def put_in_together(entry: Entry) -> bool:
    """Whether a pattern is reproduced, and several parameters put it in together."""
    return entry.kind == "imposed" and len(entry.pattern.ablation.parameters) > 1


def judge_leave_one_out(
    entries: Sequence[Entry], laboratory: Laboratory, done: Callable[[], None]
) -> Iterator[Alone]:
    """Judge what several parameters put in together without each alone, over the seeds it was judged over.

    `done` is called once for each of `entries`, of which most have nothing to be judged without each alone.
    """
    for entry in entries:
        if put_in_together(entry):
            yield from _without_each(entry, laboratory)
        done()


def _without_each(entry: Entry, laboratory: Laboratory) -> Iterator[Alone]:
    seeds = range(1, max(len(each.seeds) for each in entry.findings) + 1)
    ablation = entry.pattern.ablation
    for name, neutral in ablation.parameters.items():
        pattern = replace(entry.pattern, ablation=replace(ablation, parameters={name: neutral}))
        yield Alone(judge(pattern, replace(laboratory, seeds=seeds)), name, neutral)


def leave_one_out_table(alone: Sequence[Alone]) -> pd.DataFrame:
    """A line for each statistic of each pattern without each of its parameters."""
    rows = [
        {
            "pattern": each.entry.pattern.id,
            "parameter": each.parameter,
            "neutral": each.neutral,
            "statistic": finding.statistic.name,
            "band_low": finding.statistic.band.low,
            "band_high": finding.statistic.band.high,
            "value": finding.without.value,
            "low": finding.without.low,
            "high": finding.without.high,
            "status": finding.status_without,
            "survives": "yes" if each.survives else "no",
        }
        for each in alone
        for finding in each.entry.findings
        if finding.without is not None
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def leave_one_out_lines(alone: Sequence[Alone]) -> list[str]:
    """What a terminal shows: which parameters put a pattern in by themselves, and the values without each."""
    lines = []
    for name in dict.fromkeys(each.entry.pattern.id for each in alone):
        mine = [each for each in alone if each.entry.pattern.id == name]
        needed = [each.parameter for each in mine if not each.survives]
        said = f"needs {', '.join(needed)}" if needed else "needs none of them by itself"
        lines.append(f"  {name} {said}")
        for each in mine:
            values = [
                figure(finding.without.value)
                for finding in each.entry.findings
                if finding.without is not None
            ]
            lines.append(f"      {', '.join(values)}  with {each.parameter}={each.neutral:g}")
    return lines
