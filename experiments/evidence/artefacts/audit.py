"""Robust, shifted or fragile: how a claim changes when something that should not matter is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from poverty_nodes.experiments.evidence.artefacts.artefact import Artefact, artefacts
from poverty_nodes.experiments.evidence.artefacts.headline_claims import headline
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import Values, measure
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.share import share_that_survives
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval, status_of
from poverty_nodes.experiments.evidence.registered.files import content

Robustness = Literal["ROBUST", "SHIFTED", "FRAGILE"]
ORDER: tuple[Robustness, ...] = ("ROBUST", "SHIFTED", "FRAGILE")
COLUMNS = (
    *("claim", "statistic", "artefact", "value", "low", "high"),
    *("disturbed", "disturbed_low", "disturbed_high", "ratio", "ratio_low", "ratio_high"),
    "verdict",
)


@dataclass(frozen=True)
class Audited:
    """A statistic without and with an artefact; `ratio` is the effect with it over the effect without."""

    claim: str
    statistic: Statistic
    artefact: Artefact
    found: Interval
    disturbed: Interval
    ratio: Interval

    @property
    def verdict(self) -> Robustness:
        """Return FRAGILE if the verdict changes, ROBUST if the effect is shown to keep its size, else SHIFTED."""
        band = self.statistic.band
        if status_of(band, self.found) != status_of(band, self.disturbed):
            return "FRAGILE"
        low, high = content("artefacts")["robust"]
        return "ROBUST" if low <= self.ratio.low and self.ratio.high <= high else "SHIFTED"


def audit(reproduced: Sequence[Pattern], laboratory: Laboratory) -> Iterator[Audited]:
    """Test the headline claims and every reproduced pattern against every artefact.

    A pattern that is not reproduced makes no claim.
    """
    for claim in (headline(), *reproduced):
        found = measure(claim, laboratory)
        for artefact in artefacts():
            disturbed = measure(claim, artefact.within(laboratory))
            yield from _audited(claim, artefact, found, disturbed)


def _audited(
    claim: Pattern, artefact: Artefact, found: Sequence[Values], disturbed: Sequence[Values]
) -> Iterator[Audited]:
    for statistic, before, after in zip(claim.statistics, found, disturbed, strict=True):
        null = statistic.null or 0.0
        yield Audited(
            claim.id,
            statistic,
            artefact,
            interval(before.found),
            interval(after.found),
            share_that_survives(before.found, after.found, null),
        )


def counts(audited: Sequence[Audited]) -> dict[str, int]:
    """Return how many lines are robust, shifted and fragile."""
    verdicts = [each.verdict for each in audited]
    return {each: verdicts.count(each) for each in ORDER}


def worst(audited: Sequence[Audited]) -> dict[str, Robustness]:
    """Return the worst verdict of each claim."""
    found: dict[str, Robustness] = {}
    for each in audited:
        before = found.get(each.claim, "ROBUST")
        found[each.claim] = max(before, each.verdict, key=ORDER.index)
    return found


def audit_table(audited: Sequence[Audited]) -> pd.DataFrame:
    """A line for each statistic of each claim with each artefact."""
    rows = [
        (
            *(each.claim, each.statistic.name, each.artefact.name),
            *(each.found.value, each.found.low, each.found.high),
            *(each.disturbed.value, each.disturbed.low, each.disturbed.high),
            *(each.ratio.value, each.ratio.low, each.ratio.high),
            each.verdict,
        )
        for each in audited
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def audit_words(audited: Sequence[Audited]) -> str:
    """Return the audit in a sentence."""
    told = ", ".join(f"{count} {name}" for name, count in counts(audited).items())
    fragile = [name for name, verdict in worst(audited).items() if verdict == "FRAGILE"]
    return (
        f"Of {len(audited)} trials of a claim against an artefact: {told}. "
        f"Claims that break at one: {', '.join(fragile) or 'none'}."
    )
