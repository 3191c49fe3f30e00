"""Who answers, and what the answer is: loss and error as a study supposes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import Outcome, Reported
from poverty_nodes.experiments.evaluation.study.study import Loss, Misreport

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]


def answered(
    loss: Loss, poor: Mask, gain: Numbers, waves: int, chance: np.random.Generator
) -> Mask:
    """Who answers at each wave (n, waves): nobody who refuses, and nobody after having been lost.

    `poor` flags the poorer half at the baseline and `gain` (n,) is one's own change in standard deviations.
    """
    there = np.repeat(chance.random((len(poor), 1)) >= loss.refusal, waves, axis=1)
    if loss.attrition > 0.0:
        log_odds = np.log(loss.attrition / (1.0 - loss.attrition))
        log_odds = log_odds + loss.poor * poor + loss.change * gain
        # What is lost by the last wave is lost in equal parts between waves.
        staying = (1.0 / (1.0 + np.exp(log_odds))) ** (1.0 / (waves - 1))
        stays = chance.random((len(poor), waves - 1)) < staying[:, None]
        there[:, 1:] &= np.logical_and.accumulate(stays, axis=1)
    return there


def reported(
    said: Reported, error: Misreport, offered: Mask, chance: np.random.Generator
) -> Reported:
    """Reported amounts: with noise, with what those report more to whom the programme was offered, and rounded."""
    welfare, earnings = said.welfare, said.earnings
    if error.noise > 0.0:
        welfare = welfare * np.exp(error.noise * chance.standard_normal(len(welfare)))
        earnings = earnings * np.exp(error.noise * chance.standard_normal(len(earnings)))
    if error.hawthorne:
        lift = np.exp(error.hawthorne * offered)
        welfare, earnings = welfare * lift, earnings * lift
    if error.heaping > 0.0:
        welfare, earnings = (
            np.round(each / error.heaping) * error.heaping for each in (welfare, earnings)
        )
    return Reported(welfare, earnings, said.post)


def measured(
    said: Sequence[Reported],
    outcome: Outcome,
    line: float,
    error: Misreport,
    offered: Sequence[Mask],
    chance: np.random.Generator,
) -> Numbers:
    """The outcome as a surveyor has it (n, waves)."""
    waves = zip(said, offered, strict=True)
    return np.stack(
        [outcome.of(reported(each, error, who, chance), line) for each, who in waves], axis=1
    )
