"""The paired comparison for those who write Python: scenario in, tables out, nothing on disk unless asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from experiments.impact import Comparison, assess
from experiments.runs.progress import Progress
from experiments.runs.run_one import run_one
from experiments.runs.runner import execute
from experiments.why.explain import explain
from scenarios.scenario import Scenario


def compare(
    scenario: Scenario,
    seeds: int = 20,
    first_seed: int = 1,
    workers: int | None = None,
    store: str | Path | None = None,
    quiet: bool = True,
    why: Collection[str] = (),
) -> Comparison:
    """Compare a scenario's policies with the same cluster without them, person by person.

    `store` is a folder in which runs are kept and found again; None keeps them in memory. The result has the
    tables `winners`, `transitions`, `cost`, `nodes` and `outcomes` as DataFrames, and a `headline`. With "levers" in
    `why` it has `attribution`, with "channels" `channels`.
    """
    arms = {"without": replace(scenario, policies=()), "with": scenario}
    numbers = range(first_seed, first_seed + seeds)
    runs = execute(arms, numbers, store, run_one, workers, Progress(quiet=quiet))
    comparison = assess(runs.pairs(), scenario)
    return explain(comparison, why, runs, scenario, runs.store, workers, Progress(quiet=quiet))
