"""The account of one policy in one run: what it can still pay for, what it has spent and on what."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.declared import (
    refuse_misfits,
    refuse_no_amounts,
    refuse_undeclared,
)
from poverty_nodes.model.policies.delivery.enrolment import Enrolment
from poverty_nodes.model.policies.delivery.tables import Tables


@dataclass(frozen=True)
class Bill:
    """The bill of a programme for a month, in dollars of the simulated population."""

    delivery: float = 0.0
    leaked: float = 0.0
    benefits: float = 0.0
    losses: float = 0.0

    @property
    def total(self) -> float:
        """All of it."""
        return self.delivery + self.leaked + self.benefits + self.losses


@dataclass
class Account:
    """Delivery of one policy. Money is in dollars of the simulated population (real dollars times `scale`).

    `funds` (2,) holds the units that can still be reached this month and those reached in it; `lost` (2,) the dollars
    and the number of loans written off in the month; `paid` (1,) the dollars that phases and the opening of the month
    have paid out as benefits (each entered in the ledger where it is paid). `terms` is the policy with the values of
    the month, `active` its strength in the month, `wanted` whether anybody would take part; `marked` are the rows on
    which it has set its marks this month.
    """

    policy: Policy
    scale: float
    enrolment: Enrolment
    terms: Policy
    funds: NDArray[np.float64]
    lost: NDArray[np.float64]
    paid: NDArray[np.float64]
    active: float = 0.0
    wanted: bool = True
    spent: float = 0.0
    delivered: float = 0.0
    leaked: float = 0.0
    benefits: float = 0.0
    units: float = 0.0
    written_off: float = 0.0
    defaults: float = 0.0
    first_month: int = 0
    carried: float = 0.0
    marked: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    _pulled: tuple[Policy, tuple[float, ...], NDArray[np.void]] | None = None

    @classmethod
    def open(cls, policy: Policy, scale: float, rows: int) -> Account:
        """An account with nothing spent, for a table of so many units; PolicyError if the class does not fit."""
        refuse_misfits(type(policy))
        return cls(
            policy=policy,
            scale=scale,
            enrolment=Enrolment.of(policy, rows),
            terms=policy,
            funds=np.zeros(2),
            lost=np.zeros(2),
            paid=np.zeros(1),
        )

    @property
    def eligible(self) -> NDArray[np.int8]:
        """Flags of the units that are eligible this month."""
        return self.enrolment.eligible

    @property
    def ever_eligible(self) -> NDArray[np.bool_]:
        """Units that were eligible in any month."""
        return self.enrolment.ever_eligible

    @property
    def reached(self) -> NDArray[np.bool_]:
        """Units that were reached in any month."""
        return self.enrolment.reached

    def strength(self, month: int) -> float:
        """Share of full strength in a month: 0 before the start and after the end, rising along the ramp.

        >>> from poverty_nodes.model.policies.micro_credit import MicroCredit
        >>> loan = MicroCredit(amount=500.0, rate=0.02, months=12, start=3, ramp=2)
        >>> [Account.open(loan, 1.0, 1).strength(month) for month in (2, 3, 4, 5)]
        [0.0, 0.3333333333333333, 0.6666666666666666, 1.0]
        """
        policy = self.policy
        if not policy.running(month):
            return 0.0
        return min(1.0, (month - policy.start + 1) / (policy.ramp + 1))

    def prepare(self, tables: Tables, month: int) -> float:
        """Set who is eligible, how many units can be paid for this month and who takes part; returns the strength.

        Units of a policy that a rule serves are counted by that rule, out of `funds`.
        """
        self.terms = self.policy.at(month)
        self.funds[:] = self.lost[:] = self.paid[:] = 0.0
        self.active = self.strength(month) if self.terms.does_something() else 0.0
        if self.active <= 0.0:
            self.enrolment.clear()
            return 0.0
        self.first_month = self.first_month or month
        self.enrolment.find_eligible(tables)
        self.funds[0] = self._affordable()
        if self.policy.serves == "programme":
            self._serve(tables, month)
        return self.active

    def own_instruments(self, wages: NDArray[np.float64], strength: float) -> NDArray[np.void]:
        """The instruments of a month if this policy alone pulls any, a row a place; `wages` are the base's (places,).

        They are worked out again only when the terms, the strength or the wages have changed since last month.
        """
        asked = (strength, *wages.tolist())
        if self._pulled is None or self._pulled[0] is not self.terms or self._pulled[1] != asked:
            own = neutral(len(wages))
            for instrument, wage in zip(own, asked[1:], strict=True):
                self.terms.pull(instrument, wage, strength)
                refuse_undeclared(self.terms, instrument)
            self._pulled = (self.terms, asked, own)
        return self._pulled[2]

    def offered(self) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
        """Flags of the units that a rule may serve, and its funds: units to go and units served, counted by the rule.

        A programme with an enrolment of its own has counted and paid for those who take part, and the rule serves them
        all.
        """
        if self.policy.serves == "rule":
            return self.eligible, self.funds
        return self.enrolment.served.astype(np.int8), np.array([np.inf, 0.0])

    def left(self) -> float:
        """Dollars left in this month's budget for units and benefits, after fixed cost and leakage."""
        if self.terms.budget is None:
            return np.inf
        left = self.terms.budget * self.scale - self.spent
        net = left * self._arriving() - self.terms.fixed_cost * self.scale - float(self.paid[0])
        return max(net - self.funds[1] * self.terms.delivery(), 0.0)

    def _affordable(self) -> float:
        """Units that capacity and budget allow, at the unit cost alone."""
        terms = self.terms
        units = np.inf if terms.capacity is None else terms.capacity * self.scale + self.carried
        left = self.left()
        if left <= 0.0:
            return 0.0
        each = terms.delivery()
        return units if each <= 0.0 else min(units, left / each)

    def _serve(self, tables: Tables, month: int) -> None:
        """Keep those who stay in and add those who join, in the order of the queue, as far as money and capacity go."""
        enrolment, terms = self.enrolment, self.terms
        staying, joining = enrolment.candidates(tables, terms.take_up * self.active, month)
        rows = np.concatenate([staying, joining])
        self.wanted = len(rows) > 0
        counted = np.ones(len(rows), dtype=np.bool_)
        if terms.charged == "once":
            counted[: len(staying)] = False
        # np.broadcast_to: a benefit may be one number for all.
        benefit = np.broadcast_to(terms.benefit(tables, rows), len(rows)).astype(np.float64)
        refuse_no_amounts(terms, benefit)
        dollars = np.cumsum(counted * terms.delivery() + benefit)
        fits = (np.cumsum(counted) <= self.funds[0]) & (dollars <= self.left() * (1.0 + 1e-12))
        served = rows[fits]
        enrolment.served[:] = False
        enrolment.served[served] = True
        enrolment.reached[served] = True
        fresh = served[enrolment.joined[served] == 0]
        enrolment.joined[fresh] = month
        number = float(counted[fits].sum())
        self.funds += (-number, number)

    def _arriving(self) -> float:
        """Share of the spending that does not leak away."""
        return max(1.0 - self.terms.leakage, 1e-6)

    def book(self, month: int) -> Bill:
        """Close the month; returns the bill for its costs, benefits and losses."""
        terms, bill = self.terms, Bill(losses=float(self.lost[0]))
        benefits = float(self.paid[0])  # is billed whenever it was paid, so that no money is made
        if benefits > 0.0 or (self.active > 0.0 and self._open()):
            delivery = terms.fixed_cost * self.scale + self.funds[1] * terms.delivery()
            gross = (delivery + benefits) / self._arriving()
            bill = Bill(delivery, gross - delivery - benefits, benefits, bill.losses)
        # Part of a simulated unit is not lost: it is carried to the next month.
        self.carried = float(self.funds[0]) % 1.0 if terms.capacity is not None else 0.0
        self.units += float(self.funds[1])
        self.written_off += bill.losses
        self.defaults += float(self.lost[1])
        self.delivered += bill.delivery
        self.leaked += bill.leaked
        self.benefits += bill.benefits
        self.spent += bill.total
        return bill

    def _open(self) -> bool:
        """Whether fixed cost is due: only if somebody takes part and the money pays for at least one unit more."""
        if self.funds[1] > 0.0 or self.paid[0] > 0.0 or bool(self.enrolment.served.any()):
            return True
        if self.funds[0] <= 0.0 or not self.wanted:
            return False
        return self.left() >= self.terms.delivery()
