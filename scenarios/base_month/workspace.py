"""The workspace of a run, and the types that entrants copy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population import ring
from poverty_nodes.model.population.offer import OFFER
from poverty_nodes.model.population.seeker import SEEKER
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.rules.entry_exit import exit_hazard
from poverty_nodes.model.state import KINDS, Workspace
from poverty_nodes.scenarios.base_month.calibration import Calibration

Table = NDArray[np.void]


def make_workspace(
    firms: Table,
    workers: Table,
    calibration: Calibration,
    posts: NDArray[np.int32],
    hazards: NDArray[np.float64],
) -> Workspace:
    """Empty workspace for so many firms and workers, with the first staff counted."""
    n = len(firms)
    places = len(calibration.post_scale)
    key, firm, kind, start = ring.nodes(firms, places)
    staff = np.zeros((n, KINDS), dtype=np.int32)
    hired = (workers["post"] > 0) & (workers["post"] <= KINDS)
    np.add.at(staff, (workers["employer"][hired], workers["post"][hired] - 1), 1)
    alive = np.flatnonzero(firms["alive"] == 1)
    alive = alive[np.argsort(firms["place"][alive], kind="stable")]
    here = firms["place"][alive]
    firms["type_number"][alive] = np.arange(len(alive))
    return Workspace(
        target=posts.copy(),
        staff=staff,
        vacancy=np.zeros((n, KINDS), dtype=np.int32),
        ring_key=key,
        ring_firm=firm,
        ring_kind=kind,
        ring_start=start,
        access=calibration.access.copy(),
        post_scale=calibration.post_scale.copy(),
        pace_scale=calibration.pace_scale.copy(),
        pool=np.zeros((places, 3)),
        weight=np.zeros(places),
        offers=np.empty(n, dtype=OFFER),
        seekers=new_table(SEEKER, len(workers)),
        worker_start=np.zeros(n + 1, dtype=np.int64),
        worker_order=np.zeros(len(workers), dtype=np.int32),
        hires=np.zeros((places, KINDS, 2, 2), dtype=np.int64),
        types=firms[alive].copy(),
        type_start=np.concatenate([[0], np.cumsum(np.bincount(here, minlength=places))]),
        type_weight=hazards[alive],
        openings=np.zeros(len(alive), dtype=np.int32),
    )


def usual_exit_scale(workspace: Workspace, p: np.record) -> NDArray[np.float64]:
    """Scale of the hazard (places,) at which `exit_yearly` of the base month's firms close in a year."""
    weights = np.split(workspace.type_weight, workspace.type_start[1:-1])
    return np.array([p.exit_yearly / 12.0 / weight.mean() for weight in weights])


def base_hazards(firms: Table, p: np.record) -> NDArray[np.float64]:
    """Relative chance of closing of every firm in its base month (firms,); 0 in free rows."""
    found = [
        exit_hazard(
            f.base_heads,
            float(f.age),
            f.initial_advantage,
            p.exit_size,
            p.exit_youth,
            p.youth_months,
            p.exit_profit,
        )
        if f.alive
        else 0.0
        for f in firms
    ]
    return np.array(found)
