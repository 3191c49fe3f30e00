"""One run as one row of Arrow columns, and back, bit for bit.

The columns every row has are in `FIXED`; a result adds a list column `people_<name>` for each array
of persons, in the array's own type. Lists are one-dimensional: the shape of `values` follows from
months, measures and groups. A failed run leaves the columns of the result empty.
"""

from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.model.result import RunResult

FORMAT = {b"poverty-nodes": b"runs 2"}
"""Stands in the metadata of every shard; another number is another layout."""

LEDGER = pa.schema(
    [
        ("key", pa.string()),
        ("seed", pa.int64()),
        ("status", pa.string()),
        ("stage", pa.string()),
        ("month", pa.int32()),
        ("message", pa.string()),
        ("traceback", pa.string()),
        ("seconds", pa.float64()),
        ("scenario", pa.string()),
    ]
)
FIXED = pa.schema(
    [
        *LEDGER,
        ("months", pa.list_(pa.int32())),
        ("measures", pa.list_(pa.string())),
        ("groups", pa.list_(pa.string())),
        ("values", pa.list_(pa.float64())),
        ("programme", pa.string()),
        ("units", pa.string()),
        ("conservation", pa.float64()),
    ]
)
_PEOPLE = "people_"


def schema_for(result: RunResult | None) -> pa.Schema:
    """The columns that a row needs; results with the same arrays of persons share a schema."""
    people = result.people if result else {}
    extra = [
        pa.field(_PEOPLE + name, pa.list_(pa.from_numpy_dtype(array.dtype)))
        for name, array in people.items()
    ]
    return pa.schema([*FIXED, *extra], metadata=FORMAT)


def to_batch(outcome: Outcome, schema: pa.Schema) -> pa.RecordBatch:
    """One row; columns of `schema` that the outcome says nothing of are null."""
    cells = _ledger_cells(outcome)
    if outcome.result:
        cells |= _result_cells(outcome.result)
    columns = [
        cells[each.name] if each.name in cells else pa.nulls(1, each.type) for each in schema
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def to_result(row: pa.Table) -> RunResult:
    """The result in a table of one row; its arrays are its own and can be written to."""
    months = _array(row, "months").astype(np.int32, copy=False)
    values = _array(row, "values").astype(np.float64, copy=False)
    measures, groups = (tuple(row.column(name)[0].as_py()) for name in ("measures", "groups"))
    people = [name for name in row.column_names if name.startswith(_PEOPLE)]
    return RunResult(
        months=months,
        measures=measures,
        groups=groups,
        values=values.reshape(months.size, len(measures), len(groups)),
        people={name.removeprefix(_PEOPLE): _array(row, name) for name in people},
        programme=tuple(json.loads(row.column("programme")[0].as_py())),
        conservation=row.column("conservation")[0].as_py(),
        units=json.loads(row.column("units")[0].as_py()),
    )


def _ledger_cells(outcome: Outcome) -> dict[str, pa.Array]:
    why = outcome.failure
    cells = {
        "key": outcome.key,
        "seed": outcome.seed,
        "status": outcome.status,
        "stage": why and why.stage,
        "month": why and why.month,
        "message": why and why.message,
        "traceback": why and why.traceback,
        "seconds": outcome.seconds,
        "scenario": outcome.scenario,
    }
    return {each.name: pa.array([cells[each.name]], each.type) for each in LEDGER}


def _result_cells(result: RunResult) -> dict[str, pa.Array]:
    people = {_PEOPLE + name: _list(array) for name, array in result.people.items()}
    return {
        "months": _list(result.months),
        "measures": pa.array([result.measures], pa.list_(pa.string())),
        "groups": pa.array([result.groups], pa.list_(pa.string())),
        "values": _list(result.values.reshape(-1)),
        "programme": pa.array([json.dumps([dict(each) for each in result.programme])]),
        "units": pa.array([json.dumps(dict(result.units))]),
        "conservation": pa.array([result.conservation], pa.float64()),
        **people,
    }


def _list(array: NDArray[np.generic]) -> pa.Array:
    # from_pandas=False: a NaN is a number like any other and keeps its bits.
    elements = pa.array(np.ascontiguousarray(array), from_pandas=False)
    return pa.ListArray.from_arrays(pa.array([0, array.size], pa.int32()), elements)


def _array(row: pa.Table, name: str) -> NDArray[np.generic]:
    elements = row.column(name).combine_chunks().flatten()
    return np.array(elements.to_numpy(zero_copy_only=False))
