"""An economy in which nobody lives: tables of the right types, on which every phase compiles and does nothing."""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.delivery.tables import Units
from poverty_nodes.model.policies.enacted import Enacted
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.population.buyer import BUYER
from poverty_nodes.model.population.firm import FIRM
from poverty_nodes.model.population.household import HOUSEHOLD
from poverty_nodes.model.population.offer import OFFER
from poverty_nodes.model.population.place import PLACE
from poverty_nodes.model.population.seeker import SEEKER
from poverty_nodes.model.population.setting import SETTING
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.population.worker import WORKER
from poverty_nodes.model.state import KINDS, State, Workspace

ROWS = 2
"""Not one: an array of a single row counts as contiguous whatever it was cut from, and would be compiled as such."""
POLICIES = (
    LabourStandards(wage_floor=1.0, home_workers=False),
    MicroCredit(amount=1.0, rate=0.0, months=1),
)
"""Policies whose rules are compiled in advance: that of the default question, and the one asked for most besides."""


def empty_economy() -> State:
    """Two places with closed firms, no buyers' orders, and people without posts who look for one each month."""
    firms, workers = new_table(FIRM, ROWS), new_table(WORKER, ROWS)
    households = new_table(HOUSEHOLD, ROWS)
    households["adults"] = households["size"] = 1
    workers["employer"] = firms["buyer"] = firms["patron"] = -1
    state = State(
        firms,
        workers,
        households,
        new_table(BUYER, ROWS),
        new_table(PLACE, ROWS),
        parameter_row({"search_outside": 1.0}),
        new_table(SETTING, 1),
        _workspace(),
        seed=1,
        month=1,
        queue=np.zeros(ROWS, dtype=np.int64),
    )
    state.accounts = Enacted(
        Account.open(policy, 1.0, len(getattr(state, Units[policy.targets]))) for policy in POLICIES
    )
    return state


def _workspace() -> Workspace:
    posts = np.zeros((ROWS, KINDS), dtype=np.int32)
    start = np.zeros(ROWS + 1, dtype=np.int64)
    return Workspace(
        target=posts,
        staff=posts.copy(),
        vacancy=posts.copy(),
        ring_key=np.zeros(ROWS),
        ring_firm=np.zeros(ROWS, dtype=np.int32),
        ring_kind=np.zeros(ROWS, dtype=np.int8),
        ring_start=start,
        access=np.zeros((ROWS, KINDS, 2, 2)),
        post_scale=np.zeros((ROWS, KINDS)),
        pace_scale=np.zeros((ROWS, KINDS - 1, 3)),
        pool=np.zeros((ROWS, 3)),
        weight=np.zeros(ROWS),
        offers=new_table(OFFER, ROWS),
        seekers=new_table(SEEKER, ROWS),
        worker_start=start.copy(),
        worker_order=np.zeros(ROWS, dtype=np.int32),
        hires=np.zeros((ROWS, KINDS, 2, 2), dtype=np.int64),
        types=new_table(FIRM, ROWS),
        type_start=start.copy(),
        type_weight=np.zeros(ROWS),
        openings=np.zeros(ROWS, dtype=np.int32),
    )
