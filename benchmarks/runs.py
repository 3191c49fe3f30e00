"""What the machinery of runs costs, and what a second worker brings.

`python -m benchmarks.runs overhead` prints milliseconds a run beside the model, for a result as large as that of the
default question and for a tiny one; `memory` the driver's memory after few and after many runs; `speedup` what workers
do to a batch of real runs: wall time on quiet cores, and the processor time, which says as much on busy ones. The load
of the machine is printed beside: wall times taken above a load of 1 are not to be trusted.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.runs.executors.computing import Means, computing
from poverty_nodes.experiments.runs.kinds_of_run.collected_run import Collected, run_collected
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Canned:
    """A run that takes no time: one that was made before, as large as asked for."""

    size: str

    def fingerprint(self) -> str:
        """A hash of its size."""
        return sha256(self.size.encode()).hexdigest()


@lru_cache
def _made(size: str) -> RunResult:
    scenario = Scenario(load_cluster("sialkot_surgical"), months=1, scale=0.02)
    if size == "tiny":
        return run_collected(Collected(scenario), 1)
    (whole,) = ask(["months=1", "policy=[]"], "run").to_scenarios().values()
    return run_one(whole, 1)


def hand_over(canned: Canned, seed: int) -> RunResult:
    """The result that was made before."""
    return _made(canned.size)


def overhead(runs: int, workers: int) -> None:
    """Milliseconds a run beside the model, by executor and size of the result."""
    print(f"size   executor    ms_a_run  runs={runs}")
    for size in ("tiny", "full"):
        hand_over(Canned(size), 0)
        for executor in ("serial", "threads", "processes"):
            with tempfile.TemporaryDirectory() as folder, computing(Means(executor, workers)):
                execute({"a": Canned(size)}, range(workers), None, hand_over)  # workers start
                began = time.perf_counter()
                execute({"a": Canned(size)}, range(runs), folder, hand_over)
                each = 1000 * (time.perf_counter() - began) / runs
            print(f"{size:6} {executor:10} {each:9.2f}", flush=True)


def memory(few: int, many: int) -> None:
    """Megabytes of the driver at its fullest, after few and after many runs, each in a fresh process."""
    used = {}
    for runs in (few, many):
        command = [sys.executable, "-m", "benchmarks.runs", "driver", "--runs", str(runs)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        used[runs] = float(done.stdout.split()[-1])
        print(f"{runs:6} runs: {used[runs]:.0f} MB", flush=True)
    print(f"difference: {used[many] - used[few]:.0f} MB")


def drive(runs: int) -> None:
    """Make runs and read them all; prints the driver's memory in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        made = execute({"a": Canned("tiny")}, range(runs), folder, hand_over)
        for _ in made.results("a"):
            pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def speedup(runs: int, months: int, executors: Sequence[str]) -> None:
    """Wall and processor seconds of a batch of the default question, by executor and workers."""
    scenarios = ask([f"months={months}"], "compare").to_scenarios()
    execute(scenarios, [10_000], None, run_one)  # compiled and calibrated, outside the clock
    print("executor   workers    wall     cpu  cores_busy  speedup   load")
    alone = 0.0
    ways = [("threads", 1), *((each, 2) for each in executors)]
    for number, (executor, workers) in enumerate(ways):
        first = 1000 * number  # other seeds each time: base months are kept in memory
        with tempfile.TemporaryDirectory() as folder, computing(Means(executor, workers)):
            if executor == "processes":
                execute(
                    scenarios, [20_000, 20_001], None, run_one
                )  # the workers are there and warm
            wall, cpu = time.perf_counter(), _cpu()
            execute(scenarios, range(first, first + runs // 2), folder, run_one)
            wall = time.perf_counter() - wall
        cpu = _cpu() - cpu  # of processes it is known when they have ended
        alone = alone or wall
        figures = f"{wall:7.1f} {cpu:7.1f} {cpu / wall:11.2f} {alone / wall:8.2f}"
        print(f"{executor:10} {workers:7} {figures} {os.getloadavg()[0]:6.1f}", flush=True)


def _cpu() -> float:
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.runs", description=__doc__)
    parser.add_argument("what", choices=["overhead", "memory", "speedup", "driver"])
    parser.add_argument("--runs", type=int, help="5000 for overhead, 200 for speedup")
    parser.add_argument("--months", type=int, default=60)
    parser.add_argument("--executors", nargs="*", default=["threads", "processes"])
    asked = parser.parse_args()
    match asked.what:
        case "overhead":
            overhead(asked.runs or 5000, 2)
        case "memory":
            memory(2000, 20_000)
        case "driver":
            drive(asked.runs)
        case "speedup":
            speedup(asked.runs or 200, asked.months, asked.executors)


if __name__ == "__main__":
    main()
