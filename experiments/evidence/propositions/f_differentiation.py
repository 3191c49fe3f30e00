"""(f) Growth differentiates: local links give way to external ones, and large and small come into conflict."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.propositions.e_buyers import ORDERS
from poverty_nodes.experiments.evidence.propositions.gains import (
    MONTHS,
    Measure,
    less,
    mean_of,
    per_cent,
    points,
    ratio,
)


def worlds(cluster: str) -> tuple[World, World]:
    """The cluster with growing orders, and without."""
    keep = (0, MONTHS)
    return World(cluster, MONTHS, keep=keep, prepare=ORDERS), World(cluster, MONTHS, keep=keep)


def put_out(life: Life) -> float:
    """What exporters pay for work put out in the place over their sales."""
    frame = life.frames[MONTHS]
    exporters = frame.firms[frame.living(tier=1)]
    return ratio(exporters["putout_cost"].sum(), exporters["revenue"].sum())


def profit(life: Life, large: bool) -> float:
    """Mean profit of the larger, or smaller, half of firms of the start that are still there."""
    before, after = life.frames[0], life.frames[MONTHS]
    chosen = before.living() & stayed(before, after)
    heads = before.firms["base_heads"]
    middle = np.median(heads[chosen]) if chosen.any() else 0.0
    return mean_of(after.firms["profit"][chosen & (heads > middle if large else heads <= middle)])


def links(cluster: str) -> Measure:
    """Change of the share of sales that exporters pay for work put out, points."""
    return points(*worlds(cluster), put_out)


def conflict(cluster: str) -> Measure:
    """Rise of profit of the larger half less that of the smaller, points."""
    larger = per_cent(*worlds(cluster), lambda life: profit(life, large=True))
    return less(larger, per_cent(*worlds(cluster), lambda life: profit(life, large=False)))


CLUSTERS = ("sialkot_surgical", "tirupur_knitwear")
PROPOSITION = pattern("propositions/f", (*map(links, CLUSTERS), *map(conflict, CLUSTERS)))
