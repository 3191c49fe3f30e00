"""Tables as files: nothing in a cell is run by a spreadsheet, and a number is never made a text."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.output.csv_table import write_rows, write_table
from poverty_nodes.experiments.output.terminal_table import as_csv, as_text
from poverty_nodes.scenarios.strict_yaml.printable import table_cell

BAD = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\x1b[31mred", "=HYPERLINK(1)"]


@pytest.mark.parametrize("text", BAD)
def test_a_text_that_would_be_run_is_neutralised_in_every_kind_of_table(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    write_table(pd.DataFrame({text: [text, "plain"], "number": [-1.5, 2.0]}), path)
    stream = io.StringIO()
    write_rows(stream, [text], [[text, -1.5]])
    listed = as_csv([{"id": "a", "title": text}])
    for written in (path.read_text(), stream.getvalue(), listed):
        cells = [cell for line in written.splitlines() for cell in line.split(",")]
        assert not [each for each in cells if each[:1] in tuple("=+@\t") or "\x1b" in each]
    assert "-1.5" in path.read_text().splitlines()[1].split(",")
    assert "\x1b" not in as_text([{"id": "a", "title": text}], "table")


@pytest.mark.parametrize("text", ["-1.5", "+3", "-1e-05", "-inf", "1,000", "-12%", "", "plain"])
def test_a_number_and_a_plain_text_stay_as_they_are(text: str) -> None:
    assert table_cell(text) == text


def test_a_table_without_texts_that_are_run_is_written_as_before(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"group": ["all", "gender=female"], "n": [1, -2], "x": [0.1 + 0.2, float("nan")]}
    )
    table["mixed"] = [None, -3.25]
    write_table(table, tmp_path / "new.csv")
    table.to_csv(tmp_path / "old.csv", index=False, float_format="%.10g", lineterminator="\n")
    assert (tmp_path / "new.csv").read_bytes() == (tmp_path / "old.csv").read_bytes()
