"""What no honest survey holds is never taken without a sentence: value, rows, and what hangs on it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.scenarios.survey.strange_values import strange_values
from tests.scenarios.survey.conftest import build_of, refusal, spoil


def with_pay(text: str, pay: str, times: int) -> str:
    """The workers' file with a pay put into the first rows of regular posts."""
    lines = text.splitlines()
    rows = [at for at, line in enumerate(lines) if line.split(",")[3] == "payroll"][:times]
    for at in rows:
        cells = lines[at].split(",")
        cells[4] = pay
        lines[at] = ",".join(cells)
    return "\n".join(lines) + "\n"


def test_the_sample_looks_right(town: Path) -> None:
    assert build_of(town).doubts == ()


def test_an_undeclared_code_among_pays_is_named_with_rows_and_effect(town: Path) -> None:
    right = build_of(town).cluster.workers.regular_wage.value
    spoil(town, "workers.csv", lambda text: with_pay(text, "999999", 9))
    built = build_of(town)
    assert built.cluster.workers.regular_wage.value > 5 * right
    first = built.doubts[0]
    assert (
        "workers.csv, column 'rs_week': 999,999 in 9 of 1,589 answers (rows 3, 6, 14, 17, 18 and 4 more)"
        in first
    )
    assert "Without these cells workers.regular_wage is 13," in first
    assert "workers.missing: {pay: [...]}" in first
    assert "international dollars a day: look at pay.per (week)" in built.doubts[1]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([*range(1000, 1100), 9999, 9999], "far"),
        ([*range(1000, 20000, 100), 9999, 9999], "code"),
        ([*range(20, 60), 99, 99], "code"),
        ([*range(1000, 1100), 50000], "far"),
        ([*range(1000, 1100), 3], "far"),
        ([*range(1000, 1060), *[1500] * 20], "20%|25%"),
        ([*range(1000, 1100), 1300], ""),
        ([40.0] * 100, ""),
    ],
)
def test_values_that_stand_apart_are_seen_and_others_are_not(
    answers: list[float], said: str
) -> None:
    found = strange_values(np.array(answers, dtype=float), is_money=True)
    assert len(found) == bool(said)
    assert not said or any(part in found[0].why for part in said.split("|"))


INVERSE = """
money:
  price_index: {2014: 0.6285, 2015: 0.664}
"""


def test_a_price_index_upside_down_is_asked_about(town: Path) -> None:
    spoil(town, "map.yaml", lambda text: text + INVERSE)
    said = refusal(town)
    assert (
        "money.price_index.2015: 0.664 says that prices fell by 34% between 2015 and 2021" in said
    )
    assert "The other way round it is 1.506" in said


def test_weights_that_are_inflated_are_told_by_their_column(town: Path) -> None:
    def inflated(text: str) -> str:
        head, *lines = text.splitlines()
        rows = [line.rpartition(",") for line in lines]
        return "\n".join([head, *(f"{left},{float(weight) * 1e4}" for left, _, weight in rows)])

    spoil(town, "map.yaml", lambda text: text.partition("totals:")[0])
    spoil(town, "firms.csv", inflated)
    spoil(town, "workers.csv", inflated)
    said = refusal(town)
    assert said.startswith("2 problems:")
    assert "firms.csv, column 'wt': the weights stand for 3,990,010 firms in one place" in said
