"""Pattern 6: firm size is very skewed, and its level depends on the market."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import size_share
from poverty_nodes.experiments.evidence.harness.world import Life, World

MONTHS = 120
SKEWED = World("sialkot_surgical", MONTHS, keep=(MONTHS,))
ABROAD = World("torreon_jeans", MONTHS)
AT_HOME = World("gamarra_garments", MONTHS)


def small(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of firms with up to 50 workers."""
    return laboratory.read(SKEWED, lambda life: size_share(life.frames[MONTHS], 0, 50))


def large(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of firms with more than 250 workers."""
    return laboratory.read(SKEWED, lambda life: size_share(life.frames[MONTHS], 251))


def mean_size(life: Life) -> float:
    """Workers a firm in the last year."""
    heads = life.path("employment")[-12:].mean()
    return float(heads / life.path("firms")[-12:].mean())


def mean_abroad(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean size where foreign buyers order."""
    return laboratory.read(ABROAD, mean_size)


def mean_at_home(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean size where they do not."""
    return laboratory.read(AT_HOME, mean_size)


PATTERN = pattern("patterns/p06", (small, large, mean_abroad, mean_at_home))
