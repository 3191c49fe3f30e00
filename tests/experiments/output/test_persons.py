"""persons.parquet has a row a person, seed and world, says its units itself, and is written a run at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as parquet
import pytest

from poverty_nodes.experiments.output.persons import COLUMNS, write_persons
from poverty_nodes.model.result import RunResult

ABOUT = {"poverty line": "$4.20 a day", "end": "months 5 to 6"}


def written(folder: Path, found: Any) -> pd.DataFrame:
    write_persons(folder / "persons.parquet", found, ABOUT)
    return pd.read_parquet(folder / "persons.parquet")


def test_there_is_a_row_a_person_a_seed_and_a_world(world: Any, tmp_path: Path) -> None:
    runs = {seed: world.town(seed, 50) for seed in (1, 2)}
    found = [("without", seed, each[0]) for seed, each in runs.items()]
    found += [("with", seed, each[1]) for seed, each in runs.items()]
    table = written(tmp_path, found)
    assert len(table) == 4 * 50
    keys = table.groupby(["scenario", "seed"], observed=True)["person"].nunique()
    assert keys.to_dict() == {(arm, seed): 50 for arm in ("with", "without") for seed in (1, 2)}
    first = table[(table["scenario"] == "with") & (table["seed"] == 2)]
    np.testing.assert_array_equal(first["welfare_end"], runs[2][1].people["welfare_final"])
    assert set(table["gender"]) == {"male", "female"}
    assert set(table["contract_base"]) <= {"none", "regular", "casual", "homework", "own_account"}


def test_the_headcount_of_the_answer_can_be_added_up_from_it(world: Any, tmp_path: Path) -> None:
    result = world.town(1, 200)[1]
    table = written(tmp_path, [("with", 1, result)])
    there = table[table["place"] == "cluster"]
    share = (there["P0_end"] * there["weight"]).sum() / there["weight"].sum()
    assert share == pytest.approx(result.series("P0")[-1], abs=1e-6)
    persons = there.groupby("decile_base")["weight"].sum()
    assert persons.index.tolist() == list(range(1, 11))
    assert (table.loc[table["place"] == "dispersed", "decile_base"] == 0).all()


def test_every_column_says_its_unit_and_what_it_is(world: Any, tmp_path: Path) -> None:
    written(tmp_path, [("with", 1, world.town(1, 20)[0])])
    schema = parquet.read_schema(tmp_path / "persons.parquet")
    assert schema.metadata[b"poverty line"] == b"$4.20 a day"
    assert all(field.metadata[b"description"] for field in schema)
    assert schema.field("welfare_end").metadata[b"unit"] == b"international dollars of 2021 a month"
    assert {each.name for each in COLUMNS} <= set(schema.names)


def test_groups_of_a_crossing_stand_behind_with_nothing_for_those_in_none(
    world: Any, tmp_path: Path
) -> None:
    result = world.town(1, 4)[0]
    codes = np.array([0, 1, -1, 0], dtype=np.int16)
    crossed = replace(result, people={**result.people, "gender*skill": codes})
    column = written(tmp_path, [("with", 1, crossed)])["gender*skill"]
    assert column.isna().tolist() == [False, False, True, False]
    assert column[0] == "gender=male,skill=unskilled"


def test_one_run_at_a_time_is_in_memory(world: Any, tmp_path: Path) -> None:
    rows = []

    def runs() -> Iterator[tuple[str, int, RunResult]]:
        for seed in (1, 2, 3):
            if seed > 1:  # what came before is in the file when the next is asked for
                rows.append((tmp_path / "persons.parquet").stat().st_size)
            yield "without", seed, world.town(seed, 3_000)[0]

    write_persons(tmp_path / "persons.parquet", runs(), ABOUT)
    assert 0 < rows[0] < rows[1]
    assert parquet.ParquetFile(tmp_path / "persons.parquet").num_row_groups == 3


def test_without_any_run_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no run"):
        write_persons(tmp_path / "persons.parquet", [], ABOUT)
    assert not list(tmp_path.iterdir())
