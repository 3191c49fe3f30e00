"""Pattern 11: pay falls steeply down the tiers, and homework is the main poverty node."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
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


PATTERN = Pattern(
    id="p11",
    title="Pay falls down the tiers; homework is the main poverty node",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "pay of home workers over that of all other workers",
            "about one half in India and Mexico, 0.75 in South Africa",
            Band(0.4, 0.75),
            "the test proposed with the evidence",
            home_to_factory,
        ),
        Statistic(
            "headcount of home workers less that of other workers, at $4.20",
            "homework is the main poverty node",
            Band(low=0.0),
            "a sign",
            homework_poverty,
        ),
        Statistic(
            "share of poor workers in tiers 2 and 3 or at home",
            "most poor workers sit in tiers 2-3",
            Band(low=0.5),
            "most: more than half",
            lower_tiers,
        ),
    ),
    ablation=Ablation(
        "Pay by post and posts by tier are inputs of the description.", description=True
    ),
    source="ilo2021; cividep",
    strength="A",
    remedy="Posts by tier are assumed for Sialkot: exporters hold 56 % of the workers, by arithmetic on size classes.",
)
