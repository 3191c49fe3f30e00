"""Pattern 16: a common shock raises cooperation, vertical more than horizontal; multilateral action often fails."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
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


PATTERN = pattern("patterns/p16", (cooperation, vertical_more, project))
