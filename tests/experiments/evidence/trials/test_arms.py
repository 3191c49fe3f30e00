"""Estimates of a trial on hand-made lives: gains of the treated less gains of the controls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Frame, Life, World
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, per_cent, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import earnings, of_place
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from tests.model.village import firms, households, places, workers

PEOPLE = 40
POLICY = CashTransfer(amount=10.0, start=2)
ARMS = Arms((POLICY,), measured=(3,))


def frame(month: int, pay: NDArray[np.float64]) -> Frame:
    people = workers(*[{}] * PEOPLE)
    people["earnings"] = pay
    return Frame(month, firms({}), people, households({}), np.zeros((1, 4), np.int32))


class OneLife(Laboratory):
    """Lives made by hand instead of lived."""

    def lives(self, world: World) -> list[Life]:
        base = np.linspace(50.0, 150.0, PEOPLE)
        served = np.arange(PEOPLE) % 2 == 0
        with_it = base + 20.0 * served + 5.0 if world.policies else base
        rows = places({"employment": 110.0 if world.policies else 100.0})
        table = np.array([rows] * 4)
        nothing = np.zeros(4)
        return [
            Life(
                1,
                table,
                nothing,
                nothing,
                nothing,
                {1: frame(1, base), 3: frame(3, with_it)},
                {"cash_transfer": np.ones(PEOPLE, np.bool_)},
                {"cash_transfer": served},
            )
        ]


@pytest.fixture
def laboratory() -> Laboratory:
    return OneLife(seeds=(1,))


def test_what_all_gain_is_no_effect_of_the_trial(laboratory: Laboratory) -> None:
    effect = trial_effect(ARMS, laboratory, assigned("cash_transfer"), earnings, relative=False)
    assert effect == pytest.approx([20.0])


def test_a_relative_effect_is_in_per_cent_of_the_controls_beside_the_programme(
    laboratory: Laboratory,
) -> None:
    effect = trial_effect(ARMS, laboratory, assigned("cash_transfer"), earnings)
    controls = np.linspace(50.0, 150.0, PEOPLE)[1::2] + 5.0
    assert effect == pytest.approx([2000.0 / controls.mean()])


def test_too_few_units_give_no_estimate(laboratory: Laboratory) -> None:
    def few(pair: Sequence[Life]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        chosen = np.arange(PEOPLE) < 9
        return chosen, ~chosen

    assert np.isnan(trial_effect(ARMS, laboratory, few, earnings)).all()


def test_a_place_is_compared_with_itself(laboratory: Laboratory) -> None:
    assert per_cent(ARMS, laboratory, of_place("employment")) == pytest.approx([10.0])
