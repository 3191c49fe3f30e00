"""Pattern 14: the smallest and most credit-starved gain most from simply being there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import NeighboursGone
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World

MONTHS = 84
NEAR = World("sialkot_surgical", MONTHS, keep=(0, MONTHS), agents=EXPORTERS)
ALONE = World(
    "sialkot_surgical",
    MONTHS,
    keep=(0, MONTHS),
    switched=(("base_contacts", 1.0), ("learning", 0.0)),
    guide=(NeighboursGone(0.05),),
    agents=EXPORTERS,
)
"""Agglomeration off: a twentieth of the specialists, one contact a month, nothing learnt from density."""


def founded(life: Life, poorest: bool) -> float:
    """Firms founded in the cluster by the third of households with least, or most, savings at the start."""
    before, after = life.frames[0].households, life.frames[MONTHS].households
    here = before["place"] == 0
    low, high = np.quantile(before["savings"][here], (1 / 3, 2 / 3))
    chosen = here & (before["savings"] <= low if poorest else before["savings"] >= high)
    return float(after["founded"][chosen].sum())


def change(laboratory: Laboratory, poorest: bool) -> NDArray[np.float64]:
    """Log change of founding by a third of households when agglomeration goes off."""

    def count(life: Life) -> float:
        return founded(life, poorest)

    alone, near = laboratory.read(ALONE, count), laboratory.read(NEAR, count)
    return np.asarray(np.log((alone + 0.5) / (near + 0.5)))


def entry(laboratory: Laboratory) -> NDArray[np.float64]:
    """Log change of founding by the poorest third, less that of the richest third."""
    return change(laboratory, poorest=True) - change(laboratory, poorest=False)


def closed(life: Life, smallest: bool) -> float:
    """Share closed of the third of firms with least, or most, capital at the start."""
    before, after = life.frames[0], life.frames[MONTHS]
    here = before.living()
    capital = before.firms["base_capital"]
    low, high = np.quantile(capital[here], (1 / 3, 2 / 3))
    chosen = here & (capital <= low if smallest else capital >= high)
    return float(1.0 - stayed(before, after)[chosen].mean())


def rise(laboratory: Laboratory, smallest: bool) -> NDArray[np.float64]:
    """Rise of closures among a third of firms when agglomeration goes off."""

    def share(life: Life) -> float:
        return closed(life, smallest)

    return laboratory.read(ALONE, share) - laboratory.read(NEAR, share)


def survival(laboratory: Laboratory) -> NDArray[np.float64]:
    """Rise of closures among firms with least capital, less that among firms with most."""
    return rise(laboratory, smallest=True) - rise(laboratory, smallest=False)


PATTERN = pattern("patterns/p14", (entry, survival))
