"""The enrolment of one policy: who is eligible, who has joined, and who takes part this month.

Whether a unit takes up the offer and where it stands in the queue are drawn once, from its identity and the policy's
name (`Policy.drawn_as`), so that more take-up, more money or another policy adds units and swaps none.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import PROGRAMME, uniforms
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.delivery.condition import Condition
from poverty_nodes.model.policies.delivery.eligibility import conditions_of, eligible
from poverty_nodes.model.policies.delivery.proxy_means import admitted
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.population.draw_order import draw_order

QUEUE_LUCK = 1 << 32
"""Added to a policy's number for the draws of its queue."""


@dataclass
class Enrolment:
    """Units of one policy, a place in each array for each row of their table.

    `joined` is the month in which a unit joined, 0 if it has not; `served` flags those who take part this month.
    `readiness` and `queue` are draws in (0, 1) that never change: whether a unit takes up an offer, and its place in
    the queue.
    """

    policy: Policy
    eligible: NDArray[np.int8]
    ever_eligible: NDArray[np.bool_]
    reached: NDArray[np.bool_]
    joined: NDArray[np.int32]
    served: NDArray[np.bool_]
    ids: NDArray[np.int64]
    readiness: NDArray[np.float64]
    queue: NDArray[np.float64]
    conditions: tuple[Condition, ...] = ()
    means: NDArray[np.bool_] | None = field(default=None)

    @classmethod
    def of(cls, policy: Policy, rows: int) -> Enrolment:
        """An empty enrolment for a table of so many units."""
        return cls(
            policy=policy,
            eligible=np.zeros(rows, dtype=np.int8),
            ever_eligible=np.zeros(rows, dtype=np.bool_),
            reached=np.zeros(rows, dtype=np.bool_),
            joined=np.zeros(rows, dtype=np.int32),
            served=np.zeros(rows, dtype=np.bool_),
            ids=np.full(rows, -1, dtype=np.int64),
            readiness=np.zeros(rows),
            queue=np.zeros(rows),
            conditions=(
                *conditions_of(policy.target),
                *(Condition.model_validate(each) for each in policy.meant_for),
            ),
        )

    def clear(self) -> None:
        """Nobody is eligible or served: the policy does not run."""
        self.eligible[:] = 0
        self.served[:] = False

    def find_eligible(self, tables: Tables) -> None:
        """Set who meets the target this month; rows with a new unit begin afresh."""
        policy = self.policy
        ids = tables.units(policy.targets)["id"]
        self._begin_afresh(np.flatnonzero(ids != self.ids), ids, tables.seed)
        found = eligible(self.conditions, policy.targets, tables)
        if policy.target.proxy_means is not None:
            if self.means is None:
                self.means = admitted(policy.target.proxy_means, tables)
            found &= self.means[home_of(policy.targets, tables)]
        self.eligible[:] = found
        self.ever_eligible |= found

    def candidates(
        self, tables: Tables, take_up: float, month: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Rows of those who stay in and of those who would join, each in the order in which they are served."""
        stay = self.policy.stay()
        willing = self.readiness < take_up
        inside = self.joined > 0
        joining = (self.eligible == 1) & willing & ~inside
        if stay is None:
            staying = inside & (self.eligible == 1) & willing
        else:
            there = tables.firms["alive"] == 1 if self.policy.targets == "firm" else True
            staying = inside & (month - self.joined < stay) & there
        return self._in_order(staying), self._in_order(joining)

    def _in_order(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        rows = np.flatnonzero(chosen)
        return rows[draw_order(self.queue[rows])]

    def _begin_afresh(self, rows: NDArray[np.int64], ids: NDArray[np.int64], seed: int) -> None:
        """Reset rows that belong to other units than last month: no history, and draws of their own."""
        if not len(rows):
            return
        self.ids[rows] = ids[rows]
        for history in (self.ever_eligible, self.reached, self.joined, self.served):
            history[rows] = 0
        number = zlib.crc32(self.policy.drawn_as().encode())
        luck = np.empty(len(rows))
        for draws, purpose in ((self.readiness, 0), (self.queue, QUEUE_LUCK)):
            uniforms(seed, PROGRAMME, number + purpose, self.ids[rows], luck)
            draws[rows] = luck


def home_of(kind: str, tables: Tables) -> NDArray[np.int64]:
    """The row of the household of each unit; a household is its own."""
    if kind == "household":
        return np.arange(len(tables.households))
    found: NDArray[np.int64] = tables.units(kind)["household"].astype(np.int64)
    return found
