"""What is asked of an evaluation, and what is refused before anything runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.evaluation.order import SEEDS, ask_evaluation
from poverty_nodes.experiments.question.chosen_files import file_ids
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.scenarios.catalogue import cluster_ids
from poverty_nodes.scenarios.errors import QuestionError

TRAINING = "policy=[womens_technical_training]"


def test_the_readme_s_question_is_asked_in_one_line() -> None:
    order = ask_evaluation([TRAINING, "study.who=contract=homework"])
    study = order.study
    assert (study.sample.size, study.sample.in_comparator, study.waves) == (400, 400, (0, 24))
    assert (study.who, study.methods[0]) == ("contract=homework", "difference_in_differences")
    assert (order.question.months, order.question.seeds) == (24, SEEDS)


def test_all_means_every_other_cluster_of_the_catalogue() -> None:
    study = ask_evaluation([TRAINING, "study=synthetic_control"]).study
    assert study.comparators[0] == "dispersed"
    assert set(study.elsewhere) == set(cluster_ids()) - {"sialkot_surgical"}
    assert study.methods[0] == "synthetic_did"


@pytest.mark.parametrize("name", file_ids("study", CONF))
def test_every_ready_made_study_can_be_asked(name: str) -> None:
    assert ask_evaluation([TRAINING, f"study={name}"]).study.title


def test_what_is_asked_is_taken_back_from_its_file(tmp_path: Path) -> None:
    order = ask_evaluation(
        [TRAINING, "study=lottery", "study.who=gender=female", "study.sample.size=120", "seeds=5"]
    )
    file = tmp_path / "question.yaml"
    file.write_text(order.to_yaml())
    again = ask_evaluation([f"question={file}"])
    assert again.study == order.study
    assert again.question.fingerprint() == order.question.fingerprint()


def test_a_study_may_be_a_file_of_one_s_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("waves: [0, 36]\nsample: {size: 50}\n")
    order = ask_evaluation([TRAINING, f"study={file}"])
    assert (order.study.waves, order.study.sample.size, order.question.months) == ((0, 36), 50, 36)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["study=diffs"], "there is no study 'diffs'"),
        (["study.waves=[6,24]"], "a study begins with month 0"),
        (["study.waves=[0,24,12]"], "do not follow one another"),
        (["study.waves=[0,6]"], "after the last wave"),
        (["study.who=contract=homwork"], "there is no 'contract=homwork'"),
        (["study.sample.size=0"], "study.sample.size"),
        (["study.sampel.size=10"], "study.sampel"),
        (["study.estimators=[instrument]"], "instrument cannot read a study with assignment=place"),
        (["study.outcome=happiness"], "there is no 'happiness'"),
        (["months=12"], "is the last wave of the study"),
        (["study=lottery", "policy=[micro_credit]"], "micro_credit has no lottery"),
        (["study=lottery", "policy=[]"], "the package has 0"),
        (["study.loss.attrition=1.5"], "study.loss.attrition"),
        (["study.comparators=[tirupur]"], "there is no place 'tirupur'"),
        (["study.comparators=[sialkot_surgical]"], "is the cluster itself"),
        (["study.comparators=[dispersed,dispersed]"], "a place stands twice"),
        (["study.estimators=[synthetic_did]"], "weigh places without the programme"),
        (["study.assignment=waves"], "needs another cluster in which the programme opens"),
        (["study.opens.tirupur_knitwear=12"], "needs another cluster in which the programme opens"),
        (["study=staggered", "study.opens.tirupur_knitwear=40"], "after the last wave"),
        (["study=saturation", "study.saturation.levels=[0.5,1]"], "needs a level of 0"),
        (["study=saturation", "policy=[cash_transfer]"], "cash_transfer is for households"),
        (["study=threshold", "policy=[micro_credit]"], "micro_credit has no threshold"),
        (["study=synthetic_control", "inputs.workers.total=9000"], "other clusters are compared"),
    ],
)
def test_what_cannot_be_is_refused_in_words(words: list[str], told: str) -> None:
    given = words if any(each.startswith("policy=") for each in words) else [TRAINING, *words]
    with pytest.raises(QuestionError) as refused:
        ask_evaluation(given)
    assert told in str(refused.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(QuestionError) as refused:
        ask_evaluation([TRAINING, "study.outcome=x", "study.loss.refusal=2", "scale=7"])
    assert len(refused.value.problems) == 3


def test_a_file_of_one_s_own_is_called_in_messages_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text("waves: [3]\n", encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        ask_evaluation([TRAINING, "study=mine.yaml"])
    (problem,) = caught.value.problems
    assert problem.where == "mine.yaml: study.waves"
    assert "at least 2" in problem.message


def test_answers_that_are_no_answers_are_refused_before_a_price_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("first.csv").write_text("id,offered,unit,outcome\n1,1,a,-99\n", encoding="utf-8")
    Path("last.csv").write_text("id,outcome\n1,5\n", encoding="utf-8")
    data = "study.data=[first.csv,last.csv]"
    assert cli.main(["evaluate", TRAINING, data, "--dry-run"]) == 2
    assert "below 0 in row 2" in capsys.readouterr().err
