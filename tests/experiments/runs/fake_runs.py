"""An economy that is none: quick runs that succeed, fail, dawdle or die as they are told."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.failure import stage
from poverty_nodes.model.result import RunResult

MEASURES, GROUPS = ("P0", "earnings"), ("all", "gender=female", "node=none|none|female")


@dataclass(frozen=True)
class FakeScenario:
    """`mischief` befalls runs with the seeds in `unlucky`; they leave marks in `folder`."""

    name: str = "without"
    seconds: float = 0.0
    mischief: str = ""
    unlucky: tuple[int, ...] = ()
    folder: str = ""
    extra_column: bool = False
    people: int = 5

    def fingerprint(self) -> str:
        """Everything counts."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def fake_run(scenario: FakeScenario, seed: int) -> RunResult:
    """A result that depends on the name and the seed only."""
    time.sleep(scenario.seconds)
    if seed in scenario.unlucky:
        _suffer(scenario, seed)
    digest = hashlib.sha256(f"{scenario.name} {seed}".encode()).digest()
    draw = np.random.default_rng(list(digest))
    values = draw.normal(size=(3, len(MEASURES), len(GROUPS)))
    values[:, 1, 2] = np.nan
    people = {
        "id": np.arange(scenario.people, dtype=np.int64),
        "household": draw.integers(0, 9, scenario.people, dtype=np.int32),
        "gender": draw.integers(0, 2, scenario.people, dtype=np.int8),
        "welfare_final": draw.random(scenario.people, dtype=np.float32),
    }
    if scenario.extra_column:
        people["tall"] = draw.random(scenario.people) < 0.5
    return RunResult(
        months=np.arange(3, dtype=np.int32),
        measures=MEASURES,
        groups=GROUPS,
        values=values,
        people=people,
        programme=({"policy": "micro_credit", "spent": float(draw.random())},),
        conservation=float(draw.random()),
        units={"earnings": "dollars a month"},
    )


def _suffer(scenario: FakeScenario, seed: int) -> None:
    mark = Path(scenario.folder) / f"{scenario.name}-{seed}"
    match scenario.mischief:
        case "raise":
            with stage("months", lambda: 7):
                raise ZeroDivisionError("no firm is left")
        case "raise once" if not mark.exists():
            mark.touch()
            raise MemoryError
        case "exit":
            raise SystemExit("enough")
        case "die" | "die once" if scenario.mischief == "die" or not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case "count":
            with mark.open("a") as file:
                file.write("x")
        case "tell":
            mark.write_text(f"{os.getpid()} {os.environ.get('OMP_NUM_THREADS')}")


def digest(result: RunResult) -> str:
    """A hash of every bit of a result."""
    parts = [
        *(each.dtype.str.encode() + each.tobytes() for each in (result.months, result.values)),
        *(f"{name}{a.dtype.str}".encode() + a.tobytes() for name, a in result.people.items()),
        repr((result.measures, result.groups, result.values.shape)).encode(),
        repr((result.programme, result.conservation, dict(result.units))).encode(),
    ]
    return hashlib.sha256(b"|".join(parts)).hexdigest()


def table(runs: Runs) -> dict[tuple[str, int, int], str]:
    """Every run of a batch by name: the hash of its result, or why there is none."""
    return {
        name: runs.failed[name].message
        if name in runs.failed
        else digest(runs.result(name[0], name[2], name[1]))
        for name in runs.keys
    }
