"""Under how many of all weights and cut-offs a package reduces deprivation, and under how many by more than luck.

Weights are drawn evenly from all that are not negative and sum to 1 (a Dirichlet with ones); cut-offs go in even steps
from the union, where one deprivation is enough, to the intersection, where it takes all.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.capabilities.profile import TOLERANCE, Numbers, scores
from poverty_nodes.experiments.capabilities.tables import over_tallies
from poverty_nodes.experiments.capabilities.tally import Tally, bits
from poverty_nodes.experiments.impact.interval import excludes_zero

UNION = 1e-6
CUTOFFS = (UNION, *(step / 20 for step in range(1, 21)))
DRAWS = 200
"""Sets of weights; with the cut-offs some four thousand ways of counting."""

_SAME = 1e-12


def all_weights(indicators: int, draws: int = DRAWS) -> Numbers:
    """Weights drawn evenly from all there are (indicators, draws); the same each time."""
    return np.random.default_rng(0).dirichlet(np.ones(indicators), draws).T


def changes(
    tally: Tally, weights: Numbers, groups: Sequence[int], cutoffs: Sequence[float] = CUTOFFS
) -> Numbers:
    """The change of M0 (cut-offs, draws, groups) under each of `weights` (indicators, draws)."""
    count, both = tally.indicators, tally.both
    persons = both.persons[list(groups)]
    total = persons.sum(axis=1, keepdims=True)
    shares = np.divide(persons, total, out=np.full(persons.shape, np.nan), where=total > 0)
    without = scores(bits(both.patterns >> count, count), weights)
    enacted = scores(bits(both.patterns, count), weights)
    found = []
    for k in cutoffs:
        moved = np.where(enacted >= k - TOLERANCE, enacted, 0.0)
        moved -= np.where(without >= k - TOLERANCE, without, 0.0)
        found.append((shares @ moved).T)
    # Gains and losses that cancel leave a rounding, whose sign would mean nothing.
    moved = np.stack(found)
    return np.where(np.abs(moved) <= _SAME, 0.0, moved)


def robustness_table(tallies: Sequence[Tally], groups: Sequence[str]) -> pd.DataFrame:
    """A row a group and cut-off, and one for all cut-offs (k is NaN): shares of the ways of counting.

    `reduces` and `raises` go by the mean over seeds; `..._surely` where the 95 % interval leaves out no change.
    """
    labels = list(tallies[0].labels)
    weights = all_weights(tallies[0].indicators)
    chosen = [labels.index(group) for group in groups]
    samples = np.stack([changes(each, weights, chosen) for each in tallies])
    found = over_tallies(samples, tallies)
    mean = found.mean
    sure = excludes_zero(found.low, found.high) & (mean != 0)
    flags = {
        "reduces": mean < 0,
        "reduces_surely": (mean < 0) & sure,
        "raises": mean > 0,
        "raises_surely": (mean > 0) & sure,
    }
    rows: list[dict[str, object]] = []
    for position, group in enumerate(groups):
        for k, which in ((np.nan, slice(None)), *((k, i) for i, k in enumerate(CUTOFFS))):
            of = {name: float(flag[which, :, position].mean()) for name, flag in flags.items()}
            rows.append({"group": group, "k": k, **of})
    return pd.DataFrame(rows)
