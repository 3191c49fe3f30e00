"""Judges patterns by rules registered beforehand: over their ranges, against simple rivals, and by ablation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import Values, measure
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.rival import Name
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.evidence.harness.share import share_that_survives, survival_of
from poverty_nodes.experiments.evidence.harness.verdict import (
    NOTHING,
    Interval,
    Kind,
    Status,
    interval,
    kind_of,
    over_the_range,
    status_of,
    together,
)


@dataclass(frozen=True)
class Finding:
    """The value of one statistic, also in the ablation if that was asked for.

    `share` is the part of its effect that survives.
    """

    statistic: Statistic
    status: Status
    found: Interval
    seeds: tuple[float, ...] = ()
    without: Interval | None = None
    share: Interval | None = None
    reason: str = ""


@dataclass(frozen=True)
class End:
    """The verdict of a pattern at an end of one of its ranges."""

    setting: Setting
    status: Status
    found: tuple[Interval, ...]


@dataclass(frozen=True)
class Entry:
    """A pattern in the ledger: its findings and their joint verdict."""

    pattern: Pattern
    findings: tuple[Finding, ...]
    status: Status
    kind: Kind
    note: str
    ends: tuple[End, ...] = ()
    rivals: tuple[Name, ...] = ()
    """Dull rivals that reproduce the pattern as well: it earns nothing then."""

    @property
    def earns(self) -> bool:
        """Return whether the model has shown something: reproduced over its ranges, and not by a simple rival."""
        return self.status == "reproduced" and not self.rivals


def judge(pattern: Pattern, laboratory: Laboratory, look: bool = False) -> Entry:
    """Run a pattern's experiment, and what can only lower its verdict: the ends of its ranges, and the ablation.

    Neither is run for what is not reproduced in the first place, nor for a `look`, whose entry has no kind.
    """
    found = measure(pattern, laboratory)
    findings = tuple(map(_finding, pattern.statistics, found))
    here = together([each.status for each in findings])
    ends = _ends(pattern, laboratory) if here == "reproduced" and not look else ()
    status = over_the_range(here, [each.status for each in ends])
    ablation = pattern.ablation
    if status == "reproduced" and ablation.takes_away and not look:
        left = measure(pattern, laboratory.ablated(ablation))
        findings = tuple(map(_without, findings, found, left))
    survivals = [survival_of(each.share) for each in findings if each.share is not None]
    kind = kind_of(status, ablation.description, survivals, bool(ablation.unreached))
    kind = "" if look and ablation.takes_away else kind
    bands = [each.band for each in pattern.statistics]
    rivals = tuple(each.name for each in pattern.rivals if each.reproduces(bands))
    return Entry(pattern, findings, status, kind, _note(pattern, findings, status), ends, rivals)


def _ends(pattern: Pattern, laboratory: Laboratory) -> tuple[End, ...]:
    settings = [end for reach in pattern.over for end in reach.ends()]
    found = []
    for setting in settings:
        values = measure(pattern, laboratory.at(setting))
        each = tuple(map(_finding, pattern.statistics, values))
        status = together([finding.status for finding in each])
        found.append(End(setting, status, tuple(finding.found for finding in each)))
    return tuple(found)


def _finding(statistic: Statistic, values: Values) -> Finding:
    if values.reason:
        return Finding(statistic, "not testable", NOTHING, reason=values.reason)
    found = interval(values.found)
    return Finding(statistic, status_of(statistic.band, found), found, tuple(values.found.tolist()))


def _without(finding: Finding, found: Values, left: Values) -> Finding:
    statistic = finding.statistic
    share = None
    if statistic.null is not None:
        share = share_that_survives(found.found, left.found, statistic.null)
    without = NOTHING if left.reason else interval(left.found)
    return Finding(statistic, finding.status, finding.found, finding.seeds, without, share)


def _note(pattern: Pattern, findings: Sequence[Finding], status: Status) -> str:
    if status == "not testable":
        return "; ".join(sorted({each.reason for each in findings if each.reason}))
    return pattern.ablation.reason if status == "reproduced" else pattern.remedy


def judge_all(
    patterns: Sequence[Pattern],
    laboratory: Laboratory,
    done: Callable[[Entry], None],
    look: bool = False,
) -> tuple[Entry, ...]:
    """The entries of patterns in their order; `done` is called with each as it is finished."""
    entries = []
    for pattern in patterns:
        entries.append(judge(pattern, laboratory, look))
        done(entries[-1])
    return tuple(entries)
