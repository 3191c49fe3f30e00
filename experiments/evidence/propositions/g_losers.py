"""(g) Women and the unskilled lose out as clusters upgrade."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import unskilled_share, women_share
from poverty_nodes.experiments.evidence.harness.world import EPISODE, World
from poverty_nodes.experiments.evidence.propositions.gains import MONTHS, Measure, points


def worlds(cluster: str) -> tuple[World, World]:
    """The cluster with an upgrading episode, and without."""
    keep = (MONTHS,)
    return World(cluster, MONTHS, keep=keep, switched=EPISODE), World(cluster, MONTHS, keep=keep)


def women(cluster: str) -> Measure:
    """Change of women's share of the trade's workers, points."""
    return points(*worlds(cluster), lambda life: women_share(life.frames[MONTHS]))


def unskilled(cluster: str) -> Measure:
    """Change of unskilled people's share of regular posts, points."""
    return points(*worlds(cluster), lambda life: unskilled_share(life.frames[MONTHS]))


CLUSTERS = ("sinos_footwear", "tirupur_knitwear")
PROPOSITION = pattern("propositions/g", (*map(women, CLUSTERS), *map(unskilled, CLUSTERS)))
