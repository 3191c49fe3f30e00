"""The ledger: a line for each statistic of each pattern, and the honest totals over patterns."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import Values, measure
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.verdict import (
    Interval,
    Kind,
    Status,
    interval,
    kind_of,
    status_of,
    together,
)

NOTHING = Interval(math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class Finding:
    """What one statistic came to, with the imposing parameter as it is and neutral."""

    statistic: Statistic
    status: Status
    found: Interval
    seeds: tuple[float, ...] = ()
    without: Interval | None = None
    status_without: Status | None = None
    reason: str = ""


@dataclass(frozen=True)
class Entry:
    """A pattern in the ledger: its findings, and what they come to together."""

    pattern: Pattern
    findings: tuple[Finding, ...]
    status: Status
    kind: Kind
    note: str


def judge(pattern: Pattern, laboratory: Laboratory) -> Entry:
    """Run a pattern's experiment, and again without what could impose it."""
    pairs = zip(pattern.statistics, measure(pattern, laboratory), strict=True)
    findings = tuple(_finding(statistic, values) for statistic, values in pairs)
    status = together([each.status for each in findings])
    without: Status | None = None
    if pattern.ablation.parameters and status == "reproduced":
        without = together([each.status_without or "not testable" for each in findings])
    kind = kind_of(status, pattern.ablation.description, without)
    return Entry(pattern, findings, status, kind, _note(pattern, findings, status))


def _finding(statistic: Statistic, values: Values) -> Finding:
    if values.reason:
        return Finding(statistic, "not testable", NOTHING, reason=values.reason)
    found = interval(values.found)
    status = status_of(statistic.band, found)
    seeds = tuple(values.found.tolist())
    if values.without is None:
        return Finding(statistic, status, found, seeds)
    without = interval(values.without)
    return Finding(statistic, status, found, seeds, without, status_of(statistic.band, without))


def _note(pattern: Pattern, findings: Sequence[Finding], status: Status) -> str:
    if status == "not testable":
        return "; ".join(sorted({each.reason for each in findings if each.reason}))
    if status == "reproduced":
        return pattern.ablation.reason
    if undecided(findings):
        return f"Undecided over {len(findings[0].seeds)} seeds: means are inside, an interval is not. {pattern.remedy}"
    return pattern.remedy


def undecided(findings: Sequence[Finding]) -> bool:
    """Whether all means are inside their bands, and a pattern fails for the width of an interval alone."""
    return _for_width_alone([(each.statistic, each.found, each.status) for each in findings])


def kind_undecided(entry: Entry) -> bool:
    """Whether a reproduced pattern is imposed for the width of an interval alone: all means survive."""
    without = [(each.statistic, each.without, each.status_without) for each in entry.findings]
    return entry.status == "reproduced" and _for_width_alone(without)


def _for_width_alone(
    verdicts: Sequence[tuple[Statistic, Interval | None, Status | None]],
) -> bool:
    inside = (
        found is not None and each.band.holds(found.value, found.value, found.value)
        for each, found, _ in verdicts
    )
    return any(status == "not reproduced" for *_, status in verdicts) and all(inside)


def judge_all(
    patterns: Sequence[Pattern],
    laboratory: Laboratory,
    done: Callable[[Entry], None],
    precise: int = 0,
) -> tuple[Entry, ...]:
    """The entries of patterns in their order; `done` is called with each as it is finished.

    What is undecided, the verdict or its kind, is judged once more, and for good, over as many seeds as `precise` says
    if they are more.
    """
    entries = []
    for pattern in patterns:
        entry = judge(pattern, laboratory)
        unclear = undecided(entry.findings) or kind_undecided(entry)
        if unclear and precise > len(laboratory.seeds):
            entry = judge(pattern, replace(laboratory, seeds=range(1, precise + 1)))
        entries.append(entry)
        done(entry)
    return tuple(entries)


@dataclass(frozen=True)
class Totals:
    """How many patterns came to what; a pattern counts once, however many statistics it has."""

    patterns: int
    reproduced: int
    emergent: int
    imposed: int
    not_reproduced: int
    not_testable: int

    def words(self) -> str:
        """The totals in a sentence."""
        return (
            f"{self.reproduced} of {self.patterns} patterns reproduced ({self.emergent} emergent, "
            f"{self.imposed} imposed), {self.not_reproduced} not reproduced, "
            f"{self.not_testable} not testable here."
        )


def totals_of(entries: Sequence[Entry]) -> Totals:
    """Count the patterns of a ledger by status and kind."""
    statuses = [each.status for each in entries]
    kinds = [each.kind for each in entries]
    return Totals(
        len(entries),
        statuses.count("reproduced"),
        kinds.count("emergent"),
        kinds.count("imposed"),
        statuses.count("not reproduced"),
        statuses.count("not testable"),
    )
