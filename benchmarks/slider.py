"""How long a slider waits: thirty runs of a town of 5,000 adults, ten years with all measures, after a warm-up.

A question of fifteen seeds is thirty runs, with a policy and without. When only the policy's lever is moved, the
fifteen without it are at hand, as the store of the command keeps them, and fifteen are lived through.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from benchmarks.town import CLUSTER, town
from experiments.composition import default_terms
from experiments.runs.run_one import run_one
from model.policies import MicroCredit
from scenarios.catalogue import load_cluster
from scenarios.scenario import Scenario

RUNS, ADULTS, MONTHS = 30, 5_000, 120


def question() -> Scenario:
    """The town without a policy."""
    scale = town(ADULTS).state.scale
    return Scenario(cluster=load_cluster(CLUSTER), months=MONTHS, scale=scale)


def answer_seconds() -> dict[str, float]:
    """Seconds of wall time of all runs on one thread and on two, base months at hand as they are for a page in use."""
    seeds = range(1, RUNS + 1)
    return {f"{n} thread{'s' if n > 1 else ''}": _waited(question(), seeds, n) for n in (1, 2)}


def moved_seconds() -> float:
    """The same on two threads when a lever of micro-credit is moved and the worlds without it are kept."""
    lent = MicroCredit.model_validate({**default_terms("micro_credit"), "start": 2})
    return _waited(replace(question(), policies=(lent,)), range(1, RUNS // 2 + 1), 2)


def _waited(scenario: Scenario, seeds: Sequence[int], threads: int) -> float:
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda seed: run_one(scenario, seed), seeds))
        began = time.perf_counter()
        list(pool.map(lambda seed: run_one(scenario, seed), seeds))
        return time.perf_counter() - began
