"""Small economies for tests: a real cluster at a fiftieth of its size, with or without its stationary solver."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in, set_month_zero
from poverty_nodes.scenarios.base_month.population import enact, synthesise
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.scenario import Scenario

SCALE = 0.02
CREDIT = MicroCredit(amount=500.0, rate=0.02, months=12, start=2, take_up=0.6)
STANDARDS = LabourStandards(wage_floor=1.05, home_workers=False, start=2)


@lru_cache(maxsize=1)
def cluster() -> ClusterDescription:
    """The default cluster, read once."""
    return load_cluster("sialkot_surgical")


def scenario(
    policies: tuple[Policy, ...] = (),
    months: int = 12,
    scale: float = SCALE,
    parameters: Mapping[str, float] | None = None,
    window: int = 3,
) -> Scenario:
    """A question about a small copy of the default cluster; its solver takes seconds, once."""
    return Scenario(cluster(), policies, months, scale, "4.20", parameters or {}, window)


def synthesised(seed: int = 1, scale: float = SCALE) -> State:
    """A population with first jobs, before the labour market has run itself in and without the solver."""
    return synthesise(cluster(), first_guess(2), scale, {}, seed)


def rough_economy(
    seed: int = 1,
    scale: float = SCALE,
    parameters: Mapping[str, float] | None = None,
    policies: tuple[Policy, ...] = (),
) -> State:
    """Month 0 without the solver: good enough for what holds in any economy, and made in no time."""
    state = synthesise(cluster(), first_guess(2), scale, parameters or {}, seed)
    run_in(state, months=6)
    set_month_zero(state)
    enact(state, policies)
    return state


def live(state: State, months: int) -> State:
    """Live through so many months, in place; hands the state back."""
    month = Month()
    for _ in range(months):
        month.advance(state)
    return state


def recorded(state: State, months: int, window: int = 3) -> RunResult:
    """Live through so many months and hand back what was recorded."""
    question = scenario()
    recorder = Recorder(state, months, question.line_monthly(), question.lines(), window)
    month = Month()
    for _ in range(months):
        month.advance(state)
        recorder.record(state)
    return recorder.finish(state)
