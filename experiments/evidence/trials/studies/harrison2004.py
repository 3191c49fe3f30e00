"""Real minimum wages more than doubled in Indonesia: unskilled pay rose, jobs fell somewhat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import (
    Arms,
    Mask,
    trial_effect,
    with_and_without,
)
from poverty_nodes.experiments.evidence.trials.outcomes import wages
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.labour_standards import LabourStandards

FLOOR = LabourStandards(
    wage_floor=1.3,
    home_workers=False,
    start=2,
)
"""A floor that lifts unskilled pay of covered firms about as much as it rose there."""
ARMS = Arms((FLOOR,), measured=(20, 26))
UNSKILLED = (2, 3)


def stayers_pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Pay of people in unskilled workshop posts before and after in both worlds, with the floor over without, %."""

    def groups(pair: tuple[Life, Life]) -> tuple[Mask, Mask]:
        chosen = np.isin(pair[1].frames[ARMS.start - 1].workers["post"], UNSKILLED)
        chosen &= pair[1].frames[ARMS.start - 1].workers["place"] == 0
        elsewhere = pair[1].frames[ARMS.start - 1].workers["place"] == 1
        for life in pair:
            for month in ARMS.measured:
                chosen = chosen & np.isin(life.frames[month].workers["post"], UNSKILLED)
        return chosen, elsewhere & (pair[1].frames[ARMS.start - 1].workers["post"] == 1)

    return trial_effect(ARMS, laboratory, groups, wages)


def unskilled_jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Change of unskilled workshop posts, in per cent of those without."""

    def posts(life: Life, months: tuple[int, ...]) -> float:
        return float(
            np.mean(
                [
                    (
                        np.isin(life.frames[m].workers["post"], UNSKILLED)
                        & (life.frames[m].workers["place"] == 0)
                    ).sum()
                    for m in months
                ]
            )
        )

    with_it, without = with_and_without(ARMS, laboratory, posts)
    return np.asarray(100.0 * (with_it / without - 1.0), dtype=np.float64)


TRIAL = trial("trials/harrison2004", (stayers_pay, unskilled_jobs))
