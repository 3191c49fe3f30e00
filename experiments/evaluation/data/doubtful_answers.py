"""What looks wrong in the answers of a study though it can be read: by value and row, with the mean without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.scenarios.survey.strange_values import Strange, strange_values
from poverty_nodes.scenarios.survey.table import and_others

FEW = 0.5
"""Share of the persons of the first file below which it is said how many a later one has (judged)."""


def doubts_of(study: Study, tables: Sequence[pd.DataFrame]) -> Iterator[str]:
    """Yield a sentence for each value that stands apart in a column of numbers, and for persons who are left out.

    `tables` are the files of `study.data`, in which nothing is wrong.
    """
    columns = study.columns
    for name, table in zip(study.data, tables, strict=True):
        money = [columns.outcome] if study.outcome != "work" else []
        more = [*columns.known, *([columns.weight] if columns.weight else [])]
        for column in money + (more if table is tables[0] else []):
            numbers = table[column].to_numpy(dtype=np.float64)
            for strange in strange_values(numbers, is_money=column in money):
                yield _sentence(name, column, numbers, strange)
    for name, table in zip(study.data[1:], tables[1:], strict=True):
        yield from _left_out(study, name, tables[0], table)


def _sentence(name: str, column: str, numbers: np.ndarray, strange: Strange) -> str:
    others = np.delete(numbers, strange.rows)
    values = ", ".join(f"{each:,.10g}" for each in strange.values[:5])
    rows = [int(each) + 2 for each in strange.rows]
    mean = f"{np.nanmean(numbers):,.5g}"
    without = f" and {np.nanmean(others):,.5g} without" if np.isfinite(others).any() else ""
    return (
        f"{name}, column '{column}': {values} in {len(rows):,} of {int(np.isfinite(numbers).sum()):,} answers "
        f"(row {rows[0]}{and_others(rows)}) is {strange.why}. The mean of the column is {mean} with it{without}. "
        "If it is no answer, leave the cell empty."
    )


def _left_out(study: Study, name: str, first: pd.DataFrame, later: pd.DataFrame) -> Iterator[str]:
    """Say how many are in one of two files alone, if some are new or most are gone."""
    before, after = (set(each[study.columns.id].astype(str)) for each in (first, later))
    new = len(after - before)
    if new:
        yield (
            f"{name} has {new:,} persons who are not in {study.data[0]}: they are left out, for nobody knows "
            "whether they were offered the programme."
        )
    if len(before & after) < FEW * len(before):
        yield f"{name} has {len(before & after):,} of the {len(before):,} persons of {study.data[0]}."
