"""Who is offered which posts: the chances that an offer reaches a person, by gender and group, from shares held."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import Calibration
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in
from poverty_nodes.scenarios.synthesis.figures import Figures

ROUGH_ROUNDS, ROUGH_MONTHS = 10, 4
ROUGH_STEP = 0.8
FEW = 50.0
"""Weight, in people, of the common rate of leaving, so that a few cases say little."""


def solve_access(
    states: Sequence[State],
    figures: Figures,
    solved: Calibration,
    rounds: int = ROUGH_ROUNDS,
) -> Calibration:
    """Offer chances by place, kind, gender and group, from hires pooled over the stationary solver populations.

    With firms frozen and shares of hires those of posts. Later rounds of the stationary solver also reckon with who
    stays longer:
    women gather in home work. Shares of posts answer over years, and moving chances by them would wind up.
    """
    access = solved.access.copy()

    def one(state: State, number: int) -> None:
        state.workspace.access[:] = access
        state.workspace.hires[:] = 0
        run_in(state, ROUGH_MONTHS, number * ROUGH_MONTHS)

    with ThreadPoolExecutor(max_workers=2) as pool:
        for number in range(rounds):
            list(pool.map(one, states, [number] * len(states)))
            hires = np.sum([state.workspace.hires for state in states], axis=0)
            access = closer(access, hires, figures.women, figures.minority, ROUGH_STEP)
    slack = np.mean([slack_of(state) for state in states], axis=0)
    return replace(solved, access=access, base_slack=slack)


def holders(state: State) -> NDArray[np.float64]:
    """Who holds the posts: people by place, kind, gender and group, the shape of `hires`."""
    people = np.zeros(state.workspace.hires.shape)
    w = state.workers[(state.workers["post"] > 0) & (state.workers["post"] < 5)]
    np.add.at(people, (w["place"], w["post"] - 1, w["gender"], w["social_group"]), 1.0)
    return people


def slack_of(state: State) -> NDArray[np.float64]:
    """Share of adults without a post in the sector, by place."""
    places = len(state.places)
    adults = np.bincount(state.workers["place"], minlength=places)
    at_work = (state.workers["post"] > 0) & (state.workers["post"] < 5)
    slack: NDArray[np.float64] = (
        1.0 - np.bincount(state.workers["place"][at_work], minlength=places) / adults
    )
    return slack


def closer(
    access: NDArray[np.float64],
    hires: NDArray[np.generic],
    women_wanted: NDArray[np.float64],
    minority_wanted: NDArray[np.float64],
    step: float,
) -> NDArray[np.float64]:
    """Move chances by the odds ratio of wanted to actual shares of hires; the largest chance is one."""
    women = hires[:, :, 1, :].sum(axis=2)
    minority = hires[:, :, :, 1].sum(axis=2)
    total = np.maximum(hires.sum(axis=(2, 3)), 1e-9)
    moved = access.copy()
    moved[:, :, 1, :] *= _odds_ratio(women_wanted, women / total)[..., None] ** step
    moved[:, :, :, 1] *= _odds_ratio(minority_wanted, minority / total)[..., None] ** step
    moved = moved / moved.max(axis=(2, 3), keepdims=True)
    return np.clip(moved, 1e-4, 1.0)


def wanted_of_hires(
    wanted: NDArray[np.float64],
    held: NDArray[np.float64],
    left: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Share of hires at which a share of posts is kept: those who leave sooner are hired more often.

    `held` and `left` (..., 2) are people in posts and people who left in a month, of others and of the group.
    """
    mean = left.sum(axis=-1) / np.maximum(held.sum(axis=-1), 1.0)
    rate = (left + FEW * mean[..., None]) / (held + FEW)
    ratio = rate[..., 1] / np.maximum(rate[..., 0], 1e-9)
    rest = 1.0 - wanted  # none where a post is held by one group alone, as home work may be
    odds = wanted / np.where(rest > 0.0, rest, 1.0) * np.clip(ratio, 0.2, 5.0)
    return np.where(rest > 0.0, odds / (1.0 + odds), 1.0)


def _odds_ratio(wanted: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    wanted = np.clip(wanted, 1e-3, 1 - 1e-3)
    actual = np.clip(actual, 1e-3, 1 - 1e-3)
    return np.clip((wanted / (1 - wanted)) / (actual / (1 - actual)), 0.1, 10.0)
