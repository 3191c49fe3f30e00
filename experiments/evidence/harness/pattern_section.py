"""One pattern as a section of docs/evidence.md: statistics and bands, ranges, ablation, rivals."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.pattern import RESTATED, Pattern


def pattern_section(pattern: Pattern) -> str:
    """Return the section in Markdown."""
    lines = [
        f"### {pattern.id} {pattern.title}\n",
        f"Cluster `{pattern.cluster}`. Source: {pattern.source}. Strength of the evidence: {pattern.strength}.\n",
        "| statistic | published | band | nothing is | why this band |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {each.name} | {each.published} | {band(each.band.low, each.band.high)} | "
        f"{'-' if each.null is None else f'{each.null:g}'} | {each.why} |"
        for each in pattern.statistics
    ]
    said = [_over(pattern), _ablation(pattern), _rivals(pattern)]
    said += [f"Sample: {pattern.sample}"] if pattern.sample else []
    said += [f"{RESTATED}: {pattern.restated}"] if pattern.restated else []
    return "\n".join([*lines, "", *(f"- {each}" for each in said), ""])


def _over(pattern: Pattern) -> str:
    ranges = [
        f"`{f'{each.of} {each.key}'.strip()}` {each.low:g} to {each.high:g} ({each.why})"
        for each in pattern.over
    ]
    return f"Has to hold over: {'; '.join(ranges)}." if ranges else "Has no shock with a range."


def _ablation(pattern: Pattern) -> str:
    ablation = pattern.ablation
    said = "Imposed by the description." if ablation.description else "No ablation."
    said = f"Taken away: `{ablation.words()}`." if ablation.takes_away else said
    left = (
        f" Cannot be taken away yet: {'; '.join(ablation.unreached)}." if ablation.unreached else ""
    )
    return f"{said} {ablation.reason}{left}"


def _rivals(pattern: Pattern) -> str:
    told = []
    for each in pattern.rivals:
        values = ", ".join("-" if value is None else figure(value) for value in each.values)
        told.append(f"*{each.name}* {values} ({each.how})")
    return f"Dull rivals: {'; '.join(told)}."
