"""Stitching of footballs moved from homes to centres in Sialkot: women who could not follow were worse off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import Arms, Mask
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.population.codes import HOMEWORK
from poverty_nodes.model.shocks.child_labour_agreement import ChildLabourAgreement

MOVED = ChildLabourAgreement(start=2, ramp=12, child_share=0.14, withdrawn=0.95, homework_moved=0.8)
"""The sizes of the case in conf/shock/child_labour_agreement.yaml, within a year."""
ARMS = Arms(start=2, measured=(18, 22, 26), shocks=(MOVED,))


def women_at_home(laboratory: Laboratory) -> NDArray[np.float64]:
    """Earnings of women who worked at home before, with the move over without, in per cent."""
    found = []
    for pair in ARMS.lives(laboratory):
        chosen = _women(pair) & ARMS.kept(pair)
        with_it, without = (
            float(
                np.mean([life.frames[m].workers["earnings"][chosen].mean() for m in ARMS.measured])
            )
            for life in pair
        )
        found.append(100.0 * (with_it / without - 1.0))
    return np.array(found)


def _women(pair: tuple[Life, Life]) -> Mask:
    w = pair[1].frames[ARMS.start - 1].workers
    found: Mask = (w["post"] == HOMEWORK) & (w["gender"] == 1) & (w["place"] == 0)
    return found


TRIAL = trial("trials/khan2007", (women_at_home,))
