"""Words, question, question.yaml, question: the same again for every verb, wherever the folder lies by then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from poverty_nodes.experiments.command import verbs
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.scenarios.catalogue import CATALOGUE
from poverty_nodes.scenarios.errors import QuestionError
from tests.experiments.record.asked import READERS, WORDS

LEAVE_NO_ANSWER = {"list", "new", "report", "store"}
"""Verbs without a question.yaml of their own."""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a cluster of one's own, as a folder and as a single file, and a design of two points."""
    home = tmp_path_factory.mktemp("towns")
    source = CATALOGUE / "torreon_jeans"
    shutil.copytree(source, home / "torreon_jeans")
    sections = [path for path in sorted(source.glob("*.yaml")) if path.stem != "second_reading"]
    parts = [
        f"{path.stem}:\n" + "".join(f"  {line}\n" for line in path.read_text().splitlines())
        for path in sections
    ]
    (home / "one_file.yaml").write_text("".join(parts))
    lines = [
        "point,policy.micro_credit.amount,months,policy",
        "1,100,3,[micro_credit]",
        "2,200,4,[cash_transfer]",
    ]
    (home / "points.csv").write_text("\n".join(lines))
    return home


def test_every_verb_that_leaves_an_answer_is_asked_here() -> None:
    assert set(WORDS) == set(READERS) == set(verbs.NAMES) - LEAVE_NO_ANSWER


@pytest.mark.parametrize("verb", sorted(WORDS))
@settings(max_examples=15)
@given(data=st.data())
def test_a_question_is_the_same_again_from_its_file_in_another_place(
    verb: str, data: st.DataObject, towns: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = {"OWN_TOWN": "torreon_jeans", "OWN_FILE": "one_file.yaml", "POINTS": "points.csv"}
    words = data.draw(WORDS[verb])
    for name, place in places.items():
        words = tuple(word.replace(name, str(towns / place)) for word in words)
    try:
        question, decided = READERS[verb](words)
    except QuestionError:
        assume(False)  # refused for what it asks, such as a cluster that a chain does not suit
    folder = tmp_path_factory.mktemp("first") / "answer"
    folder.mkdir()
    Record.of(verb, question).write(folder)
    moved = tmp_path_factory.mktemp("second") / "moved"
    folder.rename(moved)
    again, as_decided = READERS[verb]((f"question={moved / 'question.yaml'}",))
    assert as_decided == decided
    assert Record.of(verb, again).question == Record.of(verb, question).question


@pytest.mark.parametrize("verb", sorted(WORDS))
@settings(max_examples=15)
@given(data=st.data())
def test_a_request_is_the_same_again_from_the_text_of_it(
    verb: str, data: st.DataObject, towns: Path
) -> None:
    reader = READERS[verb]
    words = data.draw(WORDS[verb])
    places = {"OWN_TOWN": "torreon_jeans", "OWN_FILE": "one_file.yaml", "POINTS": "points.csv"}
    for name, place in places.items():
        words = tuple(word.replace(name, str(towns / place)) for word in words)
    try:
        asked = reader.words(words)
    except QuestionError:
        assume(False)  # refused for what it asks, such as a cluster that a chain does not suit
    again = reader.text(asked.to_yaml())
    assert again.to_yaml() == asked.to_yaml()
    assert reader.decides(again) == reader.decides(asked)


@pytest.mark.parametrize("verb", sorted(WORDS))
def test_a_file_of_another_verb_is_refused_with_the_verb_that_takes_it(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = "identify" if verb != "identify" else "sweep"
    Path("question.yaml").write_text(f"verb: {other}\nname: it\n")
    with pytest.raises(QuestionError, match=rf"poverty-nodes {other} question=question\.yaml"):
        READERS[verb](("question=question.yaml",))


def test_the_command_line_goes_over_what_a_file_sweeps_and_varies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    swept, _ = READERS["sweep"](("policy=[micro_credit]", "months=[2,3]", "seeds=2"))
    Record.of("sweep", swept).write(tmp_path)
    again, _ = READERS["sweep"](("question=question.yaml", "months=[4,5]", "seeds=1"))
    assert (again["sweep"], again["seeds"]) == ([{"months": [4, 5]}], 1)
    varied, _ = READERS["sensitivity"](("policy=[micro_credit]", "method=sobol", "n=8"))
    Record.of("sensitivity", varied).write(tmp_path)
    again, _ = READERS["sensitivity"](
        ("question=question.yaml", "n=16", "policy.micro_credit.amount=[1,2]")
    )
    assert again["sensitivity"]["n"] == 16  # type: ignore[index]
    assert again["sensitivity"]["between"] == {"policy.micro_credit.amount": [1, 2]}  # type: ignore[index]


@pytest.mark.parametrize(
    ("verb", "text", "where"),
    [
        ("sweep", "sweep: {months: [1, 2]}", "question.yaml: sweep"),
        ("sweep", "sweep: [{months: [1, 2], seeds: 3, window: [1, 2, 3]}]", "question.yaml: sweep"),
        ("sweep", "sweep: [{'+months': [1, 2]}]", "question.yaml: sweep"),
        ("sensitivity", "sensitivity: [1]", "question.yaml: sensitivity"),
        ("sensitivity", "sensitivity: {metod: sobol}", "question.yaml: sensitivity: metod"),
        ("sensitivity", "sensitivity: {method: sobl}", "question.yaml: sensitivity: method"),
        ("sensitivity", "sensitivity: {n: 2.5}", "question.yaml: sensitivity: n"),
        ("sensitivity", "sensitivity: {between: {policy.x.amount: 3}}", "question.yaml: sensitivity: between"),
        ("sensitivity", "sensitivity: {between: 3}", "question.yaml: sensitivity: between"),
        ("sensitivity", "sensitivity: {known: 3}", "question.yaml: sensitivity: known"),
        ("compare", "sweep: []", "question.yaml: sweep"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_told_where_it_stands(
    verb: str, text: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("question.yaml").write_text(f"policy: [micro_credit]\n{text}\n")
    with pytest.raises(QuestionError) as caught:
        READERS[verb](("question=question.yaml",))
    assert [each.where for each in caught.value.problems if each.where.startswith(where)]
