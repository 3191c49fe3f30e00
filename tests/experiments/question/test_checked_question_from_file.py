"""A question from a file: whole or in part, and what is said when the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from tests.experiments.question.refused import problems_of


def test_what_cfg_prints_is_the_same_question_again() -> None:
    question = ask(
        ["policy=[micro_credit]", "policy.micro_credit.budget=1e5", "name=it", "line=3.00"]
    )
    Path("question.yaml").write_text(question.to_yaml())
    assert ask(["question=question.yaml"]) == question


def test_a_question_file_may_say_a_part_and_the_command_line_goes_over_it() -> None:
    Path("mine.yaml").write_text("policy: [labour_standards]\nmonths: 24\nseeds: 3\nline: 4.20\n")
    question = ask(["question=mine.yaml", "seeds=5", "policy.labour_standards.budget=1000"])
    assert (question.months, question.seeds, question.line) == (24, 5, "4.20")
    assert [policy.budget for policy in question.policies] == [1000]


def test_an_empty_package_in_a_question_file_stays_empty() -> None:
    Path("question.yaml").write_text(ask(["policy=[]"]).to_yaml())
    assert ask(["question=question.yaml"]).policies == ()


def test_a_wrong_question_file_is_named() -> None:
    Path("mine.yaml").write_text("months: 0\npolicy: {labour_standards: {wage_flor: 1}}\n")
    assert {problem.where for problem in problems_of("question=mine.yaml")} == {
        "mine.yaml: months",
        "mine.yaml: policy.labour_standards.wage_flor",
    }


@pytest.mark.parametrize("text", ["months: 3\nmonths: 4\n", "- a\n- b\n", "a: [", "\xff\xfe"])
def test_a_question_file_that_is_no_mapping_is_refused(text: str) -> None:
    Path("mine.yaml").write_bytes(text.encode("latin-1"))
    (problem,) = problems_of("question=mine.yaml")
    assert problem.where.startswith("mine.yaml")
