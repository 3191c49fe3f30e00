"""A key set twice is an error that names both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.scenarios.errors import QuestionError
from tests.experiments.question.refused import problems_of


def test_a_key_typed_twice_is_told_with_both_values() -> None:
    (problem,) = problems_of("seeds=2", "months=12", "seeds=3")
    assert problem.where == "command line: seeds"
    assert "to 2 and to 3" in problem.message


def test_two_files_of_a_package_that_set_one_key_are_both_named(conf: Path) -> None:
    file = conf / "policy" / "labour_standards.yaml"
    file.write_text(file.read_text() + "micro_credit:\n  amount: 300\n")
    problem = problems_of("policy=[micro_credit,labour_standards]", conf=conf)[0]
    assert problem.where == "conf/policy/micro_credit.yaml and conf/policy/labour_standards.yaml"
    assert "both set policy.micro_credit.amount: to 500 and to 300" in problem.message


def test_the_command_line_changes_what_a_question_file_says(tmp_path: Path) -> None:
    file = tmp_path / "question.yaml"
    file.write_text("seeds: 2\n")
    assert ask([f"question={file}", "seeds=3"]).seeds == 3


def test_a_path_that_the_shell_took_apart_is_one_problem_that_shows_the_quotes() -> None:
    key = "policy.labour_standards.wage_floor"
    (problem,) = problems_of(f"{key}=1:1.0", f"{key}=13:1.1", f"{key}=25:1.2")
    assert "not in quotes" in problem.message
    assert problem.remedy == f"'{key}={{1:1.0,13:1.1,25:1.2}}'"


def test_a_key_typed_three_times_is_one_problem() -> None:
    (problem,) = problems_of("seeds=2", "seeds=3", "seeds=4")
    assert "is set 3 times: to 2 and to 3 and to 4" in problem.message


@pytest.mark.parametrize("path", ["{1:1.0,1:1.1}", "{1: 1.0, '1': 1.1}", "{1:1.0,01:1.1}"])
def test_a_path_with_a_month_twice_is_refused(path: str) -> None:
    (problem,) = problems_of(
        "policy=[labour_standards]", f"policy.labour_standards.wage_floor={path}"
    )
    assert "sets 1 twice" in problem.message


def test_a_sweep_over_a_path_with_a_month_twice_is_refused() -> None:
    with pytest.raises(QuestionError, match="sets 13 twice"):
        ask_sweep(["policy.labour_standards.wage_floor=[{1:1.0},{13:1.0,13:1.1}]"])


def test_one_month_may_stand_in_several_paths_of_a_sweep() -> None:
    sweep = ask_sweep(["policy.labour_standards.wage_floor=[{1:1.0},{1:1.1}]"])
    assert len(sweep.points) == 2
