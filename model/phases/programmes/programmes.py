"""Programmes at the opening and the close of a month: instruments, marks, benefits, and money from whoever pays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.instruments import NEUTRAL
from poverty_nodes.model.ledger import (
    ASSOCIATION,
    DELIVERY,
    DONORS,
    FUNDING,
    GRANTS,
    LEAKAGE,
    LEVY,
    MEMBERS_LEVY,
    PURCHASERS,
    TO_LENDER,
    TRANSFERS,
)
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.delivery.enrolment import home_of
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.policies.terms.composition import COMPOSED, compose
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.state import State

OUTSIDE = {"government": FUNDING, "donor": DONORS, "buyers": PURCHASERS}


def tables_of(state: State) -> Tables:
    """What eligibility is judged on: the agents as the last month left them."""
    return Tables(
        state.firms, state.workers, state.households, state.workspace.staff, state.line, state.seed
    )


def begin(state: State) -> None:
    """Clear the marks that policies set last month; each policy finds whom it reaches, pulls, marks and pays."""
    if not state.accounts:
        return  # nobody is ever marked
    for account in state.accounts.values():
        for mark in account.policy.marking:
            getattr(state, str(account.policy.marked))[mark][account.marked] = 0
        account.marked = account.marked[:0]
    for account in state.accounts.values():
        tables = tables_of(state)
        strength = account.prepare(tables, state.month)
        pull(state, account, strength)
        if strength > 0.0 and account.policy.serves == "programme":
            rows = np.flatnonzero(account.enrolment.served)
            mark_units(state, account, tables, rows)
            pay_benefits(state, account, tables, rows)


def pull(state: State, account: Account, strength: float) -> None:
    """The instruments of a policy, each joined with what others have pulled by the rule of that instrument."""
    if not account.policy.pulls:
        return
    own = account.own_instruments(state.places["base_wage_regular"], strength)
    for name in account.policy.pulls:
        rule = COMPOSED.get(name)
        if rule is None:  # nobody else pulls it
            state.instruments[name] = own[name]
        else:
            state.instruments[name] = compose(
                rule, state.instruments[name], own[name], NEUTRAL[name][0]
            )


def mark_units(state: State, account: Account, tables: Tables, rows: NDArray[np.int64]) -> None:
    """Set the marks on those who take part, or on the people in the households or firms that do."""
    policy = account.terms
    if policy.marked is None:
        return
    table = getattr(state, policy.marked)
    marked = account.marked = rows_marked(policy.targets, policy.marked, tables, rows)
    for name, value in policy.marks(tables, marked).items():
        table[name][marked] = compose(COMPOSED.get(name), table[name][marked], value, 0.0)


def rows_marked(
    kind: str, marked: str, tables: Tables, rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Rows of the marked table that belong to the units in `rows` (a firm's workers, a household's adults)."""
    if marked != "workers" or kind == "person":
        return home_of(kind, tables)[rows] if marked == "households" else rows
    link = tables.workers["household" if kind == "household" else "employer"]
    belongs = np.zeros(
        len(tables.units(kind)) + 1, dtype=np.bool_
    )  # the last is for people without a firm, -1
    belongs[rows] = True
    return np.flatnonzero(belongs[link])


def pay_benefits(state: State, account: Account, tables: Tables, rows: NDArray[np.int64]) -> None:
    """Cash for those who take part: into the firm's cash, or the household's income of the month."""
    policy = account.terms
    if policy.pays is None or not len(rows):
        return
    dollars = np.broadcast_to(policy.benefit(tables, rows), len(rows)).astype(np.float64)
    if policy.pays == "firms":
        state.firms["cash"][rows] += dollars
        state.flows[GRANTS] += dollars.sum()
    else:
        np.add.at(state.households["income"], home_of(policy.targets, tables)[rows], dollars)
        state.flows[TRANSFERS] += dollars.sum()
    account.paid[0] += dollars.sum()


def settle(state: State) -> None:
    """Programmes are funded for the month and pay for delivery, for what leaks away and for the lender's losses."""
    for account in state.accounts.values():
        bill = account.book(state.month)
        fund(state, bill.total, account.policy.payer, account.policy.target.place)
        state.flows[DELIVERY] += bill.delivery
        state.flows[LEAKAGE] += bill.leaked
        state.flows[TO_LENDER] += bill.losses


def fund(state: State, dollars: float, payer: str, place: str | None = None) -> None:
    """Fund a programme in the month in which it spends; the government pays what firms or members cannot.

    A levy is in proportion to the cash of the firms of the programme's place, or of the association's members there.
    """
    if dollars == 0.0:
        return
    if payer in ("firms", "association"):
        cash = state.firms["cash"] * _levied(state, payer, place)
        share = min(1.0, dollars / max(float(cash.sum()), 1e-9))
        taken = cash * share
        state.firms["cash"] -= taken
        levied = float(np.sum(taken))
        if payer == "association":
            state.flows[MEMBERS_LEVY] += levied
        state.flows[LEVY if payer == "firms" else ASSOCIATION] += levied
        dollars -= levied
        payer = "government"
    state.flows[OUTSIDE[payer]] += dollars


def _levied(state: State, payer: str, place: str | None) -> NDArray[np.bool_]:
    chosen = np.ones(len(state.firms), dtype=np.bool_)
    if place is not None:
        chosen &= state.firms["place"] == PLACE.index(place)
    if payer == "association":
        chosen &= state.firms["member"] == 1
    return chosen
