"""How long a slider waits: thirty runs of a town of 5,000 adults, ten years with all measures, after a warm-up.

A question of fifteen seeds is thirty runs, with a policy and without. When only the policy's instrument is moved, the
fifteen without it are at hand, as the store of the command keeps them, and fifteen are lived through. Workers stand
ready and have answered once, as those of a page in use have.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from statistics import median

from benchmarks.town import CLUSTER, town
from poverty_nodes.experiments.question.composition import default_terms
from poverty_nodes.experiments.runs.executors.processes import Processes
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.outcome import Task
from poverty_nodes.model.policies import MicroCredit
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

RUNS, ADULTS, MONTHS = 30, 5_000, 120
ANSWERS = 5


def question() -> Scenario:
    """The town without a policy."""
    scale = town(ADULTS).state.scale
    return Scenario(cluster=load_cluster(CLUSTER), months=MONTHS, scale=scale)


def answer_seconds() -> dict[str, float]:
    """Seconds of wall time of all runs on one thread, two threads and two processes, base months at hand as in use."""
    asked, seeds = question(), range(1, RUNS + 1)
    waited = {f"{n} thread{'s' if n > 1 else ''}": _by_threads(asked, seeds, n) for n in (1, 2)}
    return {**waited, "2 processes": _by_processes(asked, seeds, 2)}


def moved_seconds() -> float:
    """The same on two processes when an instrument of micro-credit is moved and the worlds without it are kept."""
    lent = MicroCredit.model_validate({**default_terms("micro_credit"), "start": 2})
    return _by_processes(replace(question(), policies=(lent,)), range(1, RUNS // 2 + 1), 2)


def _by_threads(scenario: Scenario, seeds: Sequence[int], threads: int) -> float:
    with ThreadPoolExecutor(threads) as pool:
        return _warm(lambda: list(pool.map(lambda seed: run_one(scenario, seed), seeds)))


def _by_processes(scenario: Scenario, seeds: Sequence[int], processes: int) -> float:
    """Processes of the command, started before: what a page in use would keep."""
    tasks = [Task(str(seed), seed, scenario) for seed in seeds]
    pool = Processes(processes)

    def answer() -> None:
        failed = [each.failure for each in pool.outcomes(run_one, tasks) if each.result is None]
        if failed:
            raise RuntimeError(f"{len(failed)} runs failed: {failed[0]}")

    try:
        return _warm(answer)
    finally:
        pool.close()


def _warm(answer: Callable[[], object]) -> float:
    """Seconds of an answer, the median of several after a first: which process has which base month is chance."""
    answer()
    return median(_timed(answer) for _ in range(ANSWERS))


def _timed(answer: Callable[[], object]) -> float:
    began = time.perf_counter()
    answer()
    return time.perf_counter() - began
