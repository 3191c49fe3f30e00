"""Programmes that act within the month, with what firms and people do: inspectors, lenders, insurers and grants.

A policy is asked by what it pulls and marks (model/policies/acts.py), never by its name.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.phases.association import joint_action
from poverty_nodes.model.phases.finance import group_liability, investment
from poverty_nodes.model.phases.firms import codes_of_conduct
from poverty_nodes.model.phases.labour import labour_regulation
from poverty_nodes.model.phases.people import social_insurance
from poverty_nodes.model.policies.acts import CODES, INSPECTING, LENDING, MATCHING
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.terms.composition import COMPOSED, compose
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.population.service_queue import ServiceQueue
from poverty_nodes.model.state import State, Table


def inspect(state: State) -> None:
    """Inspectors flag the firms in which a labour standard is enforced, each among those that it is meant for."""
    s, inspectors = state, state.accounts.doing(INSPECTING)
    if inspectors:
        labour_regulation.forget(s.firms)
    for number, account in enumerate(inspectors):
        before = s.firms["monitored"] == 1
        instruments = (
            s.instruments
            if number == 0 == len(inspectors) - 1
            else _shared(s, inspectors[: number + 1])
        )
        queue = ServiceQueue(s.queue, *account.offered())
        labour_regulation.enforce(s.firms, s.workspace.staff, instruments, queue, s.seed)
        account.enrolment.reached |= (s.firms["monitored"] == 1) & ~before


def _shared(state: State, inspectors: tuple[Account, ...]) -> Table:
    """The instruments with the share of firms that these inspectors see together."""
    instruments = state.instruments.copy()
    for name in INSPECTING:
        instruments[name] = 0.0
        for account in inspectors:
            own = own_instruments(state, account)[name]
            instruments[name] = compose(COMPOSED[name], instruments[name], own, 0.0)
    return instruments


def own_instruments(state: State, account: Account) -> Table:
    """What one policy alone pulls this month."""
    return account.own_instruments(state.places["base_wage_regular"], account.active)


def lend(state: State) -> None:
    """Micro-lenders serve their queue while they are open."""
    s = state
    for account in s.accounts.doing(LENDING):
        if not s.instruments[0].micro_open or account.active <= 0.0:
            continue
        owed = s.firms["micro_taken"].copy()
        queue = ServiceQueue(s.queue, *account.offered())
        investment.lend(
            s.firms, s.workers, s.households, s.places, s.parameters, s.instruments, queue, s.seed, s.flows
        )  # fmt: skip
        account.enrolment.reached |= s.firms["micro_taken"] > owed


def losses(state: State) -> NDArray[np.float64]:
    """Where write-offs of micro-loans are counted: the lender's account, or nowhere."""
    account = state.accounts.bearing(LENDING)
    return account.lost if account is not None else np.zeros(2)


def answer_for_each_other(state: State) -> None:
    """Groups of borrowers take over what their members left unpaid; it is lost if nobody of a group still repays."""
    if state.accounts.doing(LENDING):
        group_liability.answer(state.firms, losses(state))


def insure(state: State, insurers: tuple[Account, ...]) -> None:
    """Programmes that insure people pay what each has promised for illness and dismissal."""
    s = state
    for account in insurers:
        insures = "insurance_rate" in account.policy.marking
        bears = _claims(account)
        social_insurance.pay_out(
            s.workers, s.households, s.flows, bears, insures, account.left(), account.paid
        )


def give_back_medical(state: State, insurers: tuple[Account, ...]) -> None:
    """Programmes that insure people refund what treatment has cost."""
    s = state
    for account in insurers:
        social_insurance.cover_medical(
            s.workers, s.households, s.flows, _claims(account), account.left(), account.paid
        )


def _claims(account: Account) -> NDArray[np.bool_]:
    """Which claims (5,) stand on marks that a policy sets."""
    return np.array([claim in account.policy.marking for claim in social_insurance.CLAIMS])


def match_giving(state: State) -> None:
    """Grants of cluster programmes to the association for what its members have just given."""
    s, given = state, state.places["fund"].copy()
    for account in s.accounts.doing(MATCHING):
        if not account.enrolment.served.any():
            continue
        place = account.policy.target.place
        code = -1 if place is None else PLACE.index(place)
        left = np.array([account.left()])
        joint_action.match_giving(
            s.places, own_instruments(s, account), given, code, left, account.paid, s.flows
        )


def meet_code(state: State) -> None:
    """Suppliers under a buyers' code meet it; months below it are counted."""
    s = state
    for account in s.accounts.doing(CODES):
        if account.active <= 0.0:
            continue
        codes_of_conduct.warn(s.firms, s.instruments)
        left = np.array([account.left()])
        codes_of_conduct.meet_code(
            *(s.firms, s.places, s.parameters, s.instruments, left, account.paid, s.flows, s.seed),
            s.month,
        )
