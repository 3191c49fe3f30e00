"""(d) Small riskable steps let the poor start, and survive."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.propositions.gains import MONTHS, Measure, Values


def worlds(cluster: str) -> tuple[World, World]:
    """The cluster as it is, and where a start takes the whole process and not one stage."""
    whole = (("stages_floor", 1.0),)
    keep = (0, MONTHS)
    return World(cluster, MONTHS, keep=keep), World(cluster, MONTHS, keep=keep, switched=whole)


def founded(life: Life) -> float:
    """Firms that the poorer half of households by savings founded, a hundred households."""
    before, after = life.frames[0].households, life.frames[MONTHS].households
    here = before["place"] == 0
    poorer = here & (before["savings"] <= np.median(before["savings"][here]))
    return float(100.0 * after["founded"][poorer].sum() / poorer.sum())


def starts(cluster: str) -> Measure:
    """More firms founded by the poorer half, a hundred of its households in five years."""
    steps, whole = worlds(cluster)

    def measure(laboratory: Laboratory) -> Values:
        return laboratory.read(steps, founded) - laboratory.read(whole, founded)

    return measure


CLUSTERS = ("central_java_rooftiles", "gamarra_garments", "sialkot_surgical")
PROPOSITION = pattern("propositions/d", tuple(map(starts, CLUSTERS)))
