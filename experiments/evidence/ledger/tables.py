"""The ledger and its companions as tables: the columns that files have, and those a terminal has room for."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.moments import Measured
from poverty_nodes.experiments.evidence.harness.stationarity import Drift
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.output.terminal_table import Row

LEDGER = (
    *("pattern", "title", "cluster", "statistic", "published", "band_low", "band_high"),
    *("value", "low", "high", "status", "kind", "source"),
    *("seeds", "pattern_status", "value_neutral", "neutral", "why_band", "strength", "note"),
)
"""Columns of ledger.csv; `status` is of the line, `pattern_status` of all lines of the pattern together."""


def ledger_table(entries: Sequence[Entry]) -> pd.DataFrame:
    """A line for each statistic of each pattern."""
    rows = []
    for entry in entries:
        pattern, ablation = entry.pattern, entry.pattern.ablation
        for each in entry.findings:
            statistic, found = each.statistic, each.found
            rows.append(
                {
                    "pattern": pattern.id,
                    "title": pattern.title,
                    "cluster": pattern.cluster,
                    "statistic": statistic.name,
                    "published": statistic.published,
                    "band_low": statistic.band.low,
                    "band_high": statistic.band.high,
                    "value": found.value,
                    "low": found.low,
                    "high": found.high,
                    "status": each.status,
                    "kind": entry.kind,
                    "source": pattern.source,
                    "seeds": len(each.seeds),
                    "pattern_status": entry.status,
                    "value_neutral": math.nan if each.without is None else each.without.value,
                    "neutral": ", ".join(f"{k}={v:g}" for k, v in ablation.parameters.items()),
                    "why_band": statistic.why,
                    "strength": pattern.strength,
                    "note": each.reason or entry.note,
                }
            )
    return pd.DataFrame(rows, columns=list(LEDGER))


def moments_table(moments: Sequence[Measured]) -> pd.DataFrame:
    """A line for each moment, with its published range."""
    return pd.DataFrame(
        [
            {
                "moment": each.moment.id,
                "title": each.moment.title,
                "value": each.found.value,
                "low": each.found.low,
                "high": each.found.high,
                "published_low": each.moment.low,
                "published_high": each.moment.high,
                "inside": each.inside,
                "source": each.moment.source,
            }
            for each in moments
        ]
    )


def stationarity_table(drifts: Sequence[Drift]) -> pd.DataFrame:
    """A line for each measure of each place of each cluster."""
    return pd.DataFrame(
        [
            {
                "cluster": each.cluster,
                "place": each.place,
                "measure": each.measure,
                "drift": each.found.value,
                "low": each.found.low,
                "high": each.found.high,
                "tolerance": each.tolerance,
                "stands": each.stands,
            }
            for each in drifts
        ],
        columns=["cluster", "place", "measure", "drift", "low", "high", "tolerance", "stands"],
    )


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
            "kind": entry.kind,
        }
        for entry in entries
    ]


def without_lines(entries: Sequence[Entry]) -> list[str]:
    """A line for each pattern that has parameters to neutralise: its values as they are, and without them."""
    lines = []
    for entry in entries:
        pairs = [
            f"{figure(each.found.value)} / {figure(each.without.value)}"
            for each in entry.findings
            if each.without is not None
        ]
        if pairs:
            names = " ".join(f"{k}={v:g}" for k, v in entry.pattern.ablation.parameters.items())
            lines.append(f"  {entry.pattern.id} {', '.join(pairs)}  with {names}")
    return lines


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
            f"{each.measure} {100 * each.found.value:+.1f}" + ("?" * (each.stands == "unclear"))
            for each in mine
            if each.stands in ("no", "unclear")
        ]
        rows.append(
            {
                "id": cluster,
                "place": place,
                "within tolerance": f"{len(mine) - len(moved)} of {len(mine)}",
                "moved (% or points; ? unclear)": ", ".join(moved),
            }
        )
    return rows
