"""Worlds drawn at random: policies, shocks, parameters, sizes and seeds that a user could ask for."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.model.policies.base import Policy, Target
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.shocks import REGISTRY as SHOCKS
from poverty_nodes.model.shocks import Shock
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.shocks import settle
from tests.small_economy import cluster, rough_economy

SHARES = st.floats(0.0, 1.0)
STARTS = {"start": st.integers(1, 5), "ramp": st.integers(0, 4)}
DELIVERY = {
    "budget": st.none() | st.floats(0.0, 3e6),
    "unit_cost": st.just(0.0) | st.floats(0.01, 200.0),
    "fixed_cost": st.floats(0.0, 5e4),
    "payer": st.sampled_from(["government", "donor", "buyers", "firms", "association"]),
    "capacity": st.none() | st.integers(0, 3000),
    "leakage": st.floats(0.0, 0.9),
    "take_up": SHARES,
    "target": st.builds(
        Target,
        place=st.sampled_from([None, "cluster", "dispersed"]),
        gender=st.sampled_from([None, "female"]),
        tier=st.sampled_from([None, "subcontractor"]),
        max_workers=st.none() | st.integers(0, 50),
    ),
    **STARTS,
}
CREDIT = st.builds(
    MicroCredit,
    amount=st.floats(0.0, 20_000.0),
    rate=st.floats(0.0, 0.1),
    months=st.integers(1, 24),
    grace=st.integers(0, 6),
    consumed_share=SHARES,
    **DELIVERY,
)
STANDARDS = st.builds(
    LabourStandards,
    wage_floor=st.floats(0.0, 3.0),
    home_workers=st.booleans(),
    casual_covered=st.booleans(),
    contribution_rate=SHARES,
    min_workers=st.integers(0, 30),
    enforcement_formal=SHARES,
    enforcement_informal=SHARES,
    penalty=SHARES,
    **DELIVERY,
)
PACKAGES = st.tuples(st.none() | CREDIT, st.none() | STANDARDS).map(
    lambda pair: tuple(policy for policy in pair if policy is not None)
)

KINDS: dict[str, dict[str, st.SearchStrategy[object]]] = {
    "demand_slump": {"orders_lost": st.floats(0.0, 0.9), "home_lost": st.floats(0.0, 0.9)},
    "rival_entry": {"price_fall": st.floats(0.0, 0.6)},
    "currency_crisis": {"rate": st.floats(0.5, 3.0), "home_lost": st.floats(0.0, 0.5)},
    "input_price": {"price": st.floats(0.4, 3.0)},
    "buyers_standard": {
        "level": SHARES,
        "notice": st.integers(0, 4),
        "cost": st.floats(0.0, 5e4),
        "buyer": st.sampled_from(["all", "largest"]),
    },
    "closure_order": {"level": SHARES, "notice": st.integers(0, 4), "cost": st.floats(0.0, 5e4)},
    "child_labour_agreement": {
        "child_share": SHARES,
        "withdrawn": SHARES,
        "homework_moved": SHARES,
    },
    "pandemic": {
        "work_lost": st.floats(0.0, 0.9),
        "orders_lost": st.floats(0.0, 0.9),
        "home_lost": st.floats(0.0, 0.9),
    },
    "flood": {"capital_lost": st.floats(0.0, 0.9), "work_lost": st.floats(0.0, 0.9)},
    "buyer_leaves": {"buyer": st.just("largest")},
    "governance_change": {
        "becomes": st.sampled_from([None, "market", "captive"]),
        "markdown": st.floats(-0.5, 0.5),
        "orders": st.floats(0.2, 5.0),
        "buyer": st.sampled_from(["all", "largest"]),
    },
}
"""The sizes of each kind of shock; a kind that is missing here fails a test."""


@st.composite
def shocks(draw: st.DrawFn) -> tuple[Shock, ...]:
    """At most two shocks of different kinds, one after the other or together."""
    names = draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=2, unique=True))
    when = {"start": st.integers(1, 8), "duration": st.none() | st.integers(1, 8)}
    return tuple(
        SHOCKS[name].model_validate(
            {key: draw(size) for key, size in {**KINDS[name], **when}.items()}
        )
        for name in names
    )


@st.composite
def parameters(draw: st.DrawFn) -> dict[str, float]:
    """Three numbers of the model, each somewhere in its range."""
    chosen = draw(st.lists(st.sampled_from(PARAMETERS), max_size=3, unique=True))
    return {each.name: draw(st.floats(each.low, each.high)) for each in chosen}


@dataclass(frozen=True)
class World:
    """A small economy, its package and the bad luck that is ahead of it."""

    seed: int
    scale: float
    parameters: dict[str, float]
    policies: tuple[Policy, ...]
    shocks: tuple[Shock, ...]

    def start(self) -> State:
        """Its month 0."""
        state = rough_economy(self.seed, self.scale, self.parameters, self.policies)
        state.shocks = settle(self.shocks, cluster())
        return state


WORLDS = st.builds(
    World,
    seed=st.integers(0, 2**31),
    scale=st.floats(0.004, 0.015),
    parameters=parameters(),
    policies=PACKAGES,
    shocks=shocks(),
)
