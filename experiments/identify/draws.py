"""The components of one cluster, at its values and over draws of its numbers from their ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.identify.components import AMONG_ALL, KEYS, Stakes, stakes
from poverty_nodes.scenarios.base_month.first_jobs import first_jobs
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import inputs_of, with_inputs
from poverty_nodes.scenarios.inputs.draws import uniforms
from poverty_nodes.scenarios.inputs.register import OF_THE_MODEL
from poverty_nodes.scenarios.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable

WORKERS = 1_200
"""Workers simulated in a draw: chance moves a headcount by about one point, ranges by ten."""
CENTRAL_SEEDS = 8
"""Populations over which the central figure is averaged, so that chance hardly shows in it."""


@dataclass(frozen=True)
class Drawn:
    """Components at the cluster's values (8,) and over draws (draws, 8).

    Draws without a possible town are missing there; `failures` has their numbers and the reasons.
    """

    cluster: ClusterDescription
    value: NDArray[np.float64]
    draws: NDArray[np.float64]
    failures: tuple[tuple[int, str], ...] = ()
    among_all: float = float("nan")
    """Poor among all who live in the cluster, at its values."""


def draw_cluster(
    cluster: ClusterDescription, draws: int, line: str, count: Callable[[bool], None]
) -> Drawn:
    """Measure a cluster so many times; each draw has numbers and a population of its own."""
    central = [_measure(cluster, line, seed) for seed in range(1, CENTRAL_SEEDS + 1)]
    value = np.mean([_row(each) for each in central], axis=0)
    rows: list[NDArray[np.float64]] = []
    failures: list[tuple[int, str]] = []
    for number, inputs in enumerate(_inputs(cluster, draws), start=1):
        try:
            rows.append(_row(_measure(with_inputs(cluster, inputs), line, 1000 + number)))
            count(False)
        except (
            QuestionError,
            ValueError,
        ) as error:  # numbers that contradict each other, or too few owners
            failures.append((number, _reason(error)))
            count(True)
    table = np.array(rows) if rows else np.empty((0, len(KEYS)))
    among_all = float(np.mean([each[AMONG_ALL] for each in central]))
    return Drawn(cluster, value, table, tuple(failures), among_all)


def _reason(error: QuestionError | ValueError) -> str:
    if isinstance(error, QuestionError):
        return "; ".join(f"{each.where}: {each.message}" for each in error.problems)
    return str(error)


def _measure(cluster: ClusterDescription, line: str, seed: int) -> Stakes:
    scale = scale_of(cluster)
    monthly = Scenario(cluster=cluster, line=line, scale=scale).line_monthly()
    return stakes(cluster, first_jobs(cluster, scale, {}, seed), monthly)


def scale_of(cluster: ClusterDescription) -> float:
    """Simulated persons a real one in a draw."""
    return min(1.0, WORKERS / cluster.workers.total.value)


def _row(found: Stakes) -> NDArray[np.float64]:
    return np.array([found[key] for key in KEYS])


def _inputs(cluster: ClusterDescription, draws: int) -> Iterator[dict[str, float]]:
    """The numbers of each draw; every cluster has draws of its own, because its unknowns are its own."""
    own = [each for each in inputs_of(cluster).values() if not each.name.startswith(OF_THE_MODEL)]
    columns = {
        each.name: each.distribution.quantile(uniforms(f"{cluster.cluster.id} {each.name}", draws))
        for each in own
    }
    for number in range(draws):
        yield {name: float(column[number]) for name, column in columns.items()}
