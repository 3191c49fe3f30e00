"""Pattern 24: standards lift the monitored tier and leave the others where they are, or worse off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import at_work, mean_wage
from poverty_nodes.experiments.evidence.harness.world import Frame, World
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.population.codes import HOMEWORK

MONTHS = 60
STANDARD = LabourStandards(
    start=12,
    wage_floor=1.2,
    home_workers=False,
    enforcement_informal=0.0,
    payer="buyers",
)
"""A floor a fifth above the unskilled regular wage, watched in registered firms as by default and in no other."""
FREE = World("sialkot_surgical", MONTHS, keep=(MONTHS,))
WATCHED = World("sialkot_surgical", MONTHS, keep=(MONTHS,), policies=(STANDARD,))


def watched(frame: Frame) -> NDArray[np.bool_]:
    """Who works in a registered firm's workshop (workers,)."""
    formal = frame.firms["formal"][np.maximum(frame.workers["employer"], 0)] == 1
    return at_work(frame) & formal & (frame.workers["post"] != HOMEWORK)


def unwatched(frame: Frame) -> NDArray[np.bool_]:
    """Who works in the trade otherwise (workers,)."""
    return at_work(frame) & ~watched(frame)


def pay_inside(laboratory: Laboratory) -> NDArray[np.float64]:
    """Relative change of mean pay where the standard is watched."""
    new, old = (
        laboratory.read(
            world, lambda life: mean_wage(life.frames[MONTHS], watched(life.frames[MONTHS]))
        )
        for world in (WATCHED, FREE)
    )
    return new / old - 1.0


def pay_outside(laboratory: Laboratory) -> NDArray[np.float64]:
    """Relative change of mean pay where it is not."""
    new, old = (
        laboratory.read(
            world, lambda life: mean_wage(life.frames[MONTHS], unwatched(life.frames[MONTHS]))
        )
        for world in (WATCHED, FREE)
    )
    return new / old - 1.0


PATTERN = pattern("patterns/p24", (pay_inside, pay_outside))
