"""Whom each policy reached over a run, whom it missed, and what it cost to whom."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.ledger import (
    CONTRIBUTIONS,
    HOME_DUES,
    INSURANCE,
    MICRO_REPAID,
    PENALTIES,
    REORGANISATION,
    SAFETY,
)
from poverty_nodes.model.policies.acts import (
    AUDITING,
    HOME_RIGHTS,
    INSPECTING,
    KEEPING_SAFE,
    LENDING,
)
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.population.codes import CASUAL, HOMEWORK, OWNER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.state import State, Table


@rule
def note_workers(
    workers: Table,
    firms: Table,
    instruments: Table,
    eligible_firms: NDArray[np.int8],
    eligible: NDArray[np.bool_],
    reached: NDArray[np.bool_],
) -> None:
    """Note in arrays (workers,) who works in an eligible firm, and who is covered in a monitored one."""
    instrument = instruments[0]
    for w in range(len(workers)):
        worker = workers[w]
        if worker.post == 0 or worker.post == OWNER:
            continue
        if eligible_firms[worker.employer] == 1:
            eligible[w] = True
        covered = worker.post < CASUAL
        if worker.post == CASUAL:
            covered = instrument.casual_covered != 0
        elif worker.post == HOMEWORK:
            covered = instrument.homework_covered != 0
        if (
            covered
            and eligible_firms[worker.employer] == 1
            and firms[worker.employer].monitored == 1
        ):
            reached[w] = True


class Outreach:
    """People ever eligible and ever reached, by policy: owners for a loan, workers for a standard."""

    def __init__(self, state: State) -> None:
        n = len(state.workers)
        self.eligible = {name: np.zeros(n, dtype=np.bool_) for name in state.accounts}
        self.reached = {name: np.zeros(n, dtype=np.bool_) for name in state.accounts}
        self.firms_paid = dict.fromkeys(state.accounts, 0.0)
        self.households_paid = dict.fromkeys(state.accounts, 0.0)
        self.repaid = 0.0

    def observe(self, state: State) -> None:
        """Add those eligible and reached in the month that has just closed, and what firms paid."""
        self._borne(state)
        self.repaid += float(state.flows[MICRO_REPAID])
        for name, account in state.accounts.items():
            if account.strength(state.month) <= 0.0:
                continue
            if account.policy.serves == "programme" or account.policy.reaches == "owners":
                self.eligible[name] |= people_in(state, account, account.eligible == 1)
                self.reached[name] |= people_in(state, account, account.reached)
            else:
                self._workers(state, account)

    def _borne(self, state: State) -> None:
        """What firms and households bear for each policy beside what its payer spends.

        What a wage floor adds to pay is booked on the policy that inspects, else on the one that audits, else on the
        one that gives home workers rights; of these on one that runs this month.
        """
        flows, accounts = state.flows, state.accounts
        firms = dict.fromkeys(accounts, 0.0)
        for dollars, *acts in (
            (flows[CONTRIBUTIONS], INSPECTING),
            (flows[PENALTIES], INSPECTING),
            (flows[REORGANISATION], INSPECTING, AUDITING),
            (flows[SAFETY], KEEPING_SAFE),
            (flows[HOME_DUES], HOME_RIGHTS),
            (state.places["uplift"].sum(), INSPECTING, AUDITING, HOME_RIGHTS),
        ):
            account = accounts.bearing(*acts)
            if account is not None:
                firms[account.policy.name] += float(dollars)
        for name, dollars in firms.items():
            self.firms_paid[name] += dollars
        insurer = accounts.bearing(("insurance_rate",))
        if insurer is not None:
            self.households_paid[insurer.policy.name] += float(flows[INSURANCE])

    def _workers(self, state: State, account: Account) -> None:
        name = account.policy.name
        note_workers(
            state.workers,
            state.firms,
            state.instruments,
            account.eligible,
            self.eligible[name],
            self.reached[name],
        )

    def rows(
        self, state: State, people: dict[str, NDArray[np.generic]], line: float
    ) -> tuple[dict[str, float | str], ...]:
        """A row for each policy; people and dollars at the real scale, poverty by base welfare."""
        poor = people["welfare_base"].astype(np.float64) < line
        return tuple(self._row(state, account, poor) for account in state.accounts.values())

    def _row(
        self, state: State, account: Account, poor: NDArray[np.bool_]
    ) -> dict[str, float | str]:
        policy, each = account.policy, 1.0 / state.scale
        lender = state.accounts.bearing(LENDING)
        eligible, reached = self.eligible[policy.name], self.reached[policy.name]
        return {
            "policy": policy.name,
            "payer": policy.payer,
            "reaches": policy.reaches,
            "spent": account.spent * each,
            "spent_firms": self.firms_paid[policy.name] * each,
            "spent_households": self.households_paid[policy.name] * each,
            "repaid": self.repaid * each if account is lender else 0.0,
            "defaulted": account.written_off * each,
            "units": account.units * each,
            **({} if policy.budget is None else {"budget": policy.budget}),
            "leaked": account.leaked * each,
            "benefits": account.benefits * each,
            "eligible": float(eligible.sum()) * each,
            "reached": float(reached.sum()) * each,
            "reached_nonpoor": float((reached & ~poor).sum()) * each,
            "poor_eligible": float((eligible & poor).sum()) * each,
            "poor_unreached": float((eligible & poor & ~reached).sum()) * each,
            "first_month": float(account.first_month),
        }


def people_in(state: State, account: Account, units: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The adults (workers,) whom a policy reaches with some of its units: see `Policy.reaches`.

    Of a household all adults; of a firm its owner, or those who work in it.
    """
    kind, w = account.policy.targets, state.workers
    if kind == "person":
        return units
    if kind == "household":
        return units[w["household"]]
    found = np.zeros(len(w), dtype=np.bool_)
    if account.policy.reaches == "owners":
        found[state.firms["owner"][units]] = True
    else:
        at_work = np.flatnonzero((w["post"] > 0) & (w["post"] < 5))
        found[at_work] = units[w["employer"][at_work]]
    return found
