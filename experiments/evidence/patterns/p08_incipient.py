"""Pattern 8: incipient clusters grow by number of firms, not by size or productivity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import HomeMarketGrows
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life, World

MONTHS = 120
GROWING = World("gamarra_garments", MONTHS, guide=(HomeMarketGrows(0.004),))
"""The home market grows by about 5 % a year; no foreign link is made."""


def last_year(life: Life, name: str, place: int = 0) -> float:
    """A field's mean over the last year."""
    return float(life.path(name, place)[-12:].mean())


def firms(laboratory: Laboratory) -> NDArray[np.float64]:
    """Growth of the number of firms in ten years."""
    return laboratory.read(GROWING, lambda life: life.ratio("firms", 12) - 1.0)


def size(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean size after ten years as a multiple of the base."""
    return laboratory.read(
        GROWING, lambda life: life.ratio("employment", 12) / life.ratio("firms", 12)
    )


def premium(life: Life, months: slice) -> float:
    """Output a person at work in the cluster over that of dispersed producers, less one.

    Owners count among those at work: of three people in a firm of Gamarra one is its owner.
    """
    here, there = (
        life.path("value_added", place)[months].mean()
        / (life.path("employment", place) + life.path("firms", place))[months].mean()
        for place in (0, 1)
    )
    return float(here / there - 1.0)


def premium_change(laboratory: Laboratory) -> NDArray[np.float64]:
    """Change of the productivity premium between the first year and the tenth."""
    late, early = slice(-12, None), slice(0, 12)
    return laboratory.read(GROWING, lambda life: premium(life, late) - premium(life, early))


def premium_left(laboratory: Laboratory) -> NDArray[np.float64]:
    """The premium in the tenth year."""
    return laboratory.read(GROWING, lambda life: premium(life, slice(-12, None)))


PATTERN = pattern("patterns/p08", (firms, size, premium_change, premium_left))
