"""Pattern 6: firm size is very skewed, and its level depends on the market."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
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


PATTERN = Pattern(
    id="p06",
    title="Firm size is very skewed, its level depends on the market",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "share of firms with up to 50 workers after ten years",
            "92.2 % small in Sialkot; 99.3 % micro and small in Peru",
            Band(0.9, 1.0),
            "the test proposed with the evidence: at least 90 %",
            small,
        ),
        Statistic(
            "share of firms with more than 250 workers after ten years",
            "1.3 % large in Sialkot, 0.2 % in Peru",
            Band(0.0, 0.03),
            "the test proposed with the evidence: at most 2-3 %",
            large,
        ),
        Statistic(
            "mean size with foreign buyers (torreon_jeans)",
            "Tirupur about 40, Torreon about 350",
            Band(30.0, 350.0),
            "the test proposed with the evidence",
            mean_abroad,
        ),
        Statistic(
            "mean size without them (gamarra_garments)",
            "Gamarra about 3, Suame about 8, Agra 12",
            Band(3.0, 15.0),
            "the test proposed with the evidence",
            mean_at_home,
        ),
    ),
    ablation=Ablation(
        "Sizes are drawn from the description in the base month; that they stay is all the model adds.",
        description=True,
    ),
    source="silverhawk; larepublica2022; jobmarketmonitor",
    strength="A",
    remedy="Sizes are those of the descriptions: Sialkot's follow the published classes, with bounds of the "
    "classes that are not in the source.",
)
