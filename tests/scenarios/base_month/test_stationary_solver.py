"""The stationary solver solves for a base month that stands still: it ends, it is pure, and it comes near."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.scenarios.base_month import stationary_solver
from poverty_nodes.scenarios.base_month.access import closer, solve_access
from poverty_nodes.scenarios.base_month.burn_in import start
from poverty_nodes.scenarios.base_month.calibration import ARRAYS, Calibration, first_guess
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.base_month.solver_sums import by_tier, sums_of
from poverty_nodes.scenarios.base_month.stationary_solver import calibrate
from poverty_nodes.scenarios.synthesis.figures import read_figures
from tests.laws.same import differing
from tests.small_economy import SCALE, cluster, live, scenario, synthesised


@pytest.fixture(scope="module")
def solved() -> Calibration:
    """The calibration that tests share, from the cache."""
    return scenario().calibration()


def test_it_says_how_near_it_came(solved: Calibration) -> None:
    assert solved.rounds == stationary_solver.ROUNDS
    assert solved.spread == max(abs(gap) for gap in solved.history[-1].values())
    assert set(solved.history[-1]) == {
        f"{what}_{place}" for what in ("posts", "output", "demand") for place in (0, 1)
    }


def test_chances_are_chances_and_somebody_is_reached_by_every_offer(solved: Calibration) -> None:
    assert np.all((solved.access > 0.0) & (solved.access <= 1.0))
    assert np.all(solved.access.max(axis=(2, 3)) == 1.0)


def test_every_correction_is_a_positive_number(solved: Calibration) -> None:
    for name in set(ARRAYS) - {"productivity_drift"}:
        assert np.isfinite(getattr(solved, name)).all(), name
        assert np.all(getattr(solved, name) > 0.0), name
    assert np.all(solved.base_slack < 1.0)


def test_closings_lift_the_luck_of_a_trade_and_by_little(solved: Calibration) -> None:
    """A tenth of firms close in a year; were they worse than the rest by all of the spread, a year would bring 0.03."""
    assert np.abs(solved.productivity_drift).max() < 0.03 / 12.0
    assert solved.productivity_drift.mean() > 0.0


def test_new_processes_come_faster_to_who_buys_more_machines_than_wear_out() -> None:
    state = synthesised(scale=0.05)
    firms, p = state.firms, state.parameters[0]
    firms["cash"] = p.cash_target * firms["base_revenue"]
    firms["capital"], firms["investment"] = 100.0, 100.0 * p.depreciation
    _, even = by_tier(state)
    firms["investment"] *= 2.0
    _, faster = by_tier(state)
    there = np.array(
        [[((firms["place"] == i) & (firms["tier"] == t)).any() for t in (1, 2, 3)] for i in (0, 1)]
    )
    assert even[there] == pytest.approx(1.0)
    assert faster[there][:, 0] == pytest.approx(1.0 + p.embodied)
    assert faster[there][:, 1:] == pytest.approx(1.0)


def test_offers_that_reach_too_few_women_are_made_to_reach_more() -> None:
    """One step from even chances: half the women wanted in regular posts, too many in the others."""
    figures = read_figures(cluster(), SCALE)
    share = np.where(np.arange(4) < 2, 0.5 * figures.women, 0.5 * (1.0 + figures.women))
    hires = np.zeros((2, 4, 2, 2), dtype=np.int64)
    for gender, part in ((0, 1.0 - share), (1, share)):
        for group, other in ((0, 1.0 - figures.minority), (1, figures.minority)):
            hires[:, :, gender, group] = np.rint(1e6 * part * other)
    moved = closer(np.ones((2, 4, 2, 2)), hires, figures.women, figures.minority, 0.8)
    relative = moved[:, :, 1, 0] / moved[:, :, 0, 0]
    assert np.all(relative[:, :2] > 1.0)
    assert np.all(relative[:, 2:] < 1.0)
    assert moved[:, :, :, 1] / moved[:, :, :, 0] == pytest.approx(np.ones((2, 4, 2)), rel=1e-3)
    assert np.all((moved > 0.0) & (moved <= 1.0))


def test_the_average_of_rounds_is_geometric() -> None:
    one, other = first_guess(2), first_guess(2)
    other.post_scale[:] = 4.0
    assert stationary_solver.average([one, other]).post_scale == pytest.approx(np.full((2, 4), 2.0))


def test_a_round_in_which_nobody_has_cash_for_a_step_is_no_division_by_zero() -> None:
    one, other = first_guess(2), first_guess(2)
    other.pace_scale[0, 2] = 0.0
    averaged = stationary_solver.average([one, other]).pace_scale
    assert np.all(averaged[0, 2] == 0.0)
    assert np.all(averaged[1] == 1.0)


def test_firms_that_want_nobody_move_demand_to_the_end_of_its_range() -> None:
    state, figures = synthesised(scale=0.005), read_figures(cluster(), 0.005)
    sums = sums_of(state, np.zeros((2, 3)))
    sums.desired[0, 2] = 0.0
    moved = stationary_solver.improve(first_guess(2), sums, figures, [state])
    assert moved.demand_scale[0, 2] == stationary_solver.DEMAND_RANGE[1]
    moved.check()


def test_month_0_of_a_seed_is_a_function_of_the_calibration(solved: Calibration) -> None:
    one, other = (start(cluster(), solved, SCALE, {}, 5) for _ in range(2))
    assert differing(one, other) == []


@pytest.mark.slow
def test_the_pilot_is_a_pure_function_whatever_its_threads_do() -> None:
    said: list[tuple[int, int]] = []
    one, other = (
        calibrate(cluster(), {}, 0.005, lambda done, of: said.append((done, of))) for _ in range(2)
    )
    for name in ARRAYS:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert one.history == other.history
    assert said[: len(said) // 2] == said[len(said) // 2 :]


@pytest.mark.slow
def test_the_pilot_makes_firms_that_are_founded_meet_those_that_close() -> None:
    """Firms over those of the base month after two years, with what was solved and without."""
    firms = [
        np.mean(
            [
                live(start(cluster(), calibration, SCALE, {}, seed), 24).places["density"][0]
                for seed in range(1, 7)
            ]
        )
        for calibration in (scenario().calibration(), first_guess(2))
    ]
    assert abs(firms[0] - 1.0) < 0.2
    assert abs(firms[0] - 1.0) < abs(firms[1] - 1.0)


@pytest.mark.slow
def test_employment_stays_near_its_description_for_two_years() -> None:
    figures = read_figures(cluster(), SCALE)
    wanted = figures.places[0].heads(figures.posts).sum()
    heads = [
        live(scenario().start(seed), 24).places["employment"][0] / wanted for seed in range(1, 9)
    ]
    assert np.mean(heads) == pytest.approx(1.0, abs=0.12)


@pytest.mark.slow
def test_women_and_the_minority_hold_about_their_shares_of_posts() -> None:
    figures = read_figures(cluster(), 0.1)
    states = [synthesise(cluster(), first_guess(2), 0.1, {}, seed) for seed in (3, 4)]
    solved = solve_access(states, figures, first_guess(2))
    held = np.zeros((4, 2, 2))
    for seed in (1, 2):
        state = start(cluster(), solved, 0.1, {}, seed)
        w = state.workers[(state.workers["place"] == 0) & (state.workers["post"] > 0)]
        w = w[w["post"] < 5]
        np.add.at(held, (w["post"] - 1, w["gender"], w["social_group"]), 1)
    total = held.sum(axis=(1, 2))
    assert held[:, 1, :].sum(axis=1) / total == pytest.approx(figures.women, abs=0.06)
    assert held[:, :, 1].sum(axis=1) / total == pytest.approx(figures.minority, abs=0.06)
