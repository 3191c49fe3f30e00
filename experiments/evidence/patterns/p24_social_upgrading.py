"""Pattern 24: standards lift the monitored tier and leave the others where they are, or worse off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.readings import at_work, mean_wage
from poverty_nodes.experiments.evidence.harness.world import Frame, World
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.population.codes import HOMEWORK

MONTHS = 60
STANDARD = LabourStandards(
    start=12,
    wage_floor=1.2,
    home_workers=False,
    enforcement_formal=1.0,
    enforcement_informal=0.0,
    payer="buyers",
)
"""A floor a fifth above the unskilled regular wage, watched in all registered firms and in no other."""
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


PATTERN = Pattern(
    id="p24",
    title="Enforcement in one tier moves or removes abuse there, not elsewhere",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "change of mean pay in registered workshops, where a floor is watched",
            "conditions +0.8 s.d., wages +10 % (Bangladesh); +50 % (Indonesia)",
            Band(low=0.0),
            "a sign, for the watched tier",
            pay_inside,
        ),
        Statistic(
            "change of mean pay in unregistered firms and at home",
            "unchanged or worse: 5,000-7,700 children stayed in surgical workshops",
            Band(high=0.01),
            "not above 1 %",
            pay_outside,
        ),
    ),
    ablation=Ablation(
        "How far firms can move work out of sight is a pair of parameters: both at 0.",
        {"shift_limit": 0.0, "putout_limit": 0.0},
    ),
    source="bernhardt2011; harrison2004; bossavie2023",
    strength="A",
)
