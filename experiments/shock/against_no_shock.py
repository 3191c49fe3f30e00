"""Adds to a finished comparison who loses by the shock itself; the runs that are missing are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.shock.four_worlds import four_worlds, spared

if TYPE_CHECKING:
    from pathlib import Path

    from poverty_nodes.experiments.impact.comparison import Comparison
    from poverty_nodes.experiments.runs.progress import Progress
    from poverty_nodes.experiments.runs.store.store import AbstractStore
    from poverty_nodes.scenarios.scenario import Scenario


def against_no_shock(
    comparison: Comparison,
    arms: Mapping[str, Scenario],
    seeds: Sequence[int],
    store: AbstractStore | str | Path | None,
    workers: int | None,
    progress: Progress,
) -> Comparison:
    """The comparison with its table `shock`, over the seeds that all four worlds finish.

    `arms` are "without" and "with", which the store has already, both with the shock; the same without it are made
    under the same luck. Without a seed that all finish the table stays empty, and `unexplained` says which runs failed.
    """
    runs = execute({**arms, **spared(arms)}, seeds, store, run_one, workers, progress)
    failed = tuple(each for each in runs.failures if each.scenario not in arms)
    found = replace(comparison, unexplained=(*comparison.unexplained, *failed))
    worlds = four_worlds(runs)
    if not worlds.seeds:
        return found
    shown = {*comparison.winners["dimension"]}
    return replace(found, shock=worlds.table(shown))
