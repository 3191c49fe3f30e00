"""How far the model's own certainty can be trusted, over effects made up so that the answer is known."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.calibration import Calibration, calibration_of
from poverty_nodes.experiments.evidence.trials.published import Published, around, upward
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial, run_trial

SURE, OPEN = np.array([9.0, 10.0, 11.0]), np.array([-9.0, 1.0, 9.0])
EFFECTS = (
    Effect("right and held", around(10.0, "+10 %"), lambda _: SURE, "a term"),
    Effect("wrong sign", around(-10.0, "-10 %"), lambda _: SURE, "a term"),
    Effect("a sign alone", upward("up"), lambda _: SURE, "a term"),
    Effect("unlike nothing", around(5.0, "+5 %"), lambda _: OPEN, "a term"),
    Effect("of either sign", Published("none", -2.0, 2.0, "judged", 0.0), lambda _: SURE, "a term"),
    Effect("put in", around(10.0, "+10 %"), lambda _: SURE, "a term", imposed=True),
)


def test_signs_and_intervals_are_counted_without_what_is_put_in() -> None:
    trial = Trial("one2000", "A trial", "micro_credit", "demel2008", "half treated", EFFECTS)
    found = calibration_of(run_trial(trial, Laboratory(seeds=(1, 2, 3))))
    assert found == Calibration(called=3, right_sign=2, sized=4, held=2)
