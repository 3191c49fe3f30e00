"""Makes a random sample of kept runs once more and compares every bit with what the store has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from poverty_nodes.experiments.runs.executors.computing import executing
from poverty_nodes.experiments.runs.executors.executors import AbstractExecutor
from poverty_nodes.experiments.runs.key import Fingerprinted, code_beyond, run_key
from poverty_nodes.experiments.runs.kinds_of_run.kinds import MEASURED
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, Task
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.recipe import Clusters, Recipe, built
from poverty_nodes.experiments.runs.store.sameness import differences
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.model.result import RunResult

SAME, DIFFERENT, UNKNOWN, DAMAGED = "same", "different", "cannot be repeated", "damaged"


@dataclass(frozen=True)
class Verified:
    """One run of the sample: `verdict` is SAME, DIFFERENT, UNKNOWN or DAMAGED, `message` says what differs or why."""

    key: str
    scenario: str
    seed: int
    verdict: str
    message: str = ""


def verify(
    store: Store,
    sample: int,
    chance: int = 0,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Verified]:
    """Repeat up to `sample` of the runs that succeeded, chosen by the seed `chance`; in the order of the sample."""
    kept = [each for each in store.everything().values() if each.failure is None]
    kept.sort(key=lambda each: each.key)  # whatever the order of shards, the seed chooses the same
    chosen = Random(chance).sample(kept, min(sample, len(kept)))
    recipes, clusters = store.recipes()
    prepared = {each.key: _prepared(each, store.version, recipes, clusters) for each in chosen}
    found = {
        key: Verified(key, each.scenario, each.seed, UNKNOWN, why)
        for each in chosen
        for key, why in ((each.key, prepared[each.key]),)
        if isinstance(why, str)
    }
    tasks = [task for task in prepared.values() if not isinstance(task, str)]
    with (
        executing(workers, len(tasks)) as executor,
        (progress or Progress(quiet=True)).counting(len(tasks)) as count,
    ):
        for task, again in _repeated(executor, tasks):
            verdict = _verdict(store, task, again)
            count(verdict.verdict != SAME)
            found[task.key] = verdict
    return [found[each.key] for each in chosen]


@dataclass(frozen=True)
class _Repeatable:
    """A scenario with the function that runs it, so that runs of all kinds can be in one batch."""

    scenario: Fingerprinted
    run: RunFunction[Any]

    def fingerprint(self) -> str:
        return self.scenario.fingerprint()


def _again(what: _Repeatable, seed: int) -> RunResult:
    return what.run(what.scenario, seed)


def _prepared(
    kept: Outcome, version: str, recipes: dict[str, Recipe], clusters: Clusters
) -> Task[_Repeatable] | str:
    """The run to be made again, or why it cannot."""
    if kept.scenario not in recipes:
        return "the store does not say what its scenario was"
    recipe = recipes[kept.scenario]
    try:
        scenario, run = built(recipe, clusters)
        now = scenario.fingerprint()
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        return (
            _of_own_code(recipe) or f"its scenario cannot be built: {type(error).__name__}: {error}"
        )
    if now != kept.scenario:
        return _of_own_code(recipe) or "its scenario, built again, is another one"
    own = "" if recipe["kind"] in MEASURED else code_beyond(run, type(scenario))
    if kept.key != run_key(now, kept.seed, version, own):
        return "it was made by a function of somebody's own, which the store does not keep"
    return Task(kept.key, kept.seed, _Repeatable(scenario, run), kept.scenario)


def _of_own_code(recipe: Recipe) -> str:
    """Why a run of classes from outside the project cannot be made again by its recipe; empty if it has none."""
    named = ", ".join(recipe.get("own", ()))
    return named and (
        f"it is of code of somebody's own ({named}), of which a store keeps the name only: to compare, run the program "
        "that asked for it into an empty store"
    )


def _repeated(
    executor: AbstractExecutor, tasks: Sequence[Task[_Repeatable]]
) -> list[tuple[Task[_Repeatable], Outcome]]:
    by_key = {task.key: task for task in tasks}
    return [(by_key[each.key], each) for each in executor.outcomes(_again, tasks)]


def _verdict(store: Store, task: Task[_Repeatable], again: Outcome) -> Verified:
    make = partial(Verified, task.key, task.fingerprint, task.seed)
    if again.result is None:
        why = again.failure.message if again.failure else "no result"
        return make(DIFFERENT, f"it fails now: {why}")
    try:
        kept = store.find([task.key]).get(task.key)
    except StoreError as error:
        return make(DAMAGED, str(error))
    if kept is None:
        return make(UNKNOWN, "it is gone from the store")
    unlike = differences(kept, again.result)
    return make(DIFFERENT, "; ".join(unlike)) if unlike else make(SAME)
