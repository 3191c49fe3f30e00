"""Trials as tables: the columns of trials.csv, and short lines for a terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.trials.trial import Result, Untested
from poverty_nodes.experiments.output.terminal_table import Row

TRIALS = (
    *("policy", "trial", "title", "cluster", "effect", "published", "published_value"),
    *("published_low", "published_high", "published_kind", "recalled"),
    *(
        "value",
        "low",
        "high",
        "seeds",
        "status",
        "weight",
        "leans_on",
        "reason",
        "design",
        "registered",
        "source",
    ),
)
"""Columns of trials.csv; `seeds` is how many gave an estimate."""


def trials_table(results: Sequence[Result], untested: Sequence[Untested]) -> pd.DataFrame:
    """A line for each published effect, those that cannot be tested included."""
    rows: list[dict[str, object]] = [_row(each) for each in results]
    rows += [
        {
            "policy": each.policy,
            "effect": "-",
            "published": each.said,
            "status": "not testable",
            "reason": each.why,
            "source": each.source,
        }
        for each in untested
    ]
    return pd.DataFrame(rows, columns=list(TRIALS)).astype({"seeds": "Int64"})


def _row(result: Result) -> dict[str, object]:
    trial, effect, published = result.trial, result.effect, result.effect.published
    return {
        "policy": trial.policy,
        "trial": trial.id,
        "title": trial.title,
        "cluster": trial.cluster,
        "effect": effect.name,
        "published": published.said,
        "published_value": published.value,
        "published_low": published.low,
        "published_high": published.high,
        "published_kind": published.kind,
        "recalled": published.recalled,
        "value": result.found.value,
        "low": result.found.low,
        "high": result.found.high,
        "seeds": sum(math.isfinite(each) for each in result.seeds),
        "status": result.status,
        "weight": effect.weight,
        "leans_on": effect.leans_on,
        "reason": result.reason,
        "design": trial.design,
        "registered": trial.registered,
        "source": trial.source,
    }


def trial_lines(results: Sequence[Result], untested: Sequence[Untested]) -> list[Row]:
    """What a terminal shows: a line for each published effect."""
    lines: list[Row] = [
        {
            "trial": each.trial.id,
            "effect": each.effect.name,
            "model": with_interval(each),
            "published": band(each.effect.published.low, each.effect.published.high),
            "status": f"{each.status} ({each.effect.weight})",
        }
        for each in results
    ]
    return lines + [
        {
            "trial": f"({each.policy})",
            "effect": each.said,
            "model": "-",
            "published": "-",
            "status": "not testable",
        }
        for each in untested
    ]


def with_interval(result: Result) -> str:
    """The model's effect with its interval, as `2.6 (0.8 to 4.5)`; a dash without one."""
    found = result.found
    if math.isnan(found.value):
        return "-"
    return f"{figure(found.value)} ({figure(found.low)} to {figure(found.high)})"
