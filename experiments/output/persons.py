"""persons.parquet: a row a person, a seed and a world, written a run at a time so that one run at most is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from poverty_nodes.model.measures.crossing import Crossing, is_crossing
from poverty_nodes.model.measures.deciles import deciles_among
from poverty_nodes.model.population import codes
from poverty_nodes.model.result import RunResult

FILE = "persons.parquet"
DOLLARS = "international dollars of 2021 a month"
OF_MONTHS = "mean over the months that stand for the end"


@dataclass(frozen=True)
class Column:
    """A column: its name, the column of a result that it is, its unit, what it is, and the labels of its codes."""

    name: str
    source: str
    unit: str
    what: str
    labels: tuple[str, ...] = ()


COLUMNS = (
    Column("person", "id", "", "number of the adult, the same in every world of a population"),
    Column("household", "household", "", "number of the household in that run"),
    Column("place", "place", "", "where the person lives", codes.PLACE),
    Column("weight", "weight", "persons", "real persons, children among them, that the adult stands for"),
    Column("gender", "gender", "", "gender", codes.GENDER),
    Column("skill", "skill", "", "skill at the base month", codes.SKILL),
    Column("social_group", "social_group", "", "social group", codes.SOCIAL_GROUP),
    Column("migrant", "migrant", "", "origin", codes.MIGRANT),
    Column("contract_base", "contract", "", "contract at the base month", codes.CONTRACT),
    Column("tier_base", "tier", "", "tier of the employer at the base month", codes.TIER),
    Column("contract_end", "contract_final", "", "contract in the last month", codes.CONTRACT),
    Column("tier_end", "tier_final", "", "tier of the employer in the last month", codes.TIER),
    Column("welfare_base", "welfare_base", DOLLARS, "household consumption a member, base month"),
    Column("welfare_end", "welfare_final", DOLLARS, f"household consumption a member, {OF_MONTHS}"),
    Column("earnings_base", "earnings_base", DOLLARS, "own earnings, base month"),
    Column("earnings_end", "earnings_final", DOLLARS, f"own earnings, {OF_MONTHS}"),
    Column("P0_end", "poor_final", "share", "share of the months at the end below the line"),
    Column("P1_end", "gap_final", "share of the line", f"shortfall below the line, {OF_MONTHS}"),
    Column("P2_end", "gap_squared_final", "share of the line", f"squared shortfall, {OF_MONTHS}"),
)  # fmt: skip
DECILE = Column(
    "decile_base", "", "", "tenth by welfare_base, 1 the poorest; 0 outside the cluster"
)
KEYS = (
    Column("scenario", "", "", "the world: without policies, or a package"),
    Column("seed", "", "", "seed of the run"),
)


def write_persons(
    path: Path, found: Iterable[tuple[str, int, RunResult]], about: Mapping[str, str]
) -> None:
    """Write the persons of runs (scenario, seed, result) as they come; `about` goes into the schema's metadata.

    ValueError if there is no run.
    """
    writer: parquet.ParquetWriter | None = None
    try:
        for label, seed, result in found:
            table = _table(label, seed, result, about)
            if writer is None:
                writer = parquet.ParquetWriter(path, table.schema, compression="zstd")
            writer.write_table(table)
    finally:
        if writer is not None:
            writer.close()
    if writer is None:
        raise ValueError("there is no run whose persons could be written")


def _table(label: str, seed: int, result: RunResult, about: Mapping[str, str]) -> pa.Table:
    """The persons of one run; groups of crossings that were measured stand behind the rest."""
    people, rows = result.people, len(result.people["id"])
    crossed = [Crossing.read(name) for name in people if is_crossing(name)]
    columns = [*KEYS, *COLUMNS, DECILE]
    columns += [Column(each.text, each.text, "", "group at the base month") for each in crossed]
    arrays = [_constant(label, rows), pa.array(np.full(rows, seed, dtype=np.int64))]
    arrays += [_array(people[each.source], each.labels) for each in COLUMNS]
    arrays.append(pa.array(_deciles(people).astype(np.int8)))
    arrays += [_array(people[each.text], each.labels) for each in crossed]
    fields = [
        pa.field(each.name, array.type, metadata={"unit": each.unit, "description": each.what})
        for each, array in zip(columns, arrays, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=dict(about)))


def _constant(label: str, rows: int) -> pa.Array:
    return pa.array([label] * rows, type=pa.dictionary(pa.int32(), pa.string()))


def _array(values: NDArray[np.generic], labels: tuple[str, ...]) -> pa.Array:
    """Numbers as they are; codes as their labels, with nothing where there is none."""
    if not labels:
        return pa.array(values)
    numbers = values.astype(np.int16)
    known = pa.array(numbers, mask=numbers < 0)
    return pa.DictionaryArray.from_arrays(known, pa.array(labels))


def _deciles(people: Mapping[str, NDArray[np.generic]]) -> NDArray[np.int64]:
    welfare, weight = (people[name].astype(np.float64) for name in ("welfare_base", "weight"))
    return deciles_among(people["place"] == codes.PLACE.index("cluster"), welfare, weight)
