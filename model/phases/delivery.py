"""Programmes whose money moves within the month, with what firms do: loans, grants to the association, codes met."""

from __future__ import annotations

import numpy as np

from model.phases import codes, finance, joint_action, liability
from model.population.codes import PLACE
from model.state import State


def lend(state: State) -> None:
    """The micro-lender serves its queue while it is open."""
    s, account = state, state.accounts.get("micro_credit")
    if account is None or not s.levers[0].micro_open:
        return
    owed = s.firms["micro_taken"].copy()
    finance.lend(
        *(s.firms, s.workers, s.households, s.places, s.parameters, s.levers, account.eligible),
        *(s.queue, account.purse, s.seed, s.flows),
    )
    account.roll.reached |= s.firms["micro_taken"] > owed


def answer_for_each_other(state: State) -> None:
    """Groups of borrowers take over what their members left unpaid this month; what nobody is left for is lost."""
    account = state.accounts.get("micro_credit")
    if account is not None:
        liability.answer(state.firms, account.lost)


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
