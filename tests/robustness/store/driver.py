"""A program of its own that answers a question of slow fake runs, so that a test can do it harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FAKES = Path(__file__).parents[2] / "experiments" / "runs"
ROOT = Path(__file__).parents[3]
RUNS = 120


def start(store: Path, executor: str = "threads", *more: str) -> subprocess.Popen[str]:
    """Start the program in a process group of its own, as a shell does; it is at work on return."""
    marks = store / "marks"
    marks.mkdir(parents=True, exist_ok=True)
    for mark in marks.iterdir():
        mark.unlink(missing_ok=True)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, FAKES)))}
    process = subprocess.Popen(
        [sys.executable, __file__, str(store), executor, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    return process


def main(store: str, executor: str, file_size: str = "") -> None:
    """Answer the question; tell how many runs were made, or what went wrong."""
    from fake_runs import FakeScenario, fake_run

    from poverty_nodes.experiments.runs.runner import execute
    from poverty_nodes.experiments.runs.store.disk import Store
    from poverty_nodes.experiments.runs.store.store_error import StoreError

    if file_size:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(file_size), int(file_size)))
    seeds = range(RUNS // 2)
    scenarios = {
        name: FakeScenario(name, 0.004, "tell", tuple(seeds), f"{store}/marks")
        for name in ("without", "with")
    }
    print("at work", flush=True)
    shelf = Store(store, "a version", runs_per_shard=9, seconds_at_risk=0.05)
    try:
        runs = execute(scenarios, seeds, shelf, fake_run, 2, executor=executor)
    except (KeyboardInterrupt, StoreError) as error:
        print(f"{type(error).__name__}: {error}")
        raise SystemExit(3) from None
    print(f"made {runs.computed}, had {runs.reused}")


if __name__ == "__main__":
    main(*sys.argv[1:])
