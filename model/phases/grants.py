"""Programmes that pay within the month for what firms do: grants to their association, and part of meeting a code."""

from __future__ import annotations

import numpy as np

from model.phases import codes, joint_action
from model.population.codes import PLACE
from model.state import State


def match_giving(state: State) -> None:
    """A cluster programme's grant to the association for what its members have just given."""
    s, account = state, state.accounts.get("cluster_development")
    if account is None or not account.roll.served.any():
        return
    place = account.policy.target.place
    code = -1 if place is None else PLACE.index(place)
    room = np.array([account.left()])
    joint_action.match_giving(s.places, s.levers, code, room, account.paid, s.flows)


def meet_code(state: State) -> None:
    """Suppliers under a buyers' code meet it; months below it are counted."""
    s, account = state, state.accounts.get("code_of_conduct")
    if account is None or account.active <= 0.0:
        return
    codes.warn(s.firms, s.levers)
    room = np.array([account.left()])
    codes.meet_code(
        *(s.firms, s.places, s.parameters, s.levers, room, account.paid, s.flows, s.seed, s.month)
    )
