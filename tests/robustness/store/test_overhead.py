"""What the machinery costs beside the model: asked for by name, printed, held to bounds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from driver import FAKES, ROOT
from fake_runs import FakeScenario, fake_run

from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.disk import Store

MEASURE_MEMORY = """
import resource, sys
from fake_runs import FakeScenario, fake_run
from poverty_nodes.experiments.runs.runner import execute
runs = execute({"a": FakeScenario()}, range(int(sys.argv[1])), sys.argv[2], fake_run, 2)
for _ in runs.results("a"):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


@pytest.mark.benchmark
@pytest.mark.parametrize("executor", ["serial", "threads", "processes"])
def test_a_run_costs_at_most_five_milliseconds_beside_the_model(
    tmp_path: Path, executor: str
) -> None:
    began = time.perf_counter()
    for seed in range(200):
        fake_run(FakeScenario(), seed)
    own = (time.perf_counter() - began) / 200
    began = time.perf_counter()
    execute({"a": FakeScenario()}, range(5000), Store(tmp_path), fake_run, 2, executor=executor)
    cost = 1000 * ((time.perf_counter() - began) / 5000 - own)
    print(f"{executor}: {cost:.2f} ms a run beside the model")
    assert cost < 5


@pytest.mark.benchmark
def test_the_memory_of_the_driver_does_not_grow_with_the_number_of_runs(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, FAKES)))}

    def megabytes(runs: int) -> float:
        command = [sys.executable, "-c", MEASURE_MEMORY, str(runs), str(tmp_path / str(runs))]
        return float(
            subprocess.run(command, env=environment, capture_output=True, check=True).stdout
        )

    few, many = megabytes(2000), megabytes(20_000)
    print(f"2,000 runs: {few:.0f} MB, 20,000 runs: {many:.0f} MB")
    assert many - few < 100
