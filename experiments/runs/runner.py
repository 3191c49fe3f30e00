"""Answer a question's plan: what is to be run and in which order; what the store lacks is made and kept as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Generic

from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.executors.computing import current_means, executing
from poverty_nodes.experiments.runs.executors.executors import AbstractExecutor
from poverty_nodes.experiments.runs.failure import ABORTED, Failure
from poverty_nodes.experiments.runs.key import code_beyond, own_parts, run_key
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.slices import Slice, SliceDone
from poverty_nodes.experiments.runs.store.store import AbstractStore, MemoryStore
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.model.lives import population_of
from poverty_nodes.scenarios.errors import Problem, QuestionError

LARGEST_SEED = 2**63 - 1
"""What a store can write down."""


@dataclass(frozen=True)
class Planned(Generic[S]):
    """One run by the names that a question gives it.

    `label` is the scenario's, `draw` numbers the draws of uncertain inputs (0 where there is one),
    `seed` is chance.
    """

    label: str
    draw: int
    seed: int
    scenario: S

    @property
    def name(self) -> tuple[str, int, int]:
        """Label, draw and seed: unique in a plan."""
        return self.label, self.draw, self.seed


def interleave(scenarios: Mapping[str, S], seeds: Sequence[int]) -> Iterator[Planned[S]]:
    """All scenarios under the first seed, then the second: a stopped batch is balanced."""
    for seed in seeds:
        for label, scenario in scenarios.items():
            yield Planned(label, 0, seed, scenario)


def abreast(tasks: Sequence[Task[S]], width: int) -> Iterator[Task[S]]:
    """The tasks of `width` populations in turn, so that workers are busy with one each.

    Runs of one population share a base month, which the first of them makes: beside each other the second would
    only wait for it. The order of the tasks of a population stays.
    """
    groups = [list(group) for _, group in groupby(tasks, key=lambda task: population_of(task.seed))]
    for first in range(0, len(groups), width):
        for row in zip_longest(*groups[first : first + width]):
            yield from (task for task in row if task is not None)


def tasks_of(plan: Sequence[Planned[S]], version: str, run: RunFunction[S]) -> list[Task[S]]:
    """The task of each planned run, in the same order; each scenario is fingerprinted once.

    ValueError if two planned runs have the same name, QuestionError if a seed is none.
    """
    _refuse_seeds(plan)
    names = {planned.name for planned in plan}
    if len(names) < len(plan):
        raise ValueError("a scenario, draw and seed stand twice in the plan")
    # By identity: a scenario need not be hashable, and the plan keeps each alive meanwhile.
    scenarios = {id(planned.scenario): planned.scenario for planned in plan}
    prints = {name: scenario.fingerprint() for name, scenario in scenarios.items()}
    own = {kind: code_beyond(run, kind) for kind in {type(each) for each in scenarios.values()}}
    texts = {name: own_parts(run, each).fixed_digits() for name, each in scenarios.items()}
    return [
        Task(
            run_key(print_, each.seed, version, own[type(each.scenario)]),
            each.seed,
            each.scenario,
            print_,
            texts[id(each.scenario)],
        )
        for each in plan
        for print_ in (prints[id(each.scenario)],)
    ]


def _refuse_seeds(plan: Sequence[Planned[S]]) -> None:
    wrong = sorted({each.seed for each in plan if not 0 <= each.seed <= LARGEST_SEED})
    if wrong:
        limits = f"whole numbers from 0 to {LARGEST_SEED:,}"
        raise QuestionError([Problem("seeds", f"{wrong[0]} is no seed", limits)])


def execute(
    scenarios: Mapping[str, S],
    seeds: Sequence[int],
    store: AbstractStore | str | Path | None,
    run: RunFunction[S],
    workers: int | None = None,
    progress: Progress | None = None,
    executor: str | AbstractExecutor | None = None,
    retry_failed: bool = False,
) -> Runs:
    """Run every scenario under every seed; what stands in `execute_plan` holds here too."""
    plan = list(interleave(scenarios, seeds))
    return execute_plan(plan, store, run, workers, progress, executor, retry_failed)


def execute_plan(
    plan: Sequence[Planned[S]],
    store: AbstractStore | str | Path | None,
    run: RunFunction[S],
    workers: int | None = None,
    progress: Progress | None = None,
    executor: str | AbstractExecutor | None = None,
    retry_failed: bool = False,
) -> Runs:
    """Make the runs of a plan that the store does not have, in the order of the plan.

    `store` may be a folder, or None to keep results in memory. `workers` defaults to the cores at
    hand, `executor` to that of the `computing` block around the call. An executor that is given as an
    object is left open. Runs that failed by themselves would
    fail again and are not tried again unless `retry_failed`; those that the machine let down are.
    Ctrl-C goes through after all finished runs are safe: the same call resumes. StoreError if runs
    cannot be kept or read, ExecutorError if there is nobody to make them. With a slice among the
    `computing` means only its runs are made, and SliceDone is raised while others are missing.
    """
    store = _store(store)
    tasks = tasks_of(plan, store.version, run)
    known = store.known({task.key for task in tasks})
    finished = {key for key, outcome in known.items() if _is_final(outcome, retry_failed)}
    missing = list({task.key: task for task in tasks if task.key not in finished}.values())
    failures = {key: known[key].failure for key in finished}
    part = current_means().slice
    if part is not None:
        missing = _of_slice(part, tasks, missing)
    with executing(workers, len(missing), executor) as chosen:
        ordered = list(abreast(missing, chosen.workers))
        failures |= _make(ordered, tasks, store, run, chosen, progress or Progress(quiet=True))
    if part is not None:
        failures = _of_all(part, tasks, store, missing)
    keys = {planned.name: task.key for planned, task in zip(plan, tasks, strict=True)}
    failed = {name: why for name, key in keys.items() if (why := failures.get(key))}
    return Runs(store, keys, failed, computed=len(missing), reused=len(plan) - len(missing))


def _make(
    missing: Sequence[Task[S]],
    planned: Sequence[Task[S]],
    store: AbstractStore,
    run: RunFunction[S],
    executor: AbstractExecutor,
    progress: Progress,
) -> dict[str, Failure | None]:
    """Make runs and keep each as it comes, the first with a note of all that is planned; tells by key why a run failed.

    The note is renewed if there is nothing to make, since an earlier one may be damaged, but a store that is read-only
    answers without it.
    """
    scenarios = {task.fingerprint: task.scenario for task in planned}
    if not missing:
        with suppress(StoreError):
            store.describe(scenarios)
    failures: dict[str, Failure | None] = {}
    with (
        progress.counting(len(missing)) as count,
        store.keeping() as keep,
        closing(executor.outcomes(run, missing)) as outcomes,
    ):
        for outcome in outcomes:
            if not failures:
                store.describe(scenarios)
            keep(outcome)
            count(outcome.failure is not None)
            failures[outcome.key] = outcome.failure
    return failures


def _of_slice(part: Slice, tasks: Sequence[Task[S]], missing: Sequence[Task[S]]) -> list[Task[S]]:
    """The missing runs that are this slice's; the parts are of the whole plan, whatever is there."""
    distinct = list(dict.fromkeys(task.key for task in tasks))
    mine = set(part.part(distinct))
    return [task for task in missing if task.key in mine]


def _of_all(
    part: Slice, tasks: Sequence[Task[S]], store: AbstractStore, made: Sequence[Task[S]]
) -> dict[str, Failure | None]:
    """Why runs failed, by key, of all slices; SliceDone if some have not been made."""
    distinct = list(dict.fromkeys(task.key for task in tasks))
    known = store.known(distinct)
    if len(known) < len(distinct):
        parts = [
            (number, Slice(number, part.of).part(distinct)) for number in range(1, part.of + 1)
        ]
        missing = [number for number, keys in parts if any(key not in known for key in keys)]
        failed = sum(known[task.key].failure is not None for task in made)
        raise SliceDone(part, len(made), failed, missing, len(distinct))
    return {key: outcome.failure for key, outcome in known.items()}


def _is_final(outcome: Outcome, retry_failed: bool) -> bool:
    if outcome.failure is None:
        return True
    return outcome.failure.status != ABORTED and not retry_failed


def _store(store: AbstractStore | str | Path | None) -> AbstractStore:
    if store is None:
        return MemoryStore()
    if isinstance(store, AbstractStore):
        return store
    # Brings Parquet, which a question in memory does not need.
    from poverty_nodes.experiments.runs.store.disk import Store

    return Store(store)
