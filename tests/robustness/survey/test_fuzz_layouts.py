"""Surveys as they exist, spoilt: a column of nasty cells and keys that are left out end in a cluster or in reasons."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.survey.building import build
from poverty_nodes.scenarios.survey.survey_reading import read_survey_of
from tests.scenarios.survey.layouts import labour_force_survey, micro_enterprise_module

CELLS = st.sampled_from(
    ["", "-1", "0", "nan", "9999999", "99", "x", "1,5", "1.5", "2", "4", "6", "1e9", "Yes", "-9"]
)
SETTINGS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spoil_column(file: Path, separator: str, column: int, cell: str, every: int) -> None:
    """Put one text into a column of every so many rows."""
    with file.open(newline="") as stream:
        rows = list(csv.reader(stream, delimiter=separator))
    for row in rows[1::every]:
        row[column % len(row)] = cell
    with file.open("w", newline="") as stream:
        csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(rows)


@SETTINGS
@given(
    st.booleans(),
    st.integers(0, 19),
    CELLS,
    st.sampled_from([1, 4, 60]),
    st.integers(0, 1),
    st.data(),
)
def test_a_spoilt_layout_is_taken_or_refused(
    persons: bool, column: int, cell: str, every: int, file: int, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = labour_force_survey(folder, 240) if persons else micro_enterprise_module(folder, 70)
        spoil_column(paths[0 if persons else file], ";" if persons else ",", column, cell, every)
        content = yaml.safe_load(paths[-1].read_text())
        section = content[
            data.draw(st.sampled_from([key for key in ("workers", "firms") if key in content]))
        ]
        left_out = data.draw(st.sampled_from(["", *section]))
        section.pop(left_out, None)
        paths[-1].write_text(yaml.safe_dump(content))
        try:
            build(read_survey_of(paths[:-1], paths[-1]), "my_town")
        except QuestionError as error:
            reasons = [problem for problem in error.problems if problem.where and problem.message]
            told = len(reasons) == len(error.problems)
        else:
            told = True
        assert told
