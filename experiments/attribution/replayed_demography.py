"""Firms close and are founded as in another world, whatever their own state here."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import FOUNDER, stream_key, uniform_pair
from poverty_nodes.model.phases.firms.entrant import begin
from poverty_nodes.model.phases.firms.founders import choose_founder
from poverty_nodes.model.phases.firms.liquidation import wind_up
from poverty_nodes.model.state import State


def replay_closures(state: State, closed: NDArray[np.int64], losses: NDArray[np.float64]) -> int:
    """Close the firms of these identities that are in business; returns how many."""
    firms, places, p = state.firms, state.places, state.parameters[0]
    homes = state.households
    places["exits"] = 0.0
    rows = np.flatnonzero((firms["alive"] == 1) & np.isin(firms["id"], closed))
    for row in rows:
        places["exits"][firms["place"][row]] += 1.0
        state.workspace.openings[firms["type_number"][row]] += 1
        firm = firms[row]
        home, place = homes[firm["household"]], places[firm["place"]]
        wind_up(firm, home, place, p, state.flows, losses)
    return len(rows)


def replay_foundings(state: State, founders: NDArray[np.int64], kinds: NDArray[np.int32]) -> int:
    """Let these households found firms of the types (rows of `Workspace.types`) that they founded there; returns how
    many.

    The founder's gender follows from the same draw; a household none of whose adults can found, and a founding for
    which no row is free, are passed over.
    """
    s, workspace = state, state.workspace
    s.places["entries"] = 0.0
    # The key uses all 64 bits, which a plain int of Python does not tell the compiled function.
    who = np.uint64(stream_key(s.seed, FOUNDER, s.month))
    founded = 0
    for h, kind in zip(founders, kinds, strict=True):
        household = s.households[h]
        place = int(household["place"])
        woman = uniform_pair(who, household["id"], 0) < s.places["women_owners"][place]
        owner = choose_founder(s.workers, household, 1 if woman else 0)
        free = np.flatnonzero(s.firms["alive"] == 0)
        if owner < 0 or not len(free):
            continue
        row = int(free[0])
        workspace.openings[kind] -= 1
        kind_of = workspace.types[kind]
        begin(s.firms, row, kind_of, s.workers, owner, s.households, h, s.parameters[0], s.flows)
        s.places["entries"][place] += 1.0
        founded += 1
    return founded
