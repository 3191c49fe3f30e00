"""Reading one key=value at a time, as typed and from a question file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.settings import Setting, read_question, read_token
from scenarios.errors import Problem


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


@given(st.text(st.characters(exclude_characters="'\"~", codec="utf-8"), min_size=1))
def test_a_text_key_takes_any_text_as_it_is(text: str) -> None:
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
