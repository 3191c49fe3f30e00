"""How long a slider waits: thirty runs of a town of 5,000 adults, ten years with all measures, after a warm-up."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from benchmarks.town import CLUSTER, town
from experiments.runs.run_one import run_one
from scenarios.catalogue import load_cluster
from scenarios.scenario import Scenario

RUNS, ADULTS, MONTHS = 30, 5_000, 120


def answer_seconds() -> dict[str, float]:
    """Seconds of wall time on one thread and on two, base months at hand as they are for a page in use."""
    state = town(ADULTS).state
    scenario = Scenario(cluster=load_cluster(CLUSTER), months=MONTHS, scale=state.scale)
    seeds = range(1, RUNS + 1)
    found = {}
    for threads in (1, 2):
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(lambda seed: run_one(scenario, seed), seeds))
            began = time.perf_counter()
            list(pool.map(lambda seed: run_one(scenario, seed), seeds))
            found[f"{threads} thread{'s' if threads > 1 else ''}"] = time.perf_counter() - began
    return found
