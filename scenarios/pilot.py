"""The pilot: what makes the base month of a cluster stationary is solved for, not rounded by hand.

Two stages. *Access*: with firms frozen, the chances that offers reach women and the minority are moved until their
shares of posts are those of the description: rough rounds look at hires, fine ones at who holds the posts. *Scales*:
short runs of the whole economy move the posts opened, the labour units at base, demand, founding and the base slack
until labour demand, employment, output and the number of firms stay where the description puts them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.month import Month
from model.rules.entry_exit import founding_chance, least_investment
from model.state import State
from scenarios.baseline import run_in, set_month_zero
from scenarios.calibration import LEVELS, Calibration, first_guess
from scenarios.cluster import ClusterDescription
from scenarios.population import synthesise
from scenarios.synthesis.figures import Figures, read_figures

PILOT_SEEDS = (9_000_001, 9_000_002, 9_000_003, 9_000_004)
ROUGH_ROUNDS, ROUGH_MONTHS = 10, 4
FINE_ROUNDS, FINE_MONTHS = 10, 24
SCALE_ROUNDS = 8
BOLD_ROUNDS = 3
"""Rounds that correct in full; later ones go half-way, since corrections answer each other."""
SCALE_MONTHS = 96
SETTLING = 6
TOLERANCE = 0.006
NEARBY_ACCESS_ROUNDS, NEARBY_ROUNDS = 2, 2
"""Rounds for a cluster that differs little from one that is solved: it starts where that one ended."""
Progress = Callable[[str], None]


def calibrate(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    progress: Progress = lambda _: None,
    near: Calibration | None = None,
) -> Calibration:
    """Solve the base month of a cluster at a scale; a pure function of its arguments and the code.

    With `near`, the solution of a cluster that differs little, a few rounds go on from there.
    """
    figures = read_figures(cluster, scale)
    progress("finding who is offered which posts")
    if near is None:
        solved = first_guess(len(figures.places))
        solved = solve_access(cluster, parameters, scale, figures, solved)
        solved = replace(solved, entry_scale=first_founding(cluster, parameters, scale, solved))
    else:
        solved = solve_access(cluster, parameters, scale, figures, near, 0, NEARBY_ACCESS_ROUNDS)
    history = []
    for number in range(SCALE_ROUNDS if near is None else NEARBY_ROUNDS):
        progress(f"pilot run {number + 1}")
        step = 1.0 if number < BOLD_ROUNDS else 0.5
        solved, gaps = improve_scales(cluster, parameters, scale, figures, solved, step)
        history.append(gaps)
        if max(abs(gap) for gap in gaps.values()) < TOLERANCE:
            break
    spread = max(abs(gap) for name, gap in history[-1].items() if not name.startswith("demand"))
    return replace(solved, spread=spread, rounds=len(history), history=tuple(history))


def first_founding(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    solved: Calibration,
) -> NDArray[np.float64]:
    """A first scale of founding by place: closings expected at base over foundings at scale one."""
    state = start(cluster, solved, scale, parameters, PILOT_SEEDS[0])
    p, h = state.parameters[0], state.households
    needed = p.exit_yearly / 12.0 * state.places["base_firms"]
    hoped = np.zeros(len(state.places))
    for code, place in enumerate(state.places):
        least = least_investment(
            p.whole_process, place.base_specialists, p.stages_half, p.stages_floor
        )
        for home in h[h["place"] == code]:
            hoped[code] += founding_chance(
                1.0,
                home.savings,
                p.family_credit * home.smoothed_income,
                least,
                home.smoothed_income / home.adults,
                p.founder_income * place.wage_skilled_regular,
            )
    found: NDArray[np.float64] = needed / np.maximum(hoped, 1e-9)
    return found


def solve_access(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    figures: Figures,
    solved: Calibration,
    rough_rounds: int = ROUGH_ROUNDS,
    fine_rounds: int = FINE_ROUNDS,
) -> Calibration:
    """Offer chances by place, kind, gender and group, from shares pooled over the pilot populations.

    Rough rounds look at hires, which answer at once; fine rounds look at who holds the posts after two more years,
    because those who stay longer gather (women in home work). Shares of stocks alone would wind up.
    """
    states = [synthesise(cluster, solved, scale, parameters, seed) for seed in PILOT_SEEDS]
    access = solved.access.copy()
    elapsed = 0
    for number in range(rough_rounds + fine_rounds):
        rough = number < rough_rounds
        months = ROUGH_MONTHS if rough else FINE_MONTHS
        people = np.zeros_like(states[0].desk.hires)
        for state in states:
            state.desk.access[:] = access
            state.desk.hires[:] = 0
            run_in(state, months, elapsed)
            people += state.desk.hires if rough else _holders(state)
        elapsed += months
        access = _closer(access, people, figures, 0.8 if rough else 0.5)
    slack = np.mean([_slack(state) for state in states], axis=0)
    return replace(solved, access=access, base_slack=slack)


def _holders(state: State) -> NDArray[np.int64]:
    """Who holds the posts: people by place, kind, gender and group, the shape of `hires`."""
    people = np.zeros_like(state.desk.hires)
    w = state.workers[(state.workers["post"] > 0) & (state.workers["post"] < 5)]
    np.add.at(people, (w["place"], w["post"] - 1, w["gender"], w["social_group"]), 1)
    return people


def _closer(
    access: NDArray[np.float64], hires: NDArray[np.int64], figures: Figures, step: float
) -> NDArray[np.float64]:
    """Move chances by the odds ratio of wanted to actual shares in hires; the largest chance is one."""
    women = hires[:, :, 1, :].sum(axis=2)
    minority = hires[:, :, :, 1].sum(axis=2)
    total = np.maximum(hires.sum(axis=(2, 3)), 1)
    moved = access.copy()
    moved[:, :, 1, :] *= _odds_ratio(figures.women, women / total)[..., None] ** step
    moved[:, :, :, 1] *= _odds_ratio(figures.minority, minority / total)[..., None] ** step
    moved = moved / moved.max(axis=(2, 3), keepdims=True)
    return np.clip(moved, 1e-4, 1.0)


def _odds_ratio(wanted: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    wanted = np.clip(wanted, 1e-3, 1 - 1e-3)
    actual = np.clip(actual, 1e-3, 1 - 1e-3)
    return np.clip((wanted / (1 - wanted)) / (actual / (1 - actual)), 0.1, 10.0)


def _slack(state: State) -> NDArray[np.float64]:
    places = len(state.places)
    adults = np.bincount(state.workers["place"], minlength=places)
    at_work = (state.workers["post"] > 0) & (state.workers["post"] < 5)
    return 1.0 - np.bincount(state.workers["place"][at_work], minlength=places) / adults


def start(
    cluster: ClusterDescription,
    solved: Calibration,
    scale: float,
    parameters: Mapping[str, float],
    seed: int,
) -> State:
    """Month 0 of one seed under a calibration."""
    state = synthesise(cluster, solved, scale, parameters, seed)
    run_in(state)
    set_month_zero(state)
    return state


def improve_scales(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    figures: Figures,
    solved: Calibration,
    step: float = 1.0,
) -> tuple[Calibration, dict[str, float]]:
    """One round of the pilot: run, compare with the targets, correct; returns the gaps before correction."""
    n = len(figures.places)

    def one(number: int) -> _Sums:
        return _pilot_run(cluster, parameters, scale, solved, number)

    # Rules release the interpreter, so threads help; sums are taken in the order of the seeds.
    with ThreadPoolExecutor(max_workers=2) as pool:
        runs = list(pool.map(one, range(len(PILOT_SEEDS))))
    posts, output, slack, firms, entries, exits, levels, desired = (
        np.sum([getattr(run, name) for run in runs], axis=0)
        for name in ("posts", "output", "slack", "firms", "entries", "exits", "levels", "desired")
    )
    months = len(PILOT_SEEDS) * (SCALE_MONTHS - SETTLING)
    wanted = np.array([place.heads(figures.posts) for place in figures.places])
    posts, output, slack = posts / months, output / months, slack / months
    firms, levels = firms / months, levels / months
    desired = desired / months
    moved = replace(
        solved,
        post_scale=np.clip(solved.post_scale * (posts / wanted) ** (-0.8 * step), 0.7, 1.8),
        labour_scale=np.clip(solved.labour_scale * output ** (0.9 * step), 0.6, 1.6),
        demand_scale=np.clip(solved.demand_scale * desired ** (-0.8 * step), 0.4, 2.0),
        entry_scale=solved.entry_scale * _entry_step(entries, exits, firms) ** step,
        base_slack=slack,
        levels=levels,
    )
    gaps = {f"posts_{i}": float(posts[i].sum() / wanted[i].sum() - 1) for i in range(n)}
    gaps |= {f"output_{i}": float(output[i] - 1) for i in range(n)}
    gaps |= {f"demand_{i}": float(np.abs(desired[i] - 1).max()) for i in range(n)}
    gaps |= {f"firms_{i}": float(firms[i] - 1) for i in range(n)}
    return moved, gaps


def _entry_step(
    entries: NDArray[np.float64], exits: NDArray[np.float64], firms: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Founding scaled so that entries meet exits, and a little more where firms have been lost on the way."""
    return np.clip((exits + 1.0) / (entries + 1.0) * firms**-1.0, 0.2, 5.0)


@dataclass
class _Sums:
    """What one pilot run adds up over its months, by place; posts by place and kind."""

    posts: NDArray[np.float64]
    output: NDArray[np.float64]
    slack: NDArray[np.float64]
    firms: NDArray[np.float64]
    entries: NDArray[np.float64]
    exits: NDArray[np.float64]
    levels: NDArray[np.float64]
    desired: NDArray[np.float64]


def _pilot_run(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    solved: Calibration,
    number: int,
) -> _Sums:
    """One pilot run; every other one meets the mirror image of buyers' shocks (antithetic luck)."""
    state = start(cluster, solved, scale, parameters, PILOT_SEEDS[number])
    n, month = len(state.places), Month()
    if number % 2:
        state.buyers["volatility"] *= -1.0
        state.buyers["state"] *= -1.0
    sums = _Sums(
        posts=np.zeros((n, 4)),
        output=np.zeros(n),
        slack=np.zeros(n),
        firms=np.zeros(n),
        entries=np.zeros(n),
        exits=np.zeros(n),
        levels=np.zeros((n, len(LEVELS))),
        desired=np.zeros((n, 3)),
    )
    for _ in range(SCALE_MONTHS):
        month.advance(state)
        if state.month > SETTLING:
            for place in range(n):
                sums.posts[place] += state.desk.staff[state.firms["place"] == place].sum(axis=0)
            sums.output += state.places["output"]
            sums.slack += state.places["slack"]
            sums.firms += state.places["density"]
            sums.desired += _desired(state)
            sums.levels += np.column_stack([state.places[name] for name in LEVELS])
        sums.entries += state.places["entries"]
        sums.exits += state.places["exits"]
    return sums


def _desired(state: State) -> NDArray[np.float64]:
    """Posts that firms ask for over their base, by place and tier (places, 3)."""
    f = state.firms[state.firms["alive"] == 1]
    cell = f["place"].astype(np.int64) * 3 + f["tier"] - 1
    n = 3 * len(state.places)
    asked = np.bincount(cell, weights=f["desired_heads"], minlength=n)
    base = np.bincount(cell, weights=f["base_heads"], minlength=n)
    return (asked / np.maximum(base, 1e-9)).reshape(-1, 3)
