"""The synthetic population that a cluster from a survey gives, beside what the survey found."""

from __future__ import annotations

from poverty_nodes.model.month import Month
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.base_month.report import TargetRow, came_out, target_rows
from poverty_nodes.scenarios.base_month.scale import automatic_scale
from poverty_nodes.scenarios.description.cluster import ClusterDescription

SEEDS = (1, 2, 3)


def target_rows_of(cluster: ClusterDescription) -> tuple[TargetRow, ...]:
    """Rows of target and outcome, over three populations with their first jobs and wages.

    The stationary solver that makes the base month stand still is not run here (it takes a minute); the report of a
    question shows the same rows after it.
    """
    scale = automatic_scale(cluster)
    found = []
    for seed in SEEDS:
        state = synthesise(cluster, first_guess(2), scale, {}, seed)
        index_employment(state)
        Month().pay(state)
        found.append(dict(came_out(state)))
    return target_rows(cluster, scale, found)
