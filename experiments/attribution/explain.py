"""Adds to a finished comparison the explanations that the question asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.attribution.channels import channels
from poverty_nodes.experiments.attribution.components import attribute

if TYPE_CHECKING:
    from pathlib import Path

    from poverty_nodes.experiments.impact.comparison import Comparison
    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.experiments.runs.progress import Progress
    from poverty_nodes.experiments.runs.store.store import AbstractStore
    from poverty_nodes.scenarios.scenario import Scenario


def explain(
    comparison: Comparison,
    why: Collection[str],
    runs: Runs,
    scenario: Scenario,
    store: AbstractStore | str | Path | None,
    workers: int | None,
    progress: Progress,
    groups: Sequence[str] = (),
) -> Comparison:
    """The comparison with the tables that `why` names ("components", "channels"); runs that are missing are made."""
    if "components" in why:
        found = attribute(runs, scenario, store, workers, progress, groups)
        failed = (*comparison.unexplained, *found.failures)
        comparison = replace(comparison, attribution=found.table, unexplained=failed)
    if "channels" in why:
        found = channels(runs, scenario, store, workers, progress, groups)
        failed = (*comparison.unexplained, *found.failures)
        comparison = replace(comparison, channels=found.table, unexplained=failed)
    return comparison
