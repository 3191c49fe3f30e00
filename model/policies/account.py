"""The books of one policy in one run: whom it may reach, what it can still pay for, what it has spent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.policies.base import Policy
from model.population.codes import GENDER, PLACE, SOCIAL_GROUP, TIER

Table = NDArray[np.void]


@dataclass
class Account:
    """Delivery of one policy. Money is in dollars of the simulated population (real dollars times `scale`).

    `purse` (2,) holds the units that can still be reached this month and those reached in it; `lost` (2,) the
    dollars and the number of loans written off in the month.
    """

    policy: Policy
    scale: float
    eligible: NDArray[np.int8]
    reached: NDArray[np.bool_]
    ever_eligible: NDArray[np.bool_]
    purse: NDArray[np.float64]
    lost: NDArray[np.float64]
    spent: float = 0.0
    units: float = 0.0
    written_off: float = 0.0
    defaults: float = 0.0
    first_month: int = 0
    carried: float = 0.0

    @classmethod
    def open(cls, policy: Policy, scale: float, rows: int) -> Account:
        """An account with nothing spent, for a table of so many firms."""
        return cls(
            policy=policy,
            scale=scale,
            eligible=np.zeros(rows, dtype=np.int8),
            reached=np.zeros(rows, dtype=np.bool_),
            ever_eligible=np.zeros(rows, dtype=np.bool_),
            purse=np.zeros(2),
            lost=np.zeros(2),
        )

    def strength(self, month: int) -> float:
        """Share of full strength in a month: 0 before the start and after the end, rising along the ramp.

        >>> from model.policies.micro_credit import MicroCredit
        >>> loan = MicroCredit(amount=500.0, rate=0.02, months=12, start=3, ramp=2)
        >>> [Account.open(loan, 1.0, 1).strength(month) for month in (2, 3, 4, 5)]
        [0.0, 0.3333333333333333, 0.6666666666666666, 1.0]
        """
        policy = self.policy
        if month < policy.start or (policy.end is not None and month > policy.end):
            return 0.0
        return min(1.0, (month - policy.start + 1) / (policy.ramp + 1))

    def prepare(self, firms: Table, workers: Table, staff: NDArray[np.int32], month: int) -> float:
        """Set who is eligible and how many units can be paid for this month; returns the strength."""
        strength = self.strength(month)
        self.purse[:] = 0.0
        self.lost[:] = 0.0
        if strength <= 0.0:
            self.eligible[:] = 0
            return 0.0
        self.first_month = self.first_month or month
        self.eligible[:] = self._targeted(firms, workers, staff)
        self.ever_eligible |= self.eligible.astype(np.bool_)
        self.purse[0] = self._affordable()
        return strength

    def _affordable(self) -> float:
        policy = self.policy
        units = np.inf if policy.capacity is None else policy.capacity * self.scale + self.carried
        if policy.budget is None:
            return units
        left = policy.budget * self.scale - self.spent - self._gross(policy.fixed_cost * self.scale)
        if left <= 0.0:
            return 0.0
        if policy.unit_cost <= 0.0:
            return units
        return min(units, left / self._gross(policy.unit_cost))

    def _gross(self, dollars: float) -> float:
        """What must be spent so that `dollars` arrive, with a share of the spending leaking away."""
        return dollars / max(1.0 - self.policy.leakage, 1e-6)

    def _targeted(
        self, firms: Table, workers: Table, staff: NDArray[np.int32]
    ) -> NDArray[np.bool_]:
        target = self.policy.target
        owners = workers[firms["owner"]]
        heads = staff.sum(axis=1)
        chosen = firms["alive"] == 1
        if target.place is not None:
            chosen &= firms["place"] == PLACE.index(target.place)
        if target.gender is not None:
            chosen &= owners["gender"] == GENDER.index(target.gender)
        if target.social_group is not None:
            chosen &= owners["social_group"] == SOCIAL_GROUP.index(target.social_group)
        if target.tier is not None:
            chosen &= firms["tier"] == TIER.index(target.tier)
        if target.formal is not None:
            chosen &= firms["formal"] == int(target.formal)
        if target.min_workers is not None:
            chosen &= heads >= target.min_workers
        if target.max_workers is not None:
            chosen &= heads <= target.max_workers
        return chosen

    def book(self, month: int) -> float:
        """Close the month: what the programme must be given for its costs and losses, in dollars."""
        if self.strength(month) > 0.0 and self._running():
            cost = self._gross(
                self.policy.fixed_cost * self.scale + self.purse[1] * self.policy.unit_cost
            )
        else:
            cost = 0.0
        # Part of a simulated unit is not lost: it is carried to the next month.
        self.carried = float(self.purse[0]) % 1.0 if self.policy.capacity is not None else 0.0
        self.units += float(self.purse[1])
        self.written_off += float(self.lost[0])
        self.defaults += float(self.lost[1])
        self.spent += cost + float(self.lost[0])
        return cost

    def _running(self) -> bool:
        """A programme whose budget is used up closes: no fixed cost without a unit it could pay for."""
        return bool(self.purse.sum() > 0.0)
