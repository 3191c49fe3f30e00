"""Pattern 21: governance shapes what can be upgraded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.model.shocks import GovernanceChange

MONTHS = 96


def world(governance: str) -> World:
    """Sialkot with all its buyers turned to one type in the first month."""
    turn = GovernanceChange.model_validate({"start": 1, "becomes": governance})
    return World("sialkot_surgical", MONTHS, keep=(0, MONTHS), shocks=(turn,), agents=EXPORTERS)


def steps(laboratory: Laboratory, governance: str, kind: str) -> NDArray[np.float64]:
    """Steps of a kind an exporter and year, among those that are still there."""

    def rate(life: Life) -> float:
        before, after = life.frames[0], life.frames[MONTHS]
        chosen = stayed(before, after) & before.living(tier=1)
        return float(after.firms[f"{kind}_steps"][chosen].mean() * 12 / MONTHS)

    return laboratory.read(world(governance), rate)


def captive_first(laboratory: Laboratory) -> NDArray[np.float64]:
    """Process steps under captive less relational governance."""
    return steps(laboratory, "captive", "process") - steps(laboratory, "relational", "process")


def relational_second(laboratory: Laboratory) -> NDArray[np.float64]:
    """Process steps under relational less market governance."""
    return steps(laboratory, "relational", "process") - steps(laboratory, "market", "process")


def functions(laboratory: Laboratory) -> NDArray[np.float64]:
    """Functional steps under market less captive governance."""
    return steps(laboratory, "market", "functional") - steps(laboratory, "captive", "functional")


def margin(laboratory: Laboratory) -> NDArray[np.float64]:
    """Price kept under relational over that under market governance, less one."""

    def price(life: Life) -> float:
        frame = life.frames[MONTHS]
        exporters = frame.firms[frame.living(tier=1)]
        return float(exporters["price_factor"].mean())

    relational, market = (laboratory.read(world(each), price) for each in ("relational", "market"))
    return relational / market - 1.0


PATTERN = pattern("patterns/p21", (captive_first, relational_second, functions, margin))
