"""Whose effect an estimator means to find, and what it is in a world."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.panel.world import CLUSTER
from poverty_nodes.experiments.evaluation.survey.field import Field

Mask = NDArray[np.bool_]
NEAR = 0.25
"""Part of a bandwidth below the threshold in which the effect at it is read."""


def truth_of(laid: Field, method: str) -> float:
    """The effect that an estimator means to find in this world, most often at the last wave.

    In waves of places it is the mean over places and the waves from the opening on. An encouragement's comparison of
    groups finds what it does to those encouraged beyond what there is for the others.
    """
    study, world = laid.study, laid.world
    if study.assignment == "waves":
        return _over_waves(laid)
    if study.assignment == "encouragement" and method != "instrument":
        return _effect(laid, laid.who & laid.offered) - _effect(laid, laid.who & ~laid.offered)
    return _effect(laid, laid.who & _whose(laid, method) & (world.column("place") == CLUSTER))


def _whose(laid: Field, method: str) -> Mask:
    study, world = laid.study, laid.world
    if study.assignment == "place":
        return np.ones(len(laid.who), dtype=np.bool_)
    if study.assignment == "lottery":
        return world.reached if method == "instrument" else laid.lottery.won
    if study.assignment == "threshold":
        return (laid.score < 0.0) & (laid.score >= -NEAR)
    if study.assignment == "saturation":
        return (world.part > 0.0) & (laid.offered if method == "winners" else ~laid.offered)
    # Those whom encouragement brings in: encouraged, and ready only because of it.
    alone = laid.take_up * study.encouragement.otherwise
    return laid.offered & world.reached & (world.readiness >= alone)


def _over_waves(laid: Field) -> float:
    """The mean effect over places with the programme and their waves since it opened, each place and wave alike."""
    study, world, place = laid.study, laid.world, laid.world.column("place")
    found = [
        world.effect(OUTCOMES[study.outcome], laid.line, month, laid.who & (place == code))
        for code, opening in world.opens.items()
        for month in study.waves
        if month >= opening
    ]
    return float(np.mean(found)) if found else float("nan")


def _effect(laid: Field, mask: Mask) -> float:
    study = laid.study
    return laid.world.effect(OUTCOMES[study.outcome], laid.line, study.last, mask)
