"""Reading one key=value at a time, as typed and from a question file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.settings import Setting, read_question, read_token
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.scenarios.errors import Problem, QuestionError
from tests.experiments.question.refused import problems_of


@pytest.mark.parametrize(
    ("token", "key", "value"),
    [
        ("months=12", "months", 12),
        ("++scale=0.5", "scale", 0.5),
        ("policy=[a,b]", "policy", ["a", "b"]),
        ("policy.a.target.gender=female", "policy.a.target.gender", "female"),
        ("line=4.20", "line", "4.20"),
        ("cluster=a folder/it's.yaml", "cluster", "a folder/it's.yaml"),
        ("cluster=C:\\towns\\", "cluster", "C:\\towns\\"),
        ("output=a=b", "output", "a=b"),
        ("name='mine'", "name", "mine"),
        ("name=null", "name", None),
        ("~policy", "policy", None),
    ],
)
def test_a_token_is_a_key_and_a_value(token: str, key: str, value: object) -> None:
    setting = read_token(token)
    assert isinstance(setting, Setting)
    assert (setting.key, setting.value) == (key, value)


@given(st.text())
def test_no_token_whatever_ends_in_a_traceback(token: str) -> None:
    assert isinstance(read_token(token), Setting | Problem)


@given(
    st.text(
        st.characters(exclude_characters="'\"~${", exclude_categories=["Cc", "Cf"], codec="utf-8"),
        min_size=1,
    )
)
def test_a_text_key_takes_any_text_that_can_be_seen_as_it_is(text: str) -> None:
    setting = read_token(f"name={text}")
    assert isinstance(setting, Setting)
    assert setting.value == (None if text == "null" else text)


def test_a_question_file_is_read_leaf_by_leaf(tmp_path: Path) -> None:
    file = tmp_path / "question.yaml"
    file.write_text(
        "months: 12\nline: '4.20'\nname: null\ngroups: [gender]\npolicy: {a: {b: true}}\n"
    )
    settings = read_question(file)
    assert {each.key: each.value for each in settings} == {
        "months": 12,
        "line": "4.20",
        "name": None,
        "groups": ["gender"],
        "policy.a.b": True,
    }
    assert {each.origin for each in settings} == {str(file)}


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("seeds=" + "9" * 5000, "a number of more than 40 digits"),
        ("policy=" + "[" * 25 + "]" * 25, "nested too deeply"),
        ("name=" + "a" * 30_000, "30,002 characters"),
        ("name=\x1b[31mred", "a command to the screen"),
        ("name=a\0b", "a command to the screen"),
        ("output=${oc.env:HOME}", "nothing is looked up"),
        ("name='${oc.env:HOME}'", "nothing is looked up"),
        ("policy.a.payer=${oc.decode:x}", "nothing is looked up"),
    ],
)
def test_what_no_honest_word_holds_is_refused_in_words(token: str, said: str) -> None:
    problem = read_token(token)
    assert isinstance(problem, Problem)
    assert said in problem.message
    assert "\x1b" not in str(problem)
    assert len(str(problem)) < 1000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: ${oc.env:HOME}\n", "nothing is looked up"),
        ("policy:\n  micro_credit:\n    payer: a${b}\n", "nothing is looked up"),
        ("uncertain: [a, '${b}']\n", "nothing is looked up"),
        ("inputs: {'${b}': 1}\n", "is not a key"),
        ("a b: 1\n", "is not a key"),
        ("1: 1\n", "is not a key"),
        ('name: "\\0"\n', "a command to the screen"),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "an alias"),
        ("months: &m [*m]\n", "an alias"),
        ("seeds: " + "9" * 5000 + "\n", "5,000 characters"),
        ("\tmonths: 3\n", "begins with a tab"),
        ("months: 3\nmonths: 4\n", "stands twice, on lines 1 and 2"),
    ],
)
def test_what_no_honest_question_file_holds_is_refused_in_words(
    text: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "question.yaml"
    file.write_text(text)
    with pytest.raises(QuestionError) as caught:
        read_question(file)
    assert said in str(caught.value)


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
