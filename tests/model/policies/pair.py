"""Two lives of one small economy, with a policy and without: the same people under the same luck."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.state import State
from tests.small_economy import live, rough_economy

SCALE = 0.01
MONTHS = 18
CENT = 0.005


@lru_cache(maxsize=1)
def without(months: int = MONTHS) -> State:
    """The economy after so many months without any policy."""
    return live(rough_economy(scale=SCALE), months)


def enacted(policy: Policy, months: int = MONTHS) -> State:
    """The same economy with the policy; its books balance and every dollar of it is accounted for."""
    state = live(rough_economy(scale=SCALE, policies=(policy,)), months)
    assert state.conservation < 1e-12
    account = state.accounts[policy.name]
    parts = account.delivered + account.leaked + account.benefits + account.written_off
    assert abs(account.spent - parts) < CENT
    return state


def reached(state: State, name: str) -> NDArray[np.bool_]:
    """The units that a policy has reached."""
    found: NDArray[np.bool_] = state.accounts[name].reached
    return found
