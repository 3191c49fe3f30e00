"""What nothing has been solved for yet is neutral."""

from __future__ import annotations

import numpy as np

from poverty_nodes.scenarios.base_month.calibration import LEVELS, first_guess


def test_a_first_guess_reaches_everybody_and_corrects_nothing() -> None:
    guess = first_guess(2)
    assert guess.access.shape == (2, 4, 2, 2)
    assert np.all(guess.access == 1.0)
    assert np.all(guess.post_scale == 1.0)
    assert guess.post_scale.shape == (2, 4)
    assert np.all(guess.demand_scale == 1.0)
    assert np.all(guess.levels == 1.0)
    assert guess.levels.shape == (2, len(LEVELS))
    assert guess.rounds == 0
    assert guess.history == ()
