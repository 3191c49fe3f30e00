"""The number of firms where only workers were asked follows from the workers and from who works together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.survey.fields import TIERS
from poverty_nodes.scenarios.survey.findings import Findings, Found
from poverty_nodes.scenarios.survey.sampling import sample_of_workers
from poverty_nodes.scenarios.survey.weights import Weights

Floats = NDArray[np.float64]
SIZE_ERROR = 0.1
"""Half-width around a size that workers report, who seldom know it to a head (judged)."""


def find_firms_of_workers(findings: Findings, weights: Weights, like: ClusterDescription) -> None:
    """Add how many firms there are by tier, from the workers by tier and the mean size of their firms."""
    survey = findings.survey
    if survey.map.firms is not None:
        return
    sizes = [_size(findings, weights, at, like) for at in range(len(TIERS))]
    heads = weights.aims
    firms = np.array([heads[at] / sizes[at][0] for at in range(len(TIERS))])
    fewest = np.array([heads[at] / sizes[at][2] for at in range(len(TIERS))])
    most = np.array([heads[at] / sizes[at][1] for at in range(len(TIERS))])
    rows, total = len(survey.workers), float(firms.sum())
    counted = findings.found["workers.total"]
    low, high = counted.low / counted.value, counted.high / counted.value
    note = "Workers of each tier over the mean size of its firms, summed."
    least = max(float(fewest.sum()) * low, 1.0)
    findings.found["firms.total"] = Found(
        max(total, 1.0), least, float(most.sum()) * high, rows, note, "derived"
    )
    for at, name in enumerate(TIERS):
        others = total - firms[at]
        share = firms[at] / total
        low, high = (
            fewest[at] / max(fewest[at] + others, 1e-12),
            most[at] / max(most[at] + others, 1e-12),
        )
        note = "Its firms over all, each tier's being its workers over the mean size of its firms."
        reach = 3.0 / max(rows, 1)
        low, high = (min(low, share), max(high, share)) if heads[at] else (0.0, min(reach, 1.0))
        key = f"firms.tier_share.{name}"
        findings.found[key] = Found(float(share), float(low), float(high), rows, note, "derived")


def _size(
    findings: Findings, weights: Weights, at: int, like: ClusterDescription
) -> tuple[float, float, float]:
    """Return the mean size of a tier's firms with its range: as workers report it, else that of the similar cluster."""
    survey, name = findings.survey, TIERS[at]
    key = f"firms.mean_workers.{name}"
    usual = getattr(like.firms.mean_workers, name)
    reported = survey.workers.numbers.get("firm_size")
    sample = sample_of_workers(survey, weights.workers.raked)
    here = survey.tier == at
    if reported is None:
        return usual.value, usual.low, usual.high
    each = np.where(np.isfinite(reported), 1.0 / reported, np.nan)
    # A worker of a firm with n workers stands for 1 / n of a firm, so the mean size is a harmonic mean.
    guess = sample.ratio(np.where(np.isfinite(each), 1.0, np.nan), each, here)
    note = (
        "Size that workers report, each firm met as often as it has workers: their harmonic mean."
    )
    findings.size(key, guess, sample, note, "derived")
    if key not in findings.found:
        return usual.value, usual.low, usual.high
    if "firm_size" in survey.workers.spans:
        ends = [
            sample.ratio(np.where(np.isfinite(end), 1.0, np.nan), 1.0 / end, here)
            for end in survey.workers.spans["firm_size"]
        ]
        findings.between(key, ends, sample)
    found = findings.found[key]
    low, high = found.low * (1.0 - SIZE_ERROR), found.high * (1.0 + SIZE_ERROR)
    value = max(found.value, 1.0)
    findings.found[key] = Found(
        value, max(low, 1.0), max(high, value * 1.01), found.rows, found.note, "derived"
    )
    return value, max(low, 1.0), max(high, value * 1.01)
