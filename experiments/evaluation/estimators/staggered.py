"""A programme that opens in one place after another: two-way fixed effects, and effects by group and time.

Where effects grow or differ, the first takes places that have the programme already for a comparison, which the second
does not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.estimators.fit import (
    NONE,
    Estimate,
    Regression,
    by_cluster,
    least_squares,
)
from poverty_nodes.experiments.evaluation.survey.survey import Survey

Numbers = NDArray[np.float64]


def two_way(survey: Survey) -> Estimate:
    """The answer on having the programme, each person and each wave with a level of its own."""
    kept = survey.balanced
    if kept.opens is None or not len(kept) or not np.isfinite(kept.opens).any():
        return NONE
    months = np.array(kept.months)
    has = (months[None, :] >= kept.opens[:, None]).astype(np.float64)
    y, d = _within(kept.y, kept.weight), _within(has, kept.weight)
    if not np.abs(d).max() > 1e-12:
        return NONE
    waves = len(months)
    weight, cluster = np.repeat(kept.weight, waves), np.repeat(kept.cluster, waves)
    return least_squares(Regression(y.ravel(), d.ravel()[:, None], weight, cluster, 0))


def _within(values: Numbers, weight: Numbers) -> Numbers:
    """Values (n, waves) less the means of persons and of waves."""
    of_waves = np.average(values, 0, weight)
    return values - values.mean(axis=1, keepdims=True) - of_waves + of_waves.mean()


def group_time(survey: Survey) -> Estimate:
    """Effects by month of opening and wave, against places that never have it (Callaway and Sant'Anna 2021).

    Each is the change since the last wave before the opening less that of the others; they are averaged over groups and
    the waves from the opening on, groups by their persons.
    """
    kept = survey.balanced
    cells = _cells(kept)
    if not cells:
        return NONE
    assert kept.opens is not None
    total = kept.weight.sum()
    never = ~np.isfinite(kept.opens)
    shares = np.array([kept.weight[kept.opens == group].sum() / total for group, _, _ in cells])
    effects, pulls = [], []
    for group, before, wave in cells:
        change = kept.y[:, wave] - kept.y[:, before]
        value, pull = _difference(change, kept.opens == group, never, kept.weight)
        effects.append(value)
        pulls.append(pull)
    value = float(np.average(effects, weights=shares))
    # How a person moves the mean: by the effects themselves, and by the share of her group.
    pull = np.average(np.array(pulls), 0, shares)
    own = kept.weight / kept.weight.mean()
    for (group, _, _), effect in zip(cells, effects, strict=True):
        member = (kept.opens == group) * own
        pull = pull + (effect - value) * (member - own * member.mean()) / shares.sum()
    scores = by_cluster(pull / len(kept), kept.cluster)
    number = len(scores)
    few = number / (number - 1) if number > 1 else np.inf
    return Estimate(value, float(np.sqrt(few * (scores**2).sum())), number)


def _cells(survey: Survey) -> list[tuple[float, int, int]]:
    """Month of opening, the last wave before it and a wave from then on, by their place among the waves."""
    if survey.opens is None or not len(survey) or np.isfinite(survey.opens).all():
        return []
    months = np.array(survey.months)
    found = []
    for group in np.unique(survey.opens[np.isfinite(survey.opens)]):
        before = np.flatnonzero(months < group)
        if len(before):
            waves = np.flatnonzero(months >= group)
            found += [(float(group), int(before[-1]), int(wave)) for wave in waves]
    return found


def _difference(
    change: Numbers, ours: NDArray[np.bool_], others: NDArray[np.bool_], weight: Numbers
) -> tuple[float, Numbers]:
    """The mean change of some less that of others, and how each person moves it (n,)."""
    pull = np.zeros(len(change))
    means = []
    for who, sign in ((ours, 1.0), (others, -1.0)):
        mean = float(np.average(change[who], weights=weight[who]))
        pull += sign * who * weight / weight[who].sum() * len(change) * (change - mean)
        means.append(mean)
    return means[0] - means[1], pull
