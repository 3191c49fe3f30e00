"""One run of a world: its scenario, the interventions, and an observer that keeps what statistics need."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.control_variates import ControlVariates
from poverty_nodes.experiments.evidence.harness.disturbances import HalfTheTypes, OtherOrder
from poverty_nodes.experiments.evidence.harness.row_order import RowsElsewhere
from poverty_nodes.experiments.evidence.harness.world import (
    Act,
    Frame,
    Life,
    NotTestableError,
    Table,
    World,
)
from poverty_nodes.experiments.runs.laid_over import laid_over
from poverty_nodes.experiments.runs.simulate import Observer, Start, simulate
from poverty_nodes.model.advance import Started
from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.catalogue import cluster_ids, is_path, load_cluster
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.scenario import Scenario

AGENTS, FIRMS = 5000, 100
"""So many workers and firms of a cluster are simulated at least; places with fewer run in full."""


ACTS: dict[str, Act] = {"rows": RowsElsewhere(), "types": HalfTheTypes()}
ORDERS = {"phases": OtherOrder}


class GuidedMonth(Month):
    """A month in which an experimenter acts on the state, after shocks and policies have pulled their instruments."""

    def __init__(self, guide: tuple[Act, ...]) -> None:
        """Apply all of `guide` in their order."""
        self._guide = guide

    def calendar(self, state: State) -> None:
        """Open the month as always, then act."""
        super().calendar(state)
        for act in self._guide:
            act(state)


def described(world: World) -> ClusterDescription:
    """The cluster of a world, by id or path, with its changes; NotTestableError if the catalogue does not have it."""
    if not is_path(world.cluster) and world.cluster not in cluster_ids():
        raise NotTestableError(f"the catalogue has no cluster '{world.cluster}' yet")
    cluster = load_cluster(world.cluster)
    for key, value in world.changes:
        cluster = changed(cluster, key, value)
    return cluster


def changed(cluster: ClusterDescription, key: str, value: float) -> ClusterDescription:
    """Return a copy of a description with one number changed. KeyError for an unknown key."""
    copy = cluster.model_copy(deep=True)
    for name, estimate in copy.estimates():
        if name == key:
            # A counterfactual may lie outside the range of what is known of the real place.
            object.__setattr__(estimate, "value", value)
            return copy
    raise KeyError(key)


def scenario_of(world: World, agents: int = AGENTS) -> Scenario:
    """The scenario of a world; NotTestableError if its cluster is not there."""
    cluster = described(world)
    agents = max(agents, world.agents * agents // AGENTS)
    few = FIRMS * agents / AGENTS
    scale = max(agents / cluster.workers.total.value, few / cluster.firms.total.value)
    return Scenario(
        cluster=cluster,
        months=world.months,
        scale=round(min(1.0, scale), 6),
        parameters=dict(world.parameters),
        shocks=world.shocks,
        policies=world.policies,
    )


def live(world: World, seed: int, agents: int = AGENTS) -> Life:
    """Run a world under a seed; worlds with the same seed share their luck person by person."""
    watched = Watched(seed, world.keep)
    simulate(scenario_of(world, agents), seed, [watched], started_in(world))
    return watched.result()


def started_in(world: World) -> Start:
    """Return how the economy of a world starts: month 0 with the interventions, and the months that follow."""

    def start(scenario: Scenario, seed: int) -> Started:
        usual = scenario.order_of_month.started(scenario, seed)
        for name, value in world.switched:
            usual.state.parameters[name] = value
        for act in world.prepare:
            act(usual.state)
        guided = laid_over(usual, GuidedMonth, world.guide)
        return arrange(guided, world.arranged)

    return start


def arrange(started: Started, arranged: Sequence[str]) -> Started:
    """Change rows, types of firms or phases if a world asks for it; KeyError for an unknown change."""
    for each in arranged:
        if each in ACTS:
            ACTS[each](started.state)
        else:
            started = laid_over(started, ORDERS[each])
    return started


class Watched(Observer[Life]):
    """Keeps of a run what statistics read; tables of agents of some months."""

    def __init__(self, seed: int, keep: tuple[int, ...]) -> None:
        self._seed, self._keep = seed, keep
        self._places: list[Table] = []
        self._means: list[tuple[float, float, float]] = []
        self._luck: list[NDArray[np.float64]] = []
        self._frames: dict[int, Frame] = {}
        self._eligible: dict[str, NDArray[np.bool_]] = {}
        self._served: dict[str, NDArray[np.bool_]] = {}

    def begin(self, state: State) -> None:
        """Keep month 0."""
        self._state, self._follow = state, ControlVariates(state)
        self._keep_month(state)

    def observe(self, state: State) -> None:
        """Keep the month that has just closed, and whom a policy reaches in its first."""
        for name, account in state.accounts.items():
            if account.active > 0.0 and name not in self._eligible:
                self._eligible[name] = account.eligible.astype(np.bool_)
                self._served[name] = account.enrolment.served.copy() | account.reached
        self._keep_month(state)

    def _keep_month(self, state: State) -> None:
        self._places.append(state.places.copy())
        self._means.append(_means(state))
        self._luck.append(self._follow.of(state))
        if state.month in self._keep:
            self._frames[state.month] = Frame.of(state)

    def result(self) -> Life:
        """Return what was kept."""
        ties, giving, trust = np.array(self._means).T
        accounts = self._state.accounts.items()
        return Life(
            self._seed,
            np.array(self._places),
            ties,
            giving,
            trust,
            self._frames,
            self._eligible,
            self._served,
            {name: float(account.benefits) for name, account in accounts},
            np.array(self._luck),
        )


def _means(state: State) -> tuple[float, float, float]:
    """Mean tie of exporters, and giving and trust of members, in the cluster; NaN where there are none."""
    # Field by field: a mask on whole records would copy hundreds of bytes a firm each month.
    firms = state.firms
    here = (firms["alive"] == 1) & (firms["place"] == 0)
    exporters, members = here & (firms["tier"] == 1), here & (firms["member"] == 1)

    def mean(name: str, whose: NDArray[np.bool_]) -> float:
        return float(firms[name][whose].mean()) if whose.any() else np.nan

    return mean("tie", exporters), mean("contribution", members), mean("trust", members)
