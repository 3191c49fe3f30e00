"""Whatever value a key of any verb is given, it is taken or refused in words: nothing else may happen."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.new.order import Order as Begin
from poverty_nodes.experiments.evaluation.order import ask_evaluation
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evidence.ledger.order import Order as Validate
from poverty_nodes.experiments.identify.order import Order as Identify
from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.checked_question import KEYS, ask
from poverty_nodes.experiments.question.checked_request import read
from poverty_nodes.experiments.question.store_request import Order as Keep
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.scenarios.errors import QuestionError

VALUES = (
    *("[1]", "[[1]]", "{a:1}", "[{a:[1]}]", "[]", "{}", "{1:2,3:4}", "null", "true", "''", "'a b'"),
    *("nan", "-inf", "1e308", "-1", "1,2", "range(1,3)", "interval(1,2)", "a=b", "é", "\udcff"),
    *("9" * 41, "9" * 5000, "[" * 30 + "]" * 30, "a" * 300, "x/" + "a" * 300, "x\0y", "\x1b[31m"),
    *("${oc.env:HOME}", "'${oc.env:HOME}'"),
)
ASKED = (
    *(*KEYS, "experiment", "question", "policy.micro_credit", "policy.micro_credit.take_up"),
    *("policy.micro_credit.target", "policy.micro_credit.target.all", "policy.micro_credit.payer"),
    *("shock.flood", "shock.flood.kind", "shock.x.kind", "inputs.workers.casual_ratio"),
    *("compute.kind", "policy.nope", "foo", "foo.bar"),
)
FEW = 5
"""Keys of a question that each value is tried on: a check of a question takes a tenth of a second."""

Reader = Callable[[str], object]
QUICK: dict[str, tuple[tuple[str, ...], Reader]] = {
    "identify": (
        ("clusters", "draws", "line", "weights", "weights.x", "output", "name"),
        lambda token: read(Identify, (token,)),
    ),
    "validate": (
        (
            "patterns",
            "trials",
            "parts",
            "clusters",
            "seeds",
            "workers",
            "output",
            "name",
        ),
        lambda token: read(Validate, (token,)),
    ),
    "store": (
        ("store", "sample", "seed", "workers", "yes"),
        lambda token: read(Keep, (token,)),
    ),
    "new": (
        ("from", "map", "like", "output"),
        lambda token: read(Begin, (token,), ("cluster", "my_town")),
    ),
}
PACKAGES = (
    *("packages", "packages.slow", "packages.slow.policy", "packages.slow.budget", "packages.a b"),
    *("packages.slow.policy.labour_standards", "packages.slow.nope", "packages.slow.policy.nope.x"),
    *("packages.slow.policy.labour_standards.wage_floor", "policy.labour_standards.take_up"),
)
STUDY = ("study", *(f"study.{each.name}" for each in keys_of(Study)))
ASKING: dict[str, Reader] = {
    "compare": lambda token: ask([token]),
    "evaluate": lambda token: ask_evaluation([token]),
    "sweep": lambda token: ask_sweep([token]),
    "sensitivity": lambda token: ask_sensitivity(["seeds=1", token]),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused_in_words(read: Reader, token: str) -> None:
    try:
        read(token)
    except QuestionError as error:
        text = str(error)
        assert text.replace("\n", "").isprintable()
        assert "compose" not in text
        assert "pydantic" not in text
        assert "Traceback" not in text


@pytest.mark.parametrize("verb", QUICK)
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_verb_that_asks_little_takes_any_value_or_says_what_is_wrong(
    verb: str, value: str
) -> None:
    keys, read = QUICK[verb]
    for key in keys:
        refused_in_words(read, f"{key}={value}")


@pytest.mark.parametrize("verb", ASKING)
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_question_takes_any_value_or_says_what_is_wrong(verb: str, value: str) -> None:
    keys = (*ASKED, *STUDY) if verb == "evaluate" else ASKED
    for key in random.Random(f"{verb} {value!r}").sample(keys, FEW):
        refused_in_words(ASKING[verb], f"{key}={value}")


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_packages_beside_each_other_take_any_value_or_say_what_is_wrong(value: str) -> None:
    beside = ["packages.slow=[labour_standards]", "packages.fast=[labour_standards]"]
    for key in random.Random(f"packages {value!r}").sample(PACKAGES, FEW):
        refused_in_words(lambda token: ask_packages([*beside, token]), f"{key}={value}")
        refused_in_words(lambda token: ask_packages([token]), f"{key}={value}")


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_name_that_leads_to_other_keys_is_taken_or_refused_in_words(value: str) -> None:
    refused_in_words(lambda token: ask_evaluation([token]), f"study={value}")
    refused_in_words(lambda token: ask(["shock=[flood]", token]), f"shock.flood.kind={value}")
