"""Reading one key=value at a time, as typed and from a question file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.question.settings import Setting, read_question, read_token
from poverty_nodes.scenarios.errors import Problem, QuestionError


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
