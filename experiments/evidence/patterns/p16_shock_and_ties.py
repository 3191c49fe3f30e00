"""Pattern 16: a common shock raises cooperation, vertical more than horizontal; multilateral action often fails."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.experiments.evidence.patterns.quality_shock import (
    ANNOUNCED,
    KEEP,
    MONTHS,
    QUIET,
    SEEN,
    SHOCKED,
    STANDARD,
)

NOTICED = 0.02
"""Change of a tie, or relative change of giving, that a firm would speak of when asked."""
AFTER = slice(ANNOUNCED, ANNOUNCED + 37)
DOMINATED = (
    ("chain.buyers.german_brands.share", 0.1),
    ("chain.buyers.us_distributors.share", 0.8),
    ("chain.buyers.spot_traders.share", 0.1),
)
"""The largest buyer takes four fifths in place of two fifths."""
ONE_BUYER = World(
    "sialkot_surgical",
    MONTHS,
    keep=KEEP,
    changes=DOMINATED,
    shocks=(STANDARD,),
    agents=EXPORTERS,
)
ONE_BUYER_QUIET = World("sialkot_surgical", MONTHS, keep=KEEP, changes=DOMINATED, agents=EXPORTERS)


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
    """Share of exporters whose tie to the buyer is closer than without the shock, less the share that give more.

    The surveys of Sialkot, Sinos and Guadalajara counted firms that had come to co-operate more, with whom.
    """

    def asked(shocked: Life, quiet: Life) -> float:
        before, after, other = shocked.frames[0], shocked.frames[SEEN], quiet.frames[SEEN]
        there = before.living(tier=1) & stayed(before, after) & stayed(before, other)
        closer = after.firms["tie"] > other.firms["tie"] + NOTICED
        members = after.firms["member"] == 1
        gives = members & (
            after.firms["contribution"] > (1.0 + NOTICED) * other.firms["contribution"]
        )
        return float(closer[there].mean() - gives[there].mean())

    pairs = zip(laboratory.lives(SHOCKED), laboratory.lives(QUIET), strict=True)
    return np.array([asked(shocked, quiet) for shocked, quiet in pairs])


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
            "share of exporters with a closer tie to the buyer, less the share that give more",
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
        "That buyers help their suppliers with a standard, and that help brings know-how, makes ties worth more, and a "
        "buyer who draws near pulls the large away from joint action, by parameters: all at 0. That joint "
        "action is worth more is what the facility saves; without that it is no facility.",
        {"standard_teaching": 0.0, "standard_know_how": 0.0, "outside_pull": 0.0},
    ),
    source="schmitz1999; rabellotti1999; nadvi1999_collective",
    strength="A",
    remedy="A standard is met once and within a year, and what a closer tie saves on it is a tenth of what the tie "
    "earns in any month, three tenths for who has not met it by the deadline, while ties take years to follow: it "
    "would have to be met again and again, or ties decide who is dropped.",
)
