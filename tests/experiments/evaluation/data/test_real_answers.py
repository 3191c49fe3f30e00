"""Answers of a survey that was held, read from files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.evaluation.data.real_answers import (
    as_large,
    checked_files,
    read_answers,
)
from poverty_nodes.experiments.evaluation.data.real_estimates import all_estimates, estimates_of
from poverty_nodes.experiments.evaluation.diagnosis.trials import Effort, Readings, Trials
from poverty_nodes.experiments.evaluation.study.study import Columns, Study
from poverty_nodes.scenarios.errors import QuestionError

FIRST = pd.DataFrame(
    {
        "person": ["a", "b", "c", "d"],
        "cluster": [1, 1, 0, 0],
        "hh": ["x", "x", "y", "z"],
        "cons": [100.0, 200.0, 100.0, 50.0],
        "age": [30, 40, 50, 60],
    }
)
LAST = pd.DataFrame({"person": ["b", "a", "d"], "cons": [260.0, 130.0, 60.0]})
COLUMNS = Columns(id="person", offered="cluster", unit="hh", outcome="cons", known=("age",))


def _study(folder: Path, first: pd.DataFrame, last: pd.DataFrame, **more: object) -> Study:
    first.to_csv(folder / "first.csv", index=False)
    last.to_csv(folder / "last.csv", index=False)
    files = (str(folder / "first.csv"), str(folder / "last.csv"))
    return Study(**{"data": files, "columns": COLUMNS, "outcome": "welfare", **more})  # type: ignore[arg-type]


def test_persons_are_found_again_whatever_the_order_of_the_rows(tmp_path: Path) -> None:
    found = read_answers(_study(tmp_path, FIRST, LAST), 127.75)
    assert found.y[:, 0].tolist() == [100.0, 200.0, 100.0, 50.0]
    assert found.change[[0, 1, 3]].tolist() == [30.0, 60.0, 10.0]
    assert np.isnan(found.y[2, 1])
    assert found.cluster.tolist() == [0, 0, 1, 2]
    assert found.x[:, 0].tolist() == [30, 40, 50, 60]


def test_consumption_becomes_the_outcome_that_is_asked_for(tmp_path: Path) -> None:
    poor = read_answers(_study(tmp_path, FIRST, LAST, outcome="poor"), 127.75)
    assert poor.y[[0, 1, 3]].tolist() == [[100.0, 0.0], [0.0, 0.0], [100.0, 100.0]]
    logs = read_answers(_study(tmp_path, FIRST, LAST, outcome="log_welfare"), 127.75)
    assert logs.change[0] == pytest.approx(100 * np.log(1.3))


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (FIRST.rename(columns={"hh": "household"}), "has no column 'hh'"),
        (FIRST.assign(cluster=[1, 2, 0, 0]), "something else than 1 and 0"),
        (FIRST.assign(cons=["1", "x", "2", "3"]), "holds what is no number"),
        (FIRST.assign(person=["a", "a", "c", "d"]), "stands twice"),
        (FIRST.assign(person=["a", None, "c", "d"]), "'person' is empty in row 3"),
        (FIRST.assign(hh=["x", None, "y", "z"]), "'hh' is empty in row 3"),
        (FIRST.assign(cons=[1.0, -99.0, 2.0, 3.0]), "below 0 in row 3"),
        (FIRST.assign(cons=[1.0, np.inf, 2.0, 3.0]), "infinite or below 0 in row 3"),
        (FIRST.assign(cons=[None] * 4), "'cons' is empty in every row"),
        (FIRST.assign(age=[None] * 4), "'age' is empty in every row"),
        (FIRST.assign(cluster=[0, 0, 0, 0]), "'cluster' is 0 in every row"),
        (FIRST.assign(cluster=[1, 1, 1, 1]), "'cluster' is 1 in every row"),
        (FIRST.assign(age=["x" * 2_000_000, 1, 2, 3]), "a line of more than 1,000,000 characters"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_by_its_name(
    first: pd.DataFrame, told: str, tmp_path: Path
) -> None:
    with pytest.raises(QuestionError, match=rf"first\.csv: .*{told}"):
        read_answers(_study(tmp_path, first, LAST), 127.75)


def test_a_file_for_each_wave_is_needed(tmp_path: Path) -> None:
    study = _study(tmp_path, FIRST, LAST, waves=(0, 12, 24))
    with pytest.raises(QuestionError, match="2 files for 3 waves"):
        read_answers(study, 127.75)
    missing = study.model_copy(update={"waves": (0, 24), "data": ("nowhere.csv", *study.data[1:])})
    with pytest.raises(QuestionError, match=r"nowhere\.csv: there is no such file"):
        read_answers(missing, 127.75)


def test_a_later_file_of_other_people_is_refused(tmp_path: Path) -> None:
    others = LAST.assign(person=["x", "y", "z"])
    with pytest.raises(QuestionError, match=r"last\.csv: has nobody of .*first\.csv"):
        read_answers(_study(tmp_path, FIRST, others), 127.75)


def test_signs_of_yes_and_no_are_one_and_nought(tmp_path: Path) -> None:
    first = FIRST.assign(**{"gender=female": [1, 2, 2, 1]}, cons=[1, 9, 0, 0])
    columns = COLUMNS.model_copy(update={"groups": ("gender=female",)})
    with pytest.raises(QuestionError, match="'gender=female' holds something else than 1 and 0"):
        read_answers(_study(tmp_path, first.assign(cons=1.0), LAST, columns=columns), 127.75)
    with pytest.raises(QuestionError, match="'cons' is neither 1 nor 0 in row 3"):
        read_answers(_study(tmp_path, first, LAST.assign(cons=1), outcome="work"), 127.75)


def test_a_column_is_read_for_one_thing_or_is_a_person_and_a_unit(tmp_path: Path) -> None:
    for twice in ({"id": "cons"}, {"unit": "cluster"}, {"offered": "cons"}):
        study = _study(tmp_path, FIRST, LAST, columns=COLUMNS.model_copy(update=twice))
        with pytest.raises(QuestionError, match="is read for two things"):
            read_answers(study, 127.75)
    alone = COLUMNS.model_copy(update={"unit": "person"})
    assert len(read_answers(_study(tmp_path, FIRST, LAST, columns=alone), 127.75).y) == 4


def test_files_are_checked_as_a_whole_before_a_price_is_given(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="1 units were offered the programme and 2 were not"):
        checked_files(_study(tmp_path, FIRST, LAST))
    assert checked_files(Study()) == ()


def test_samples_are_as_large_as_those_of_the_survey(tmp_path: Path) -> None:
    first = pd.DataFrame(
        {
            "person": range(60),
            "cluster": np.repeat([1, 0], [40, 20]),
            "hh": np.repeat(np.arange(30), 2),
            "cons": 100.0,
            "age": 30,
        }
    )
    study = _study(tmp_path, first, first)
    large = as_large(study, read_answers(study, 127.75))
    assert (large.sample.size, large.sample.in_comparator) == (20, 10)
    few = _study(tmp_path, FIRST, LAST)
    with pytest.raises(QuestionError, match="1 units were offered the programme and 2 were not"):
        as_large(few, read_answers(few, 127.75))


def test_an_estimate_is_held_against_worlds_without_the_programme(tmp_path: Path) -> None:
    study = _study(tmp_path, FIRST, LAST, estimators=("difference_in_differences",))
    readings = Readings.empty(4, 1)
    readings.placebo[:, 0] = [9.0, 10.0, 11.0, 10.0]
    trials = Trials(study, {"difference_in_differences": readings}, 1, 1, 1, (1,), 1)
    row = estimates_of(read_answers(study, 127.75), trials).iloc[0]
    assert row["estimate"] == pytest.approx(45.0 - 10.0)
    assert (row["without_the_programme"], row["effect"]) == (10.0, pytest.approx(25.0))
    assert bool(row["is_effect"])
    assert row["low"] < 25.0 < row["high"]
    assert np.isnan(row["textbook_error"])


def test_each_group_is_told_of_by_worlds_in_which_that_group_was_asked(tmp_path: Path) -> None:
    first = FIRST.assign(**{"gender=female": [1, 0, 1, 0]})
    columns = COLUMNS.model_copy(update={"groups": ("gender=female",)})
    study = _study(tmp_path, first, LAST, columns=columns)
    answers = read_answers(study, 127.75)
    asked: list[str] = []

    def again(other: Study, effort: Effort) -> Trials:
        asked.append(other.who)
        return _trials(other, {each: 2.0 for each in other.methods})

    table = all_estimates(answers, _trials(study, {each: 0.0 for each in study.methods}), again)
    assert asked == ["gender=female"]
    of_women = table[table["group"] == "gender=female"]
    assert list(of_women["estimator"]) == ["difference_in_differences"]
    assert of_women["without_the_programme"].iloc[0] == pytest.approx(2.0, abs=0.5)
    assert set(table["group"]) == {"all", "gender=female"}


def test_a_group_without_its_column_is_told_of(tmp_path: Path) -> None:
    columns = COLUMNS.model_copy(update={"groups": ("gender=female",)})
    with pytest.raises(QuestionError, match="has no column 'gender=female'"):
        read_answers(_study(tmp_path, FIRST, LAST, columns=columns), 127.75)


def _trials(study: Study, centre: dict[str, float]) -> Trials:
    readings = {}
    for name, middle in centre.items():
        found = Readings.empty(6, 2)
        found.placebo[:] = middle + np.linspace(-1, 1, 6)[:, None]
        readings[name] = found
    return Trials(study, readings, 4.0, 4.0, 3.0, (3, 3), 10)
