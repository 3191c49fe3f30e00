"""The value of a measure of a pattern, trial, moment or quiet run under a seed: a kind of run in the one store.

A measure reads the runs of several worlds, which stay in memory for the next measure; only what it comes to is kept, a
row a seed. So a stopped validation goes on where it was, and more seeds are added to those that are there.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.runs.key import code_of_runs, run_key
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.store import AbstractStore
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.code.closure import ROOT, reached_here
from poverty_nodes.scenarios.code.own import own_code

Values = NDArray[np.float64]
READ = (".yaml", ".csv")
"""Endings of the files below scenarios/ from which worlds are made."""


@dataclass(frozen=True)
class Measurement:
    """A measure by its name, and all that decides its value but the seed.

    `measure` is a function of a laboratory, `agents` how many workers that simulates at least. A measure that looks at
    several seeds together comes to other numbers `among` other seeds; () if each seed stands alone.
    """

    name: str
    measure: Callable[[Any], Values]
    agents: int
    ablation: Ablation | None = None
    among: tuple[int, ...] = ()
    settings: tuple[Setting, ...] = ()

    def fingerprint(self) -> str:
        """Sixty-four digits: of the name and the terms, of the code of the measure, and of the catalogue's files."""
        neutral = sorted(self.ablation.parameters.items()) if self.ablation else []
        at_base = bool(self.ablation and self.ablation.at_base)
        terms: list[object] = ["measurement", self.name, self.agents, neutral, at_base, self.among]
        terms += [each.words() for each in self.settings]
        if self.ablation and self.ablation.settings:
            terms.append({"neutral": [each.words() for each in self.ablation.settings]})
        decided = json.dumps([*terms, code_of(self.measure), catalogue()])
        return hashlib.sha256(decided.encode()).hexdigest()

    def values(
        self, seeds: Sequence[int], store: AbstractStore, measure: Callable[[Sequence[int]], Values]
    ) -> Values:
        """What it comes to, a number or a row a seed; `measure` is asked for the seeds that the store does not have.

        StoreError if what was measured cannot be kept.
        """
        name = self.fingerprint()
        keys = {seed: run_key(name, seed, store.version) for seed in seeds}
        known = {key for key, each in store.known(keys.values()).items() if each.failure is None}
        missing = [seed for seed, key in keys.items() if key not in known]
        if missing:
            chosen = list(seeds) if self.among else missing
            began = time.perf_counter()
            rows = np.asarray(measure(chosen), dtype=np.float64)
            seconds = (time.perf_counter() - began) / len(chosen)
            store.describe({name: self})
            with store.keeping() as keep:
                for seed, row in zip(chosen, rows, strict=True):
                    keep(Outcome(keys[seed], seed, seconds, kept(row), scenario=name))
        found = store.find(keys.values())
        return np.array([_row(found[key]) for key in keys.values()], dtype=np.float64)


def code_of(measure: Callable[[Any], Values]) -> str:
    """Sixty-four digits of the file in which a measure stands and of all that it imports."""
    code = reached_here(measure.__module__)
    if measure.__module__ in code:
        return code.digest()
    return own_code([measure], code_of_runs())  # somebody's own, from outside the project


@cache
def catalogue() -> str:
    """Sixty-four digits of the files from which worlds are made."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "scenarios").rglob("*")):
        if path.suffix in READ:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def kept(row: Values) -> RunResult:
    """Return a number or a row of numbers in the form in which the store keeps results."""
    values = np.atleast_1d(np.asarray(row, dtype=np.float64))
    return RunResult(
        months=np.zeros(1, dtype=np.int32),
        measures=("value",)
        if np.ndim(row) == 0
        else tuple(f"value_{n}" for n in range(values.size)),
        groups=("all",),
        values=values.reshape(1, -1, 1).copy(),
        people={},
        programme=(),
        conservation=0.0,
        units={},
    )


def _row(result: RunResult) -> Values:
    """Return what was kept, in its shape."""
    values: Values = result.values[0, :, 0]
    return values.reshape(()) if result.measures == ("value",) else values
