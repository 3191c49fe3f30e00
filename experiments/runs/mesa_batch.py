"""Mesa's `batch_run` on the run store: the same call and the same rows, and nothing is made twice or lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.kinds_of_run.collected_run import Collected, run_collected
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import Planned, execute_plan
from poverty_nodes.model.face.not_a_scenario import no_scenario
from poverty_nodes.model.face.seed import one_seed
from poverty_nodes.scenarios.scenario import Scenario

if TYPE_CHECKING:
    from poverty_nodes.model.cluster import ClusterModel

Rows = list[dict[str, Any]]
INSTEAD = "mesa.batch_run takes it, without a store"


class FailedRunsError(Exception):
    """Some runs failed: `rows` are those of the others, `runs.failures` says why."""

    def __init__(self, rows: Rows, runs: Runs) -> None:
        """Keep what there is."""
        self.rows, self.runs = rows, runs
        first = runs.failures[0]
        super().__init__(
            f"{len(runs.failures)} of {len(runs.keys)} runs failed; the first, seed {first.seed}: "
            f"{first.failure.message}. The rows of the others are in this error's `rows`"
        )


def batch_run(
    model_cls: type[ClusterModel],
    parameters: Mapping[str, Any | Iterable[Any]],
    number_processes: int | None = 1,
    iterations: int = 1,
    data_collection_period: int = -1,
    max_steps: int = 1000,
    display_progress: bool = True,
    *,
    store: str | Path | None = "outputs/store",
) -> Rows:
    """Run a `ClusterModel` for all combinations of `scenario` and `seed` (or `rng`); the rows of `mesa.batch_run`.

    Rows come in the order of RunId, with the figures that the model collects by default. `number_processes` is how
    many runs are made at once, in threads (None: all cores). Iterations of the same seed are the same run, as they
    are in Mesa. `store=None` keeps nothing. TypeError for what the store cannot know a run by: a subclass of
    ClusterModel, reporters. FailedRunsError at the end if runs failed.
    """
    _refuse(model_cls, parameters)
    asked = [(iteration, each) for iteration in range(iterations) for each in _combined(parameters)]
    plan, names = _plan(asked, max_steps)
    progress = Progress(quiet=not display_progress)
    runs = execute_plan(plan, store, run_collected, number_processes, progress)
    rows = [
        row
        for run, (iteration, arguments) in enumerate(asked)
        if names[run] not in runs.failed
        for row in _rows(run, iteration, arguments, runs, names[run], data_collection_period)
    ]
    if runs.failed:
        raise FailedRunsError(rows, runs)
    return rows


def _refuse(model_cls: type[ClusterModel], parameters: Mapping[str, Any]) -> None:
    from poverty_nodes.model.cluster import ClusterModel

    if model_cls is not ClusterModel:
        name = getattr(model_cls, "__name__", model_cls)
        raise TypeError(
            f"the store knows the rules of ClusterModel, not those of {name}; {INSTEAD}"
        )
    unknown = sorted({*parameters} - {"scenario", "seed", "rng"})
    if unknown:
        raise TypeError(f"the store cannot know a run by {', '.join(unknown)}; {INSTEAD}")
    if "scenario" not in parameters:
        raise TypeError("a ClusterModel needs a scenario: parameters={'scenario': [...]}")


def _combined(parameters: Mapping[str, Any | Iterable[Any]]) -> Iterator[dict[str, Any]]:
    """All combinations of the values given, the last name running fastest, as in Mesa. ValueError for an empty list."""
    values = []
    for name, given in parameters.items():
        one = isinstance(given, str) or not isinstance(given, Iterable)
        values.append([given] if one else list(given))
        if not values[-1]:
            raise ValueError(f"parameter '{name}' has no value")
    return (dict(zip(parameters, each, strict=True)) for each in product(*values))


def _plan(
    asked: list[tuple[int, dict[str, Any]]], max_steps: int
) -> tuple[list[Planned[Collected]], list[tuple[str, int, int]]]:
    """The runs to make, and the name of the run of each row of Mesa's list."""

    shortened: dict[int, Collected] = {}
    plan, names = [], []
    for run, (_, arguments) in enumerate(asked):
        scenario: Scenario = arguments["scenario"]
        if not isinstance(scenario, Scenario):
            raise TypeError(no_scenario(scenario))
        # Mesa steps on while the model runs and has made no more than max_steps.
        months = min(scenario.months, max_steps + 1)
        kept = shortened.setdefault(id(scenario), Collected(replace(scenario, months=months)))
        seed = one_seed(arguments.get("seed"), arguments.get("rng"))
        plan.append(Planned(f"run {run}", 0, seed, kept))
        names.append(plan[-1].name)
    return plan, names


def _rows(
    run: int,
    iteration: int,
    arguments: dict[str, Any],
    runs: Runs,
    name: tuple[str, int, int],
    period: int,
) -> Iterator[dict[str, Any]]:
    """The rows of a run: every so many steps and the last, which Mesa counts as one less than it made."""
    result = runs.result(name[0], name[2])
    made = int(result.months[-1])
    steps = list(range(0, made, period))
    if not steps or steps[-1] != made - 1:
        steps.append(made - 1)
    for step in steps:
        figures = zip(result.measures, result.values[step, :, 0].tolist(), strict=True)
        yield {"RunId": run, "iteration": iteration, "Step": step, **arguments, **dict(figures)}
