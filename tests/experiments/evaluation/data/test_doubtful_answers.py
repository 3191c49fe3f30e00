"""What no honest answer is gets a sentence with value, row and effect."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.evaluation.data.real_answers import checked_files
from poverty_nodes.experiments.evaluation.evaluated import Evaluated
from poverty_nodes.experiments.evaluation.report import words
from poverty_nodes.experiments.evaluation.study.study import Columns, Study


def _first() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": np.arange(60),
            "offered": np.repeat([1, 0], 30),
            "unit": np.arange(60),
            "outcome": np.linspace(80.0, 198.0, 60),
            "age": np.tile(np.arange(20, 50), 2),
        }
    )


def _study(folder: Path, first: pd.DataFrame, last: pd.DataFrame, **more: object) -> Study:
    names = tuple(str(folder / f"{each}.csv") for each in ("first", "last"))
    for name, table in zip(names, (first, last), strict=True):
        table.to_csv(name, index=False)
    return Study(data=names, columns=Columns(known=("age",)), outcome="welfare", **more)  # type: ignore[arg-type]


def test_honest_answers_get_no_sentence(tmp_path: Path) -> None:
    assert checked_files(_study(tmp_path, _first(), _first())) == ()


@pytest.mark.parametrize("file", [0, 1])
def test_a_lone_code_is_told_by_value_row_and_effect(file: int, tmp_path: Path) -> None:
    tables = [_first(), _first()]
    tables[file].loc[6, "outcome"] = 999999.0
    (said,) = checked_files(_study(tmp_path, *tables))
    assert f"{('first', 'last')[file]}.csv, column 'outcome': 999,999 in 1 of 60 answers" in said
    assert "(row 8) is far from all other answers" in said
    assert "16,804 with it and 139.8 without" in said


def test_a_code_among_what_is_known_is_told_too(tmp_path: Path) -> None:
    first = _first()
    first.loc[[3, 9], "age"] = 999
    (said,) = checked_files(_study(tmp_path, first, _first()))
    assert "column 'age': 999 in 2 of 60 answers (row 5; so does row 11)" in said


def test_persons_who_are_left_out_are_counted(tmp_path: Path) -> None:
    last = _first().assign(id=np.arange(40, 100))
    new, few = checked_files(_study(tmp_path, _first(), last))
    assert "last.csv has 40 persons who are not in" in new
    assert "last.csv has 20 of the 60 persons of" in few


def test_the_sentence_stands_before_the_price(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _first()
    first.loc[6, "outcome"] = 999999.0
    study = _study(tmp_path, first, _first())
    asked = ["policy=[cash_transfer]", f"study.data=[{','.join(study.data)}]", "--dry-run"]
    assert cli.main(["evaluate", *asked, "study.columns.known=[age]"]) == 0
    assert "note: " + study.data[0] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("doubts", "told"),
    [
        ((), ""),
        (("a.csv ...",), "Before this is believed: a.csv ..."),
        (("a.csv ...", "b"), "Before this is believed: a.csv ... One more is told below."),
        (
            ("a.csv ...", *"bc"),
            "Before this is believed: a.csv ... 2 more such things are told below.",
        ),
    ],
)
def test_the_head_of_the_page_says_what_to_look_at_first(
    doubts: tuple[str, ...], told: str
) -> None:
    found = cast(Evaluated, SimpleNamespace(doubts=doubts))
    assert words.doubts(found) == told
