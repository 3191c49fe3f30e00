"""Pattern 11: pay falls steeply down the tiers, and homework is the main poverty node."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import at_work, mean_wage, poor, tier_of
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.experiments.evidence.patterns.p10_pay_level import MONTHS
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES
from poverty_nodes.model.population.codes import HOMEWORK

QUIET = World("sialkot_surgical", MONTHS, keep=(MONTHS,), agents=EXPORTERS)
"""Who is poor among few exporters' workers is chance: with 5,000 workers it takes 12 seeds to tell."""
LINE = INTERNATIONAL_LINES["4.20"].monthly


def home_to_factory(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean pay of home workers over that of all others; hours are taken as equal."""

    def ratio(life: Life) -> float:
        frame = life.frames[MONTHS]
        working = at_work(frame)
        home = working & (frame.workers["post"] == HOMEWORK)
        return mean_wage(frame, home) / mean_wage(frame, working & ~home)

    return laboratory.read(QUIET, ratio)


def homework_poverty(laboratory: Laboratory) -> NDArray[np.float64]:
    """Headcount of home workers less that of all other workers of the trade."""

    def gap(life: Life) -> float:
        frame = life.frames[MONTHS]
        working = at_work(frame)
        home = working & (frame.workers["post"] == HOMEWORK)
        below = poor(frame, LINE)
        return float(below[home].mean() - below[working & ~home].mean())

    return laboratory.read(QUIET, gap)


def lower_tiers(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of poor workers who work for subcontractors and specialists, or at home."""

    def share(life: Life) -> float:
        frame = life.frames[MONTHS]
        needy = at_work(frame) & poor(frame, LINE)
        low = (tier_of(frame) > 1) | (frame.workers["post"] == HOMEWORK)
        return float(low[needy].mean())

    return laboratory.read(QUIET, share)


PATTERN = pattern("patterns/p11", (home_to_factory, homework_poverty, lower_tiers))
