"""A town without subcontractors, or without specialists, is a town, and none of a tier's firms is invented."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.observed_run import changed
from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in, set_month_zero
from poverty_nodes.scenarios.base_month.population import synthesise
from tests.small_economy import cluster, live


class Closing(Month):
    """The month in which every subcontractor closes, with nothing left and nothing owed."""

    def closures(self, state: State) -> int:
        """All of them."""
        subcontractors = state.firms["tier"] == 2
        state.firms["alive"][subcontractors] = 0
        state.firms["cash"][subcontractors] = 0.0
        return int(subcontractors.sum())


TIERS = {"subcontractor": 2, "specialist": 3}


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.filterwarnings("error")
def test_a_town_without_a_tier_has_no_firm_of_it_and_works(tier: str) -> None:
    town = changed(cluster(), f"firms.tier_share.{tier}", 0.0)
    state = synthesise(town, first_guess(2), 0.05, {}, 1)
    assert TIERS[tier] not in state.firms["tier"]
    run_in(state, months=6)
    set_month_zero(state)
    live(state, 24)
    assert TIERS[tier] not in state.firms["tier"]
    assert np.all(state.places["output"] > 0.7)
    assert np.all(state.places["specialists"] == 1.0) or tier == "subcontractor"


def test_when_the_last_subcontractor_closes_exporters_make_the_whole_themselves() -> None:
    state = synthesise(cluster(), first_guess(2), 0.05, {}, 1)
    run_in(state, months=6)
    set_month_zero(state)
    live(state, 1)
    before = state.places["output"].copy()
    closing = Closing()
    closing.demography(state)
    closing.tally(state)
    exporters = (state.firms["alive"] == 1) & (state.firms["tier"] == 1)
    live(state, 1)
    left = 1.0 - state.firms["putout_share"][exporters]
    assert np.all(state.firms["output"][exporters] > 0.3 * left)
    assert np.all(state.places["output"] < before)
