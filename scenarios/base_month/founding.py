"""Foundings that meet closings: the scale at which they do, reckoned from populations at rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.phases.firms import founders
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.rules.entry_exit import founding_chance, least_investment
from poverty_nodes.model.state import State

Floats = NDArray[np.float64]


def founding(states: Sequence[State]) -> Floats:
    """Scale of founding (places,): closings of a year over foundings at scale one."""
    p = states[0].parameters[0]
    hoped = np.mean([_hoped(state) for state in states], axis=0)
    firms = np.mean([state.places["base_firms"] for state in states], axis=0)
    found: Floats = p.exit_yearly / 12.0 * firms / np.maximum(hoped, 1e-9)
    return found


def would_be_founders(state: State) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Chance of founding at scale one, turn and founder of each household (households,); see `founders.line_up`."""
    n = len(state.households)
    chance, turn, founder = np.zeros(n), np.zeros(n), np.zeros(n, dtype=np.int64)
    founders.line_up(
        state.households,
        state.workers,
        state.places,
        state.parameters,
        chance,
        turn,
        founder,
        state.seed,
        state.month,
    )
    return chance, turn, founder


def _hoped(state: State) -> Floats:
    """Foundings expected of the households of each place in a month at scale one (places,)."""
    p, h, w = state.parameters[0], state.households, state.workers
    owning, women, men = (
        np.bincount(w["household"][who], minlength=len(h)) > 0
        for who in (w["post"] == OWNER, w["gender"] == 1, w["gender"] == 0)
    )
    share = state.places["women_owners"][h["place"]]
    # The founder's gender is drawn first; a household that has no such adult, or has a firm, founds nothing.
    able = ~owning * (share * women + (1.0 - share) * men)
    hoped = np.zeros(len(state.places))
    for code, place in enumerate(state.places):
        least = least_investment(
            p.whole_process, place.base_specialists, p.stages_half, p.stages_floor
        )
        for row in np.flatnonzero((h["place"] == code) & (able > 0.0)):
            home = h[row]
            hoped[code] += able[row] * founding_chance(
                1.0,
                home.savings + p.family_credit * home.smoothed_income,
                least,
                home.smoothed_income / home.adults,
                p.founder_income * place.wage_skilled_regular,
                p.founding_means,
                p.founding_gain,
            )
    return hoped
