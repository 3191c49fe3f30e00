"""Pattern 16: a common shock raises cooperation, vertical more than horizontal; multilateral action often fails."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.validation.laboratory import Laboratory
from experiments.validation.pattern import Ablation, Band, Pattern, Statistic
from experiments.validation.patterns.quality_shock import (
    ANNOUNCED,
    KEEP,
    MONTHS,
    QUIET,
    SHOCKED,
    STANDARD,
)
from experiments.validation.world import Life, World

AFTER = slice(ANNOUNCED, ANNOUNCED + 37)
DOMINATED = (
    ("chain.buyers.german_brands.share", 0.1),
    ("chain.buyers.us_distributors.share", 0.8),
    ("chain.buyers.spot_traders.share", 0.1),
)
"""The largest buyer takes four fifths in place of two fifths."""
ONE_BUYER = World("sialkot_surgical", MONTHS, keep=KEEP, changes=DOMINATED, shocks=(STANDARD,))
ONE_BUYER_QUIET = World("sialkot_surgical", MONTHS, keep=KEEP, changes=DOMINATED)


def mean_rise(laboratory: Laboratory, field: str) -> NDArray[np.float64]:
    """Relative rise of giving or of ties in the three years after the announcement, against no shock."""

    def level(life: Life) -> float:
        path = life.giving if field == "giving" else life.ties
        return float(path[AFTER].mean())

    return laboratory.read(SHOCKED, level) / laboratory.read(QUIET, level) - 1.0


def cooperation(laboratory: Laboratory) -> NDArray[np.float64]:
    """Relative rise of giving to joint action."""
    return mean_rise(laboratory, "giving")


def vertical_more(laboratory: Laboratory) -> NDArray[np.float64]:
    """Relative rise of ties to buyers less that of giving."""
    return mean_rise(laboratory, "ties") - mean_rise(laboratory, "giving")


def project(laboratory: Laboratory) -> NDArray[np.float64]:
    """Growth of the facility under the shock where one buyer dominates, less that in the real cluster."""

    def built(life: Life) -> float:
        return float(life.path("facility")[AFTER].mean())

    dominated = laboratory.read(ONE_BUYER, built) - laboratory.read(ONE_BUYER_QUIET, built)
    real = laboratory.read(SHOCKED, built) - laboratory.read(QUIET, built)
    return dominated - real


PATTERN = Pattern(
    id="p16",
    title="A common shock raises cooperation, mostly vertical",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "rise of giving to joint action in three years after a standard is announced",
            "cooperation up in Sialkot, Sinos and Guadalajara",
            Band(low=0.0),
            "a sign",
            cooperation,
        ),
        Statistic(
            "relative rise of ties to buyers less that of giving",
            "mostly bilateral and vertical",
            Band(low=0.0),
            "a sign",
            vertical_more,
        ),
        Statistic(
            "growth of the joint facility where one buyer takes four fifths, less that where two fifths",
            "the programme failed where leading firms preferred their big buyer (Sinos)",
            Band(high=0.0),
            "a sign",
            project,
        ),
    ),
    ablation=Ablation(
        "That a threat makes joint action worth more is a parameter: neutral at 0.",
        {"threat_worth": 0.0},
    ),
    source="schmitz1999; rabellotti1999; nadvi1999_collective",
    strength="A",
    remedy="A tie to the buyer would have to be something that both sides invest in under a threat; "
    "now it only follows deliveries and starts near its ceiling. Dependence counts a link's "
    "growth since the base, not its size.",
)
