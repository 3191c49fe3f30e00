"""The ledger and its companions as tables, with the columns that files have."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.harness.moments import Measured
from poverty_nodes.experiments.evidence.harness.stationarity import Drift
from poverty_nodes.experiments.evidence.harness.verdict import NOTHING
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, Finding

LEDGER = (
    *("pattern", "title", "cluster", "statistic", "published", "band_low", "band_high"),
    *("value", "low", "high", "status", "kind", "source"),
    *("seeds", "pattern_status", "value_without", "without", "share", "share_low", "share_high"),
    *("unreached", "dull_rivals", "sample", "registered", "why_band", "strength", "note"),
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
                    "value_without": math.nan if each.without is None else each.without.value,
                    "without": ablation.words(),
                    **_share(each),
                    "unreached": "; ".join(ablation.unreached),
                    "dull_rivals": ", ".join(entry.rivals),
                    "sample": pattern.sample,
                    "registered": pattern.registered,
                    "why_band": statistic.why,
                    "strength": pattern.strength,
                    "note": each.reason or entry.note,
                }
            )
    return pd.DataFrame(rows, columns=list(LEDGER))


def _share(finding: Finding) -> dict[str, float]:
    """The share of an effect that survives, with its interval; nothing where none was asked."""
    share = finding.share or NOTHING
    return {"share": share.value, "share_low": share.low, "share_high": share.high}


def ends_table(entries: Sequence[Entry]) -> pd.DataFrame:
    """A line for each statistic of each pattern at each end of its ranges."""
    rows = [
        (
            *(entry.pattern.id, end.setting.words(), statistic.name, found.value, found.low),
            *(found.high, end.status),
        )
        for entry in entries
        for end in entry.ends
        for statistic, found in zip(entry.pattern.statistics, end.found, strict=True)
    ]
    columns = ("pattern", "at", "statistic", "value", "low", "high", "pattern_status")
    return pd.DataFrame(rows, columns=list(columns))


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
                "put_in": each.moment.put_in,
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
