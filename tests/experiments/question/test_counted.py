"""Sets of deprivations and weights in a question: accepted, told apart, priced, or refused where they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.counted import counted
from poverty_nodes.experiments.question.price import price
from poverty_nodes.scenarios.errors import QuestionError

ROOT = Path(__file__).resolve().parents[3]
WEIGHTS = ROOT / "scenarios/samples/town/weights.csv"


def refused(*words, verb="compare"):
    with pytest.raises(QuestionError) as caught:
        ask(words, verb)
    return str(caught.value)


def test_a_question_without_them_is_the_question_that_it_was(tmp_path):
    plain = ask([])
    assert (plain.capabilities, plain.capabilities_weights) == ((), None)
    assert plain.fingerprint() != ask(["capabilities=[employment]"]).fingerprint()


def test_what_a_file_says_decides_which_question_it_is(tmp_path):
    path = tmp_path / "mine.yaml"
    shutil.copy(ROOT / "conf/capabilities/employment.yaml", path)
    words = [f"capabilities=[{path}]"]
    before = ask(words).fingerprint()
    assert before == ask(["capabilities=[employment]"]).fingerprint()
    path.write_text(path.read_text().replace("k: 1/3", "k: 1/2"))
    assert ask(words).fingerprint() != before


def test_weights_are_read_and_are_part_of_the_question():
    weighed = ask(["capabilities=employment", f"capabilities_weights={WEIGHTS}"])
    _, elicited = counted(("employment",), weighed.capabilities_weights, "sialkot_surgical")
    assert set(elicited.voices) == {"women home workers", "owners of firms"}
    assert weighed.fingerprint() != ask(["capabilities=employment"]).fingerprint()


def test_a_question_is_taken_back_from_its_yaml(tmp_path):
    asked = ask(["capabilities=[household,employment]"])
    file = tmp_path / "question.yaml"
    file.write_text(asked.to_yaml())
    assert ask([f"question={file}"]) == asked


def test_the_price_counts_the_runs_that_are_made_for_them():
    assert price(ask(["capabilities=[employment]", "seeds=3"])).runs == 12
    assert price(ask(["seeds=3"])).runs == 6


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["capabilities=[employmet]"], "did you mean 'employment'?"),
        (["capabilities=[./none.yaml]"], "there is no such file"),
        (["capabilities=[own]"], "has no capabilities.yaml"),
        (["capabilities_weights=w.csv"], "no set of deprivations that they are of"),
        (["capabilities=[employment]", "capabilities_weights=w.csv"], "cannot be read"),
        (
            ["capabilities=[household]", f"capabilities_weights={WEIGHTS}"],
            "'low_pay' is no indicator",
        ),
        (["capabilities=3"], "capabilities"),
    ],
)
def test_what_is_wrong_is_told_with_the_rest(words, told):
    message = refused(*words, "months=0")
    assert told in message
    assert "months" in message


def test_other_verbs_do_not_count_deprivations():
    assert "is asked of compare, and not of run" in refused("capabilities=[employment]", verb="run")
