"""The stationary solver finds the numbers that make the base month of a cluster stationary.

A few trial populations live month after month while these numbers move, a part of the way at a time, until the economy
rests where the description puts it. Nothing is started anew between rounds, so that corrections respond to the economy
and not to the jolt of a new start; the corrections of the last rounds are averaged, because each holds the chance of
its round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.advance import months_of
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.access import (
    ROUGH_ROUNDS,
    closer,
    holders,
    solve_access,
    wanted_of_hires,
)
from poverty_nodes.scenarios.base_month.burn_in import FIRST
from poverty_nodes.scenarios.base_month.calibration import Calibration, first_guess
from poverty_nodes.scenarios.base_month.founding import founding
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in, set_month_zero
from poverty_nodes.scenarios.base_month.population import set_productivity_drift, synthesise
from poverty_nodes.scenarios.base_month.selection import WatchedMonth
from poverty_nodes.scenarios.base_month.solver_sums import Sums, gaps_of, sums_of
from poverty_nodes.scenarios.base_month.workspace import usual_exit_scale
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis.figures import Figures, read_figures

SOLVER_SEEDS = (9_000_001, 9_000_002, 9_000_003, 9_000_004)
ROUNDS, ROUND_MONTHS = 24, 12
GENERATION = 12
"""Rounds after which populations are begun anew. Productivity and experience move over decades: what is solved has to
hold for the years after the burn-in, which are those that are run, and not for populations of a generation later."""
AVERAGED = 8
"""Last rounds whose corrections are averaged; those before find the way."""
NEARBY_ACCESS_ROUNDS, NEARBY_ROUNDS, NEARBY_AVERAGED = 2, 6, 4
"""Rounds for a cluster that differs little from one that is solved: it starts where that one ended."""
CHECK_MONTHS = 24
"""Months under the solved corrections in which gaps, closings and means to upgrade are measured."""
STEP = 0.4
"""Part of the way that a round goes: corrections answer one another, and posts follow with a lag."""
POST_RANGE, LABOUR_RANGE, DEMAND_RANGE, EXIT_RANGE = (0.7, 1.8), (0.5, 1.8), (0.25, 4.0), (0.1, 3.0)
LEAST_ASKED = 1e-9
"""Posts asked for over their base that count as none: whatever lies below it is at the end of the range of demand."""
Progress = Callable[[int, int], None]
"""Is told how many parts of the work are done, and of how many."""


def calibrate(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    progress: Progress = lambda *_: None,
    near: Calibration | None = None,
) -> Calibration:
    """Solve the base month of a cluster at a scale; a pure function of its arguments and the code.

    With `near`, the solution of a cluster that differs little, a few rounds go on from there.
    """
    figures = read_figures(cluster, scale)
    solved = first_guess(len(figures.places)) if near is None else near
    rough, rounds, averaged = (
        (ROUGH_ROUNDS, ROUNDS, AVERAGED)
        if near is None
        else (NEARBY_ACCESS_ROUNDS, NEARBY_ROUNDS, NEARBY_AVERAGED)
    )

    def begin() -> list[State]:
        return [synthesise(cluster, solved, scale, parameters, seed) for seed in SOLVER_SEEDS]

    states = begin()
    parts = rounds + 2  # who is offered which posts, the rounds, and where it rests
    progress(0, parts)
    solved = solve_access(states, figures, solved, rough)
    found: list[Calibration] = []
    for number in range(rounds):
        progress(number + 1, parts)
        if number % GENERATION == 0:
            states = begin() if number else states
            for which, state in enumerate(states):
                _begin(state, mirrored=bool(which % 2), run=bool(number))
        apply(solved, states)
        sums = _live(states, ROUND_MONTHS)
        solved = improve(solved, sums, figures, states)
        found.append(solved)
    progress(parts - 1, parts)
    solved = _checked(average(found[-averaged:]), states, figures)
    progress(parts, parts)
    return replace(solved, rounds=rounds)


def _checked(solved: Calibration, states: list[State], figures: Figures) -> Calibration:
    """The solution with the levels at which its economy rests, and its largest gap to the description."""
    apply(solved, states)
    sums = _live(states, CHECK_MONTHS)
    gaps = gaps_of(sums, figures)
    return replace(
        solved,
        levels=sums.levels,
        pace_scale=sums.pace,
        entry_scale=founding(states),
        base_slack=sums.slack,
        spread=max(abs(gap) for gap in gaps.values()),
        history=(gaps,),
    )


def months_of_solver(near: bool = False) -> int:
    """Months that each population of the solver lives: what solving a base month costs."""
    return (NEARBY_ROUNDS if near else ROUNDS) * ROUND_MONTHS + CHECK_MONTHS


def _begin(state: State, mirrored: bool, run: bool) -> None:
    """A first month; every other population has the mirror image of buyers' draws (antithetic)."""
    if run:
        run_in(state)
    set_month_zero(state)
    state.month = FIRST
    if mirrored:
        state.buyers["volatility"] *= -1.0
        state.buyers["state"] *= -1.0


def apply(solved: Calibration, states: Sequence[State]) -> None:
    """Put corrections into effect in populations that go on living."""
    for state in states:
        places, workspace = state.places, state.workspace
        workspace.access[:] = solved.access
        workspace.post_scale[:] = solved.post_scale
        places["labour_scale"] = solved.labour_scale
        for tier, name in enumerate(("demand_scale", "putout_scale", "stage_scale")):
            places[name] = solved.demand_scale[:, tier]
        places["base_slack"] = solved.base_slack
        places["exit_scale"] = solved.exit_scale * usual_exit_scale(
            state.workspace, state.parameters[0]
        )
        workspace.pace_scale[:] = solved.pace_scale
        set_productivity_drift(state, solved.productivity_drift)


def _live(states: Sequence[State], months: int) -> Sums:
    """Advance every population, and add up what the stationary solver observes."""

    def one(state: State) -> Sums:
        month, each = WatchedMonth(), []
        state.workspace.hires[:] = 0
        for _ in months_of(state, month, state.month + months):
            each.append(sums_of(state, month.lifted))
        return Sums.mean(each)

    # Rules release the interpreter, so threads help; sums are taken in the order of the seeds.
    with ThreadPoolExecutor(max_workers=2) as pool:
        return Sums.mean(list(pool.map(one, states)))


def improve(
    solved: Calibration, sums: Sums, figures: Figures, states: Sequence[State]
) -> Calibration:
    """Go a part of the way to where posts, output and demand for labour are those of the description."""
    wanted = np.array([place.heads(figures.posts) for place in figures.places])
    filled = np.maximum(sums.posts, 0.1) / np.maximum(wanted, 0.1)
    usual = states[0].parameters["exit_yearly"][0] / 12.0 * states[0].places["base_firms"]
    closings = (sums.closed + 0.2 * usual) / (1.2 * usual)
    # Firms of a small town may want nobody for a round: demand then goes to the end of its range.
    asked = np.maximum(sums.desired, LEAST_ASKED)
    return replace(
        solved,
        access=_offers(solved, sums, figures, states),
        exit_scale=np.clip(solved.exit_scale * closings**-STEP, *EXIT_RANGE),
        pace_scale=sums.pace,
        productivity_drift=solved.productivity_drift
        + STEP * (sums.lifted - solved.productivity_drift),
        post_scale=np.clip(solved.post_scale * filled**-STEP, *POST_RANGE),
        labour_scale=np.clip(solved.labour_scale * sums.output**STEP, *LABOUR_RANGE),
        demand_scale=np.clip(solved.demand_scale * asked**-STEP, *DEMAND_RANGE),
        base_slack=sums.slack,
    )


def _offers(
    solved: Calibration, sums: Sums, figures: Figures, states: Sequence[State]
) -> NDArray[np.float64]:
    """Offers moved so that hires replace those who leave in the wanted shares of posts."""
    now = np.mean([holders(state) for state in states], axis=0)
    # `sums.holders` is the mean over the round; half of the way from it to now is half a round.
    grown = 2.0 * (now - sums.holders) / ROUND_MONTHS
    left = np.maximum(sums.hires - grown, 0.0)

    def wanted(share: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        n = len(states) * ROUND_MONTHS
        held = n * sums.holders.sum(axis=axis)
        return wanted_of_hires(share, held, n * left.sum(axis=axis))

    return closer(
        solved.access,
        sums.hires,
        wanted(figures.women, 3),
        wanted(figures.minority, 2),
        STEP,
    )


def average(found: Sequence[Calibration]) -> Calibration:
    """The geometric mean of several rounds' corrections; the largest chance of an offer is one again."""

    def mean(name: str) -> NDArray[np.float64]:
        return geometric_mean([getattr(each, name) for each in found])

    access = mean("access")
    return replace(
        found[-1],
        access=access / access.max(axis=(2, 3), keepdims=True),
        post_scale=mean("post_scale"),
        labour_scale=mean("labour_scale"),
        demand_scale=mean("demand_scale"),
        exit_scale=mean("exit_scale"),
        pace_scale=mean("pace_scale"),
        productivity_drift=np.mean([each.productivity_drift for each in found], axis=0),
        base_slack=mean("base_slack"),
    )


def geometric_mean(found: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The geometric mean of arrays of one shape, none below zero; with a zero among them it is zero.

    In a small town no firm may have cash for a step in some round.

    >>> geometric_mean([np.array([1.0, 0.0]), np.array([4.0, 2.0])])
    array([2., 0.])
    """
    logs = np.full((len(found), *found[0].shape), -np.inf)
    for row, each in zip(logs, found, strict=True):
        np.log(each, out=row, where=each > 0.0)
    return np.asarray(np.exp(np.mean(logs, axis=0)), dtype=np.float64)
