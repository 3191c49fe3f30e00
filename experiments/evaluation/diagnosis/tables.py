"""The diagnosis as tables: one row for each estimator and way of being sure."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import (
    METHODS,
    diagnose,
    error_split,
)
from poverty_nodes.experiments.evaluation.diagnosis.trials import Readings, Trials


def errors_table(trials: Trials) -> pd.DataFrame:
    """A row for each estimator: truth, bias and the parts of its error, each with its Monte Carlo error."""
    rows = []
    for name, found in trials.readings.items():
        row: dict[str, object] = {"estimator": name}
        for key, (value, error) in error_split(found).items():
            row |= {key: value, f"{key}_mc": error}
        rows.append(row)
    return pd.DataFrame(rows)


def inference_table(trials: Trials) -> pd.DataFrame:
    """A row for each estimator and way of being sure that it has."""
    rows = []
    for name, found in trials.readings.items():
        for method in METHODS:
            if not _has(found, method):
                continue
            row: dict[str, object] = {"estimator": name, "by": method}
            for key, (value, error) in diagnose(found, method).items():
                row |= {key: value, f"{key}_mc": error}
            rows.append(row)
    return pd.DataFrame(rows)


def _has(found: Readings, method: str) -> bool:
    over_places = bool(np.isfinite(found.over_null).any())
    return {
        "placebo": True,
        "clusters": not over_places and bool(np.isfinite(found.error).any()),
        "wild": bool(np.isfinite(found.wild_truth).any()),
        "places": over_places,
        "permutation": over_places,
    }[method]


def estimates_table(trials: Trials, seeds: tuple[int, ...]) -> pd.DataFrame:
    """A row for each study that was done: world, survey, estimator, what it found and what it would have found."""
    parts = []
    for name, found in trials.readings.items():
        worlds, surveys = found.value.shape
        parts.append(
            pd.DataFrame(
                {
                    "seed": np.repeat(seeds, surveys),
                    "survey": np.tile(np.arange(1, surveys + 1), worlds),
                    "estimator": name,
                    "truth": np.repeat(found.truth, surveys),
                    "estimate": found.value.ravel(),
                    "error_by_clusters": found.error.ravel(),
                    "without_the_programme": found.placebo.ravel(),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)
