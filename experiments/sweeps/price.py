"""What a sweep costs before it is asked."""

from __future__ import annotations

from poverty_nodes.experiments.sweeps.study import scenarios_of
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.experiments.uncertainty.price import Cost, cost_of


def price_of(sweep: Sweep) -> Cost:
    """Runs, base months to solve, minutes and megabytes; no run is made."""
    return cost_of(sweep.first, scenarios_of(sweep)[0])
