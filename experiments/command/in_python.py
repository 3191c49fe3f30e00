"""The verbs for those who write Python: tables out, and nothing on disk but runs that are kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.attribution.explain import explain
from experiments.impact import Comparison, assess
from experiments.runs.kinds_of_run.whole_run import run_one
from experiments.runs.progress import Progress
from experiments.runs.runner import execute
from model.month import Month
from model.months import MONTHS
from scenarios.scenario import Scenario

if TYPE_CHECKING:
    from experiments.sensitivities.analysis import Sensitivity
    from experiments.sweeps.study import Study


def compare(
    scenario: Scenario,
    seeds: int = 20,
    first_seed: int = 1,
    workers: int | None = None,
    store: str | Path | None = None,
    quiet: bool = True,
    why: Collection[str] = (),
    model: type[Month] | str | None = None,
) -> Comparison:
    """Compare a scenario's policies with the same cluster without them, person by person.

    `store` is a folder in which runs are kept and found again; None keeps them in memory. The result has the
    tables `winners`, `transitions`, `cost`, `nodes` and `outcomes` as DataFrames, and a `headline`. With "levers" in
    `why` it has `attribution`, with "channels" `channels`. `model` is a subclass of `Month` or `ClusterModel` by which
    the months go in both worlds, or the name of one that an installed package offers.
    """
    if model is not None:
        scenario = replace(scenario, model=MONTHS[model] if isinstance(model, str) else model)
    arms = {"without": replace(scenario, policies=()), "with": scenario}
    numbers = range(first_seed, first_seed + seeds)
    runs = execute(arms, numbers, store, run_one, workers, Progress(quiet=quiet))
    comparison = assess(runs.pairs(), scenario)
    return explain(comparison, why, runs, scenario, runs.store, workers, Progress(quiet=quiet))


def sweep(*settings: str, quiet: bool = True) -> Study:
    """Ask at many points, in the words of the command line: `sweep("policy.micro_credit.take_up=[0.1,0.3]")`.

    The result has the table `summary`, `to_salib()` and `to_ema()`. QuestionError if anything is wrong.
    """
    from experiments.sweeps.points import ask_sweep
    from experiments.sweeps.study import read, study

    asked = ask_sweep(settings)
    runs, left_out = study(asked, Progress(quiet=quiet))
    return read(asked, runs, left_out, lambda *_: None)


def sensitivity(*settings: str, quiet: bool = True) -> Sensitivity:
    """Find what drives the outcomes, in the words of the command line: `sensitivity("method=morris", "n=8")`.

    The result has the tables `indices`, `screening` and `convergence`, `to_salib()` and `to_ema()`. QuestionError if
    anything is wrong.
    """
    from experiments.sensitivities.analysis import analysis
    from experiments.sensitivities.order import ask_sensitivity

    return analysis(ask_sensitivity(settings), Progress(quiet=quiet))
