"""What is at stake for the poor of a cluster: one number a component, and the score that these add up to.

Each component is scaled to 0..1 by a fixed scale and not relative to the other clusters, so that one more cluster
changes no other score: shares as they are, the gap over half a line, numbers of persons on the logarithm from a hundred
to a million, joint action by its word. score = 100 sum w_k s_k / sum w_k. The weights are judgements.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.features import largest_buyer, post_share, women_share

JOINT_ACTION = {"none": 0.0, "informal": 1 / 3, "bilateral": 2 / 3, "associations": 1.0}
"""Capacity for joint action by its word (scenarios/description/facts.py), in even steps (judged)."""
NO_WORD = 1 / 3
"""Where a cluster does not say how its firms act together: as informal (judged)."""
FEW, MANY = 1e2, 1e6
"""Persons that count as nothing and as all on the logarithmic scale."""


@dataclass(frozen=True)
class Component:
    """One aspect of what is at stake: its unit, its scale (linear up to `most`, or logarithmic) and its weight."""

    key: str
    title: str
    unit: str
    weight: float
    most: float = 1.0
    logarithmic: bool = False

    def scaled(self, value: NDArray[np.float64]) -> NDArray[np.float64]:
        """Bring values to 0..1."""
        if self.logarithmic:
            span = math.log(MANY / FEW)
            return np.clip(np.log(np.maximum(value, 1.0) / FEW) / span, 0.0, 1.0)
        return np.clip(value / self.most, 0.0, 1.0)


COMPONENTS = (
    Component("headcount", "poor among the people of the trade's households", "share", 2.0),
    Component("gap", "poverty gap among them", "share of the line", 2.0, most=0.5),
    Component("poor", "poor people in the trade's households", "persons", 2.0, logarithmic=True),
    Component("women", "women workers", "persons", 1.0, logarithmic=True),
    Component("home_workers", "home workers", "persons", 1.0, logarithmic=True),
    Component("unskilled", "workers in unskilled posts", "persons", 1.0, logarithmic=True),
    Component("one_buyer", "exporters' revenue that hangs on one buyer", "share", 1.0),
    Component("joint_action", "capacity for joint action", "0 to 1", 1.0),
)
KEYS = tuple(component.key for component in COMPONENTS)
AMONG_ALL = "headcount_of_all"
"""Beside the components, which it is none of: poor among all who live in the cluster, as `compare` counts."""
Stakes = dict[str, float]


def stakes(cluster: ClusterDescription, state: State, line: float) -> Stakes:
    """Return the components of a cluster by key; `line` is dollars a person a month.

    Poverty is among those who live from the trade: households of the cluster with a worker or an owner in it.
    """
    own = _households_of_the_trade(state)
    size = state.households["size"][own].astype(np.float64)
    welfare = state.households["consumption"][own] / size
    poor = welfare < line
    people = size.sum()
    headcount = float(size[poor].sum() / people)
    here = state.households["place"] == 0
    everybody = state.households["size"][here].astype(np.float64)
    all_poor = state.households["consumption"][here] < line * everybody
    workers = cluster.workers.total.value

    def value(estimate: object) -> float:
        return float(estimate.value)  # type: ignore[attr-defined]

    facts = cluster.features
    return {
        AMONG_ALL: float(everybody[all_poor].sum() / everybody.sum()),
        "headcount": headcount,
        "gap": float((size * np.maximum(1.0 - welfare / line, 0.0)).sum() / people),
        "poor": float(size[poor].sum() / state.scale),
        "women": workers * women_share(cluster, value),
        "home_workers": workers * post_share(cluster, "homework", value),
        "unskilled": workers * (1.0 - post_share(cluster, "skilled_regular", value)),
        "one_buyer": largest_buyer(cluster, value),
        "joint_action": NO_WORD if facts is None else JOINT_ACTION[facts.joint_action.value],
    }


def _households_of_the_trade(state: State) -> NDArray[np.bool_]:
    at_work = (state.workers["post"] > 0) & (state.workers["post"] <= OWNER)
    found = np.zeros(len(state.households), dtype=np.bool_)
    found[state.workers["household"][at_work]] = True
    return found & (state.households["place"] == 0)


def scores(
    table: NDArray[np.float64], weights: NDArray[np.float64] | Mapping[str, float] | None = None
) -> NDArray[np.float64]:
    """Return scores (..., ) of 0 to 100 from components (..., 8) in the order of `COMPONENTS`.

    `weights` are by key, or an array (..., 8), or those of the components.
    """
    scaled = np.stack([each.scaled(table[..., k]) for k, each in enumerate(COMPONENTS)], axis=-1)
    found = _weights(weights)
    return 100.0 * (scaled * found).sum(axis=-1) / found.sum(axis=-1)


def _weights(
    weights: NDArray[np.float64] | Mapping[str, float] | None,
) -> NDArray[np.float64]:
    if isinstance(weights, np.ndarray):
        return weights
    own = {each.key: each.weight for each in COMPONENTS}
    return np.array([{**own, **(weights or {})}[key] for key in KEYS])
