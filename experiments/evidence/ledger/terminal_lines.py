"""Short lines of the ledger and its companions for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.evidence.artefacts.audit import ORDER, Audited
from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.moments import Measured
from poverty_nodes.experiments.evidence.harness.stationarity import Drift
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.output.terminal_table import Row


def ledger_lines(entries: Sequence[Entry]) -> list[Row]:
    """What a terminal shows: a line for each pattern, values of its statistics against their bands."""
    return [
        {
            "id": entry.pattern.id,
            "title": entry.pattern.title,
            "value": "\n".join(figure(each.found.value) for each in entry.findings),
            "band": "\n".join(
                band(each.statistic.band.low, each.statistic.band.high) for each in entry.findings
            ),
            "status": entry.status,
            "kind": f"{entry.kind}{', as by a dull rival' if entry.rivals else ''}",
        }
        for entry in entries
    ]


def entry_line(entry: Entry) -> str:
    """Return the line on a pattern or proposition that is printed as soon as it is judged."""
    values = ", ".join(figure(each.found.value) for each in entry.findings)
    kind = f", {entry.kind}" if entry.kind else ""
    return f"  {entry.pattern.id} {entry.status}{kind}: {values or entry.note}"


def audit_lines(audited: Sequence[Audited]) -> list[Row]:
    """What a terminal shows of the artefacts: a line for each claim and artefact, the worst of its statistics."""
    rows: dict[tuple[str, str], Row] = {}
    for each in sorted(audited, key=lambda each: ORDER.index(each.verdict)):
        ratio = (
            f"{figure(each.ratio.value)} ({figure(each.ratio.low)} to {figure(each.ratio.high)})"
        )
        rows[each.claim, each.artefact.name] = {
            "claim": each.claim,
            "otherwise": each.artefact.name,
            "effect over the effect as it is": ratio,
            "verdict": each.verdict,
        }
    return [rows[key] for key in sorted(rows)]


def without_lines(entries: Sequence[Entry]) -> list[str]:
    """A line for each pattern that was measured without what could impose it: shares of its effects that survive."""
    lines = []
    for entry in entries:
        shares = [
            f"{figure(each.share.value)} ({figure(each.share.low)} to {figure(each.share.high)})"
            for each in entry.findings
            if each.share is not None
        ]
        if shares:
            lines.append(
                f"  {entry.pattern.id} {', '.join(shares)}  with {entry.pattern.ablation.words()}"
            )
        lines += [
            f"      not to be taken away: {each}" for each in entry.pattern.ablation.unreached
        ]
    return lines


def end_lines(entries: Sequence[Entry]) -> list[str]:
    """A line for each end of a range at which a pattern turns: its values there."""
    return [
        f"  {entry.pattern.id} {', '.join(figure(each.value) for each in end.found)}  at {end.setting.words()}"
        for entry in entries
        for end in entry.ends
        if end.status != "reproduced"
    ]


def registered_lines(entries: Sequence[Entry]) -> list[str]:
    """A line for each pattern: the hash under which it was laid down, and whether anything was changed since."""
    return [
        f"  {each.pattern.id} {each.pattern.registered}"
        + f"; {each.pattern.sample}" * bool(each.pattern.sample)
        for each in entries
    ]


def moment_lines(moments: Sequence[Measured]) -> list[Row]:
    """What a terminal shows of the moments."""
    return [
        {
            "id": each.moment.id,
            "title": each.moment.title,
            "value": figure(each.found.value),
            "published": band(each.moment.low, each.moment.high),
            "inside": each.inside,
        }
        for each in moments
    ]


def drift_lines(drifts: Sequence[Drift]) -> list[Row]:
    """What a terminal shows of the quiet runs: a line for each place, naming what has moved."""
    rows: list[Row] = []
    for cluster, place in dict.fromkeys((each.cluster, each.place) for each in drifts):
        mine = [each for each in drifts if (each.cluster, each.place) == (cluster, place)]
        moved = [
            f"{each.measure} {100 * each.found.value:+.1f}" + ("?" * (each.stands == "not shown"))
            for each in mine
            if each.stands in ("no", "not shown")
        ]
        rows.append(
            {
                "id": cluster,
                "place": place,
                "shown within tolerance": f"{len(mine) - len(moved)} of {len(mine)}",
                "moved (% or points; ? not shown to stand)": ", ".join(moved),
            }
        )
    return rows
