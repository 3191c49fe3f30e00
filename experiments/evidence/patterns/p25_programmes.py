"""Pattern 25: market access beats training beats subsidised credit; neighbours of members dip first and gain later."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment
from poverty_nodes.model.policies.market_linkage import MarketLinkage
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

MONTHS = 60
LAST = (39, 42, 45, 48, 51, 54, 57, MONTHS)
"""Months of the fourth and fifth year whose profits, or exports, are averaged."""
SMALL = 20
"""Workers of a small firm at most."""
START = 6
DIP = (START + 12,)
"""A year after the start."""
ACCESS = MarketLinkage(start=START, take_up=1.0)
TRAINING = TechnologyCentre(start=START, take_up=1.0)
CREDIT = MicroCredit(start=START, take_up=1.0, amount=500.0, rate=0.01, months=12)
"""Each offered to every firm, with terms as the programme has them; credit at half the usual rate."""


def world(*policies: Policy) -> World:
    """Sialkot with a programme, or without."""
    return World(
        "sialkot_surgical", MONTHS, keep=(0, *DIP, *LAST), policies=policies, agents=EXPORTERS
    )


def profit(life: Life) -> float:
    """Mean profit of the cluster's small firms of the start that are still there, dollars a month."""
    before = life.frames[0]
    small = before.living() & (before.firms["base_heads"] <= SMALL)
    found = []
    for month in LAST:
        after = life.frames[month]
        found.append(float(after.firms["profit"][small & stayed(before, after)].mean()))
    return float(np.mean(found))


def effect(laboratory: Laboratory, policy: Policy) -> NDArray[np.float64]:
    """Relative change of small firms' profit."""
    return laboratory.read(world(policy), profit) / laboratory.read(world(), profit) - 1.0


def access_over_training(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect of market access less that of training."""
    return effect(laboratory, ACCESS) - effect(laboratory, TRAINING)


def training_over_credit(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect of training less that of subsidised credit."""
    return effect(laboratory, TRAINING) - effect(laboratory, CREDIT)


PROGRAMME = ClusterDevelopment(start=START, take_up=0.4)
"""A cluster programme that some exporters join and the rest do not, as in Brazil."""


def neighbours(
    laboratory: Laboratory, months: tuple[int, ...], exports: bool
) -> NDArray[np.float64]:
    """Relative change of exporters' jobs, or exports, whom the programme's first month did not reach."""

    def change(with_: Life, without: Life) -> float:
        (served,) = with_.first_served.values()
        rest = with_.frames[0].living(tier=1) & ~served

        def total(life: Life, month: int) -> float:
            frame = life.frames[month]
            each = (
                frame.heads()
                if not exports
                else frame.firms["revenue"] * frame.firms["abroad_part"]
            )
            return float(each[rest & frame.living()].sum())

        return sum(total(with_, m) for m in months) / sum(total(without, m) for m in months) - 1.0

    pairs = zip(laboratory.lives(world(PROGRAMME)), laboratory.lives(world()), strict=True)
    return np.array([change(*pair) for pair in pairs])


def neighbours_jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Jobs of exporters outside the programme a year after its start."""
    return neighbours(laboratory, DIP, exports=False)


def neighbours_exports(laboratory: Laboratory) -> NDArray[np.float64]:
    """Exports of exporters outside the programme in its fourth and fifth year."""
    return neighbours(laboratory, LAST, exports=True)


PATTERN = pattern(
    "patterns/p25",
    (access_over_training, training_over_credit, neighbours_jobs, neighbours_exports),
)
