"""Yardsticks timed beside each other: alternating rounds, CPU time of one thread, medians."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.c_month import CMonth, compiler
from benchmarks.shared_month import Measures, SharedMonth
from benchmarks.town import Town
from poverty_nodes.model.month import Month

ROOT = Path(__file__).parent.parent


@dataclass
class Timing:
    """One yardstick on one town: CPU seconds a month, one entry a round."""

    yardstick: str
    workers: int
    months: int
    bytes_per_worker: float
    rounds: list[float] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median round, seconds a month."""
        return statistics.median(self.rounds)


def compiled_timings(town: Town, months: int, rounds: int) -> list[Timing]:
    """Ours on the shared part with its measures, all phases of ours with measures, and C; each on its own copy."""
    shared, whole = SharedMonth(), Month()
    ours, all_of_it = town.copy(), town.copy()
    measures = Measures(ours, town.line, town.lines)

    def one() -> None:
        shared.advance(ours)
        measures.take(ours)

    def every_phase() -> None:
        whole.advance(all_of_it)
        measures.take(all_of_it)

    steps: dict[str, Callable[[], None]] = {"ours": one, "ours_all_phases": every_phase}
    if compiler():
        theirs = town.copy()
        in_c = CMonth(theirs, Measures(theirs, town.line, town.lines))
        steps["c"] = in_c.advance
    timings = {name: Timing(name, town.workers, months, town.bytes_per_worker) for name in steps}
    for step in steps.values():
        step()  # compiles, and brings the tables into memory
    for _ in range(rounds):
        for name, step in steps.items():
            began = time.process_time()
            for _ in range(months):
                step()
            timings[name].rounds.append((time.process_time() - began) / months)
    return list(timings.values())


def mesa_run(town: Town, months: int, seed: int = 1) -> dict[str, object]:
    """What `python -m benchmarks.plain_mesa` prints for a town."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.npz"
        town.save(path)
        command = [
            sys.executable,
            "-m",
            "benchmarks.plain_mesa",
            str(path),
            repr(town.line),
            str(months),
            str(seed),
        ]
        environment = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def mesa_timing(town: Town, months: int, rounds: int) -> Timing:
    """The Mesa user's model on the same month 0."""
    timing = Timing("plain_mesa", town.workers, months, float("nan"))
    for number in range(rounds):
        timing.rounds.append(float(mesa_run(town, months, number + 1)["months"]) / months)  # type: ignore[arg-type]
    return timing


def our_means(town: Town, months: int) -> dict[str, float]:
    """Means over the months of what the Mesa user's DataCollector takes down, for the cluster, from our tables."""
    state, month, rows = town.copy(), SharedMonth(), []
    for _ in range(months):
        month.advance(state)
        h, w, f = state.households, state.workers, state.firms
        here, people = h["place"] == 0, w["place"] == 0
        size, welfare = h["size"][here], h["consumption"][here] / h["size"][here]
        gaps = np.maximum(1.0 - welfare / town.line, 0.0)
        rows.append(
            {
                "P0": float((size * (welfare < town.line)).sum() / size.sum()),
                "P1": float((size * gaps).sum() / size.sum()),
                "employment": float(((w["post"] > 0) & (w["post"] < 5) & people).sum()),
                "wages": float(w["wage"][people].sum()),
                "sales": float(f["revenue"][(f["place"] == 0) & (f["alive"] == 1)].sum()),
            }
        )
    return {name: statistics.fmean(row[name] for row in rows) for name in rows[0]}
