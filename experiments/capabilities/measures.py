"""All measures of a set in one seed, for every group, under some weights and cut-off."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from poverty_nodes.experiments.capabilities.profile import Numbers, profile, reaches, scores
from poverty_nodes.experiments.capabilities.tally import Counts, Tally, bits

WHOLE = ("H", "A", "M0")
BY_INDICATOR = ("hd", "hdk", "actb", "pctb")
FLOWS = ("entered", "left")
"""Shares of a group deprived as a whole with the policies and not without, and the other way round."""
MOMENTS = ("base", "without", "with")

Row = tuple[str, str]


def rows_of(indicators: Sequence[str]) -> tuple[Row, ...]:
    """Measure and indicator of each row; the indicator is empty for the whole.

    ("entered", "short_tenure"): who enters and is deprived in this with the policies only.
    """
    each = [(measure, name) for measure in (*BY_INDICATOR, *FLOWS) for name in indicators]
    return (*((measure, "") for measure in (*WHOLE, *FLOWS)), *each)


def measured(tally: Tally, weights: Numbers, k: float) -> Numbers:
    """The measures (rows, MOMENTS, groups) in the order of `rows_of`; a flow stands under "with" alone."""
    count, both = tally.indicators, tally.both
    without, enacted = bits(both.patterns >> count, count), bits(both.patterns, count)
    levels = [
        _levels(bits(tally.base.patterns, count), tally.base, weights, k),
        _levels(without, both, weights, k),
        _levels(enacted, both, weights, k),
    ]
    whole, parts = (np.stack([each[part] for each in levels], axis=1) for part in (0, 1))
    entered, left = _flows(without, enacted, both, weights, k)
    flows = np.full((2 * (1 + count), len(MOMENTS), len(tally.labels)), np.nan)
    flows[:, -1] = np.concatenate([entered[:1], left[:1], entered[1:], left[1:]])
    return np.concatenate([whole, flows[:2], parts, flows[2:]])


def _levels(flags: Numbers, counts: Counts, weights: Numbers, k: float) -> tuple[Numbers, Numbers]:
    """Measures of the whole (WHOLE, groups), and by indicator (BY_INDICATOR x indicators, groups)."""
    found = profile(flags, weights, k, counts.persons)
    whole = np.stack([getattr(found, name) for name in WHOLE])
    return whole, np.concatenate([getattr(found, name).T for name in BY_INDICATOR])


def _flows(
    without: Numbers, enacted: Numbers, both: Counts, weights: Numbers, k: float
) -> tuple[Numbers, Numbers]:
    """Who enters and who leaves, as shares (1 + indicators, groups): in all, and newly lacking or no longer so."""
    was, now = (reaches(scores(flags, weights), k) for flags in (without, enacted))
    persons = both.persons.sum(axis=1)
    found = []
    for crosses, moved in (
        (now & ~was, enacted * (1 - without)),
        (was & ~now, without * (1 - enacted)),
    ):
        crossing = crosses[:, None] * np.column_stack([np.ones(len(moved)), moved])
        total = both.persons @ crossing
        found.append(
            np.divide(total.T, persons, out=np.full(total.T.shape, np.nan), where=persons > 0)
        )
    return found[0], found[1]
