"""Capital given at random to micro firms in Sri Lanka: high returns for men, none for women."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import Arms, Mask, trial_effect
from poverty_nodes.experiments.evidence.trials.draw import drawn
from poverty_nodes.experiments.evidence.trials.outcomes import profit
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.ledger import DONORS, GRANTS, INVESTMENT
from poverty_nodes.model.state import State

CLUSTER = "gamarra_garments"
"""Most of its firms are micro firms, and half of them are women's."""
GRANT, START, MOST = 500.0, 2, 5.0
"""Dollars given (10,000 and 20,000 rupees of 2005: some 400 and 800 at purchasing power, recalled), when, and the
workers of the largest firm."""


def small(firms: NDArray[np.void]) -> Mask:
    """Firms of the cluster with at most so many posts."""
    found: Mask = (firms["alive"] == 1) & (firms["place"] == 0) & (firms["base_heads"] <= MOST)
    return found


@dataclass(frozen=True)
class CapitalGrant:
    """Equipment worth so many dollars for a random half of small firms, once."""

    dollars: float

    def __call__(self, state: State) -> None:
        """Add to capital, and to the books as a donor's grant that was invested at once."""
        if state.month == START:
            firms = state.firms
            chosen = small(firms) & drawn(firms["id"], state.seed, 0.5)
            firms["capital"][chosen] += self.dollars
            for flow in (DONORS, GRANTS, INVESTMENT):
                state.flows[flow] += self.dollars * chosen.sum()


ARMS = Arms(
    table="firms",
    start=START,
    measured=(8, 14, 20, 26),
    acts=(CapitalGrant(GRANT),),
    cluster=CLUSTER,
)


def return_to(laboratory: Laboratory, gender: int) -> NDArray[np.float64]:
    """Rise of profit a month in per cent of the grant, over two years, for owners of one gender."""

    def groups(pair: tuple[Life, Life]) -> tuple[Mask, Mask]:
        before = pair[1].frames[START - 1]
        firms = before.firms
        mine = small(firms) & (before.workers["gender"][firms["owner"]] == gender)
        chosen = drawn(firms["id"], pair[0].seed, 0.5)
        return mine & chosen, mine & ~chosen

    return 100.0 * trial_effect(ARMS, laboratory, groups, profit, relative=False) / GRANT


def men(laboratory: Laboratory) -> NDArray[np.float64]:
    """The return to men's capital."""
    return return_to(laboratory, 0)


def women(laboratory: Laboratory) -> NDArray[np.float64]:
    """The return to women's capital."""
    return return_to(laboratory, 1)


TRIAL = trial("trials/demel2008", (men, women))
