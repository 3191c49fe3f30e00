"""A table of persons is asked of compare and run, and refused in words where it would be too large."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question import whole_question
from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.scenarios.errors import QuestionError
from tests.experiments.question.refused import problems_of

SMALL = ("seeds=2", "scale=0.01")


def test_a_question_with_persons_is_another_question_with_another_folder() -> None:
    plain, persons = ask(SMALL), ask([*SMALL, "persons=yes"])
    assert persons.persons == "yes"
    assert plain.fingerprint() != persons.fingerprint()
    assert ask([*SMALL, "persons=no"]).fingerprint() == plain.fingerprint()


def test_too_many_rows_are_refused_with_a_scale_that_fits() -> None:
    (problem,) = problems_of("persons=yes", "cluster=tirupur_knitwear", "scale=1", "seeds=100")
    assert problem.where == "command line: persons"
    assert "rows, one a person, a seed and a world" in problem.message
    scale = problem.remedy.partition(",")[0]
    assert ask(["persons=yes", "cluster=tirupur_knitwear", scale, "seeds=100"]).persons == "yes"


def test_each_world_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [*SMALL, "persons=yes"]
    people = whole_question.people_of(ask(SMALL))
    monkeypatch.setattr(whole_question, "MOST_PERSON_ROWS", 2 * 2 * people)
    assert ask(words, "run").persons == "yes"
    assert ask(words).persons == "yes"
    with pytest.raises(QuestionError, match=r"persons\.parquet would have about"):
        ask_packages([*words, "packages.a=[child_care]", "packages.b=[micro_credit]"])


def test_a_verb_of_many_questions_has_no_table_of_persons() -> None:
    with pytest.raises(QuestionError, match="is asked of compare and run, and not of sweep"):
        ask_sweep([*SMALL, "persons=yes", "months=[2,3]"])
