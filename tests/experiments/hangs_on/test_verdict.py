"""When a number turns an answer: only if luck cannot do it, neither in the answer nor in the difference."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.hangs_on.hangs_on import verdict
from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.not_known import TURNS, VANISHES, with_luck

AROUND = np.array([-0.3, 0.1, 0.2, -0.1, 0.1])


@pytest.mark.parametrize(
    ("own", "there", "said"),
    [
        (-4.0, 2.0, TURNS),
        (-4.0, 0.05, VANISHES),
        (-4.0, -2.0, ""),
        (0.05, -3.0, ""),
        (3.0, -1.0, TURNS),
    ],
)
def test_a_verdict_is_given_where_luck_cannot_do_it(own: float, there: float, said: str) -> None:
    before, after = own + AROUND, there + AROUND[::-1]
    assert verdict(over_seeds(after), over_seeds(after - before), over_seeds(before)) == said


def test_an_answer_whose_difference_may_be_luck_does_not_vanish() -> None:
    before = np.array([-1.0, -1.2, -0.9, -1.1])
    after = np.array([1.5, -2.0, 0.5, -1.0])
    assert verdict(over_seeds(after), over_seeds(after - before), over_seeds(before)) == ""


def test_luck_widens_what_is_not_known_to_both_sides() -> None:
    assert with_luck(-4.0, -7.0, 0.0) == -7.0
    assert with_luck(-4.0, -7.0, 4.0) < -7.0 < -1.0 < with_luck(-4.0, -1.0, 4.0)
