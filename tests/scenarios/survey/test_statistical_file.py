"""Files of SPSS and Stata: labels, declared missing values, and what is told when they cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from poverty_nodes.scenarios.survey.data_file import read_table

HINT = "pip install 'poverty-nodes[survey]'"


def test_without_the_extra_the_remedy_is_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    (tmp_path / "a.sav").write_bytes(b"$FL2")
    table, problems = read_table(tmp_path / "a.sav", ["q"], ",")
    assert table is None
    assert HINT in problems[0].remedy


def test_codes_are_whole_numbers_with_labels_and_declared_missing_values_are_empty(
    tmp_path: Path,
) -> None:
    pyreadstat = pytest.importorskip(
        "pyreadstat", reason="an optional extra of surveys, and of the tests"
    )
    import pandas as pd

    data = pd.DataFrame(
        {"sex": [1.0, 2.0, 9.0], "pay": [1000.5, 9999.0, None], "name": ["a", "b", ""]}
    )
    labels = {"sex": {1: "Male", 2: "Female", 9: "No answer"}}
    pyreadstat.write_sav(
        data,
        tmp_path / "a.sav",
        variable_value_labels=labels,
        missing_ranges={"pay": [{"lo": 9990, "hi": 9999}]},
    )
    table, problems = read_table(tmp_path / "a.sav", ["pay", "sex", "name"], ";")
    assert table is not None
    assert problems == []
    assert table.columns == {
        "sex": ["1", "2", "9"],
        "pay": ["1000.5", "", ""],
        "name": ["a", "b", ""],
    }
    assert table.declared["pay"] == ["", "9999", ""]
    assert table.labels["sex"]["1"] == "Male"
    assert table.rows == [1, 2, 3]


def test_missing_values_of_stata_are_told_apart(tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip(
        "pyreadstat", reason="an optional extra of surveys, and of the tests"
    )
    import pandas as pd

    data = pd.DataFrame({"pay": [1000.0, "a", 2000.0]})
    pyreadstat.write_dta(data, tmp_path / "a.dta", missing_user_values={"pay": ["a"]})
    table, _ = read_table(tmp_path / "a.dta", ["pay"], ",")
    assert table is not None
    assert table.columns["pay"] == ["1000", "", "2000"]
    assert table.declared["pay"] == ["", "a", ""]


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip(
        "pyreadstat", reason="an optional extra of surveys, and of the tests"
    )
    import pandas as pd

    pyreadstat.write_dta(pd.DataFrame({"d20pay": [1.0]}), tmp_path / "a.dta")
    table, problems = read_table(tmp_path / "a.dta", ["d20_pay"], ",")
    assert table is None
    assert problems[0].nearest == "d20pay"


@pytest.mark.parametrize("name", ["a.xlsx", "gone.dta"])
def test_what_is_not_read_is_told(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pyreadstat", reason="an optional extra of surveys, and of the tests")
    table, problems = read_table(tmp_path / name, ["q"], ",")
    assert table is None
    assert problems[0].accepted
