"""The few numbers of each run that a design asks for, and the monthly measures of all as one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.model.result import RunResult

Numbers = NDArray[np.float64]

SCHEMA = pa.schema(
    [
        ("scenario", pa.dictionary(pa.int16(), pa.string())),
        ("point", pa.int32()),
        ("draw", pa.int32()),
        ("seed", pa.int64()),
        ("month", pa.int32()),
        ("measure", pa.dictionary(pa.int16(), pa.string())),
        ("group", pa.dictionary(pa.int16(), pa.string())),
        ("value", pa.float64()),
        ("unit", pa.dictionary(pa.int16(), pa.string())),
    ]
)
_RUNS_AT_ONCE = 200


@dataclass(frozen=True)
class Readings:
    """Outcomes by label: arrays (draws, seeds, outcomes), NaN where a run failed."""

    outcomes: tuple[Measured, ...]
    draws: tuple[int, ...]
    seeds: tuple[int, ...]
    values: Mapping[str, Numbers]

    def of(self, label: str, outcome: Measured) -> Numbers:
        """An outcome by draw and seed (draws, seeds)."""
        return self.values[label][:, :, self.outcomes.index(outcome)]


def read_runs(
    runs: Runs,
    outcomes: Sequence[Measured],
    window: Callable[[str], int],
    each: Callable[[str, int, int, RunResult], None] = lambda *_: None,
) -> Readings:
    """Walk through all runs once; `window` tells by label how many last months count; `each` sees every result."""
    draws = tuple(dict.fromkeys(draw for _, draw, _ in runs.keys))
    seeds = tuple(dict.fromkeys(seed for _, _, seed in runs.keys))
    at_draw = {draw: i for i, draw in enumerate(draws)}
    at_seed = {seed: i for i, seed in enumerate(seeds)}
    shape = len(draws), len(seeds), len(outcomes)
    values = {label: np.full(shape, np.nan) for label in runs.labels}
    for label in values:
        for draw, seed, result in runs.results(label):
            found = [outcome.of(result, window(label)) for outcome in outcomes]
            values[label][at_draw[draw], at_seed[seed]] = found
            each(label, draw, seed, result)
    return Readings(tuple(outcomes), draws, seeds, values)


class OutcomesFile:
    """Writes outcomes.parquet run by run, so that only a few runs are in memory."""

    def __init__(self, path: Path) -> None:
        """Open the file; use as a context."""
        self._file = pq.ParquetWriter(path, SCHEMA, compression="zstd")
        self._waiting: list[pa.RecordBatch] = []

    def __enter__(self) -> OutcomesFile:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write what waits and close."""
        self._flush()
        self._file.close()

    def add(self, scenario: str, point: int, draw: int, seed: int, result: RunResult) -> None:
        """Add every measure of a run that is defined."""
        self._waiting.append(rows_of(scenario, point, draw, seed, result))
        if len(self._waiting) >= _RUNS_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            whole = pa.Table.from_batches(self._waiting).unify_dictionaries()
            self._file.write_table(whole)
        self._waiting = []


def rows_of(scenario: str, point: int, draw: int, seed: int, result: RunResult) -> pa.RecordBatch:
    """Every measure of a run that is defined, in the columns of `SCHEMA`."""
    known = np.flatnonzero(np.isfinite(result.values))
    month, measure, group = np.unravel_index(known, result.values.shape)
    units = [result.units.get(name, "") for name in result.measures]

    def same(value: int, kind: pa.DataType) -> pa.Array:
        return pa.array(np.full(known.size, value), kind)

    return pa.RecordBatch.from_arrays(
        [
            _labels(np.zeros(known.size, dtype=np.int16), [scenario]),
            same(point, pa.int32()),
            same(draw, pa.int32()),
            same(seed, pa.int64()),
            pa.array(result.months[month], pa.int32()),
            _labels(measure, result.measures),
            _labels(group, result.groups),
            pa.array(result.values.ravel()[known]),
            _labels(measure, units),
        ],
        schema=SCHEMA,
    )


def _labels(codes: NDArray[np.integer], labels: Sequence[str]) -> pa.DictionaryArray:
    distinct = list(dict.fromkeys(labels))
    position = np.array([distinct.index(label) for label in labels], dtype=np.int16)
    return pa.DictionaryArray.from_arrays(pa.array(position[codes]), pa.array(distinct))


def groups_kept(outcomes: Sequence[Measured]) -> tuple[str, ...]:
    """The groups of a lean run that some outcomes need; the whole cluster always."""
    return tuple(dict.fromkeys(["all", *(each.group for each in outcomes)]))
