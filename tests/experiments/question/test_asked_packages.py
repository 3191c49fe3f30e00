"""Packages beside each other are read as a question is, from words and from a file, and refused in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.asked_packages import (
    ask_packages,
    ask_packages_yaml,
    asks_for_packages,
)
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.scenarios.errors import Problem, QuestionError

SLOW = ("packages.slow=[labour_standards]",
        "packages.slow.policy.labour_standards.wage_floor={1:1.0,13:1.1}")  # fmt: skip
FAST = (
    "packages.fast=[labour_standards]",
    "packages.fast.policy.labour_standards.wage_floor=1.1",
)
FILE = """
packages:
  slow: {policy: {labour_standards: {wage_floor: {1: 1.0, 13: 1.1}}}}
  fast: {policy: {labour_standards: {wage_floor: 1.1}}, budget: 3000000}
"""


def problems_of(*tokens: str) -> tuple[Problem, ...]:
    with pytest.raises(QuestionError) as caught:
        ask_packages(tokens)
    return caught.value.problems


def test_a_package_is_the_same_question_as_when_it_is_compared_alone() -> None:
    beside = ask_packages([*SLOW, *FAST, "cluster=tirupur_knitwear", "seeds=3"])
    alone = ask(
        ["cluster=tirupur_knitwear", "seeds=3", "policy=[labour_standards]",
         "policy.labour_standards.wage_floor={1:1.0,13:1.1}"]
    )  # fmt: skip
    there, here = beside.to_scenarios(), alone.to_scenarios()
    assert list(there) == ["without", "slow", "fast"]
    assert there["slow"].fingerprint() == here["with"].fingerprint()
    assert there["without"].fingerprint() == here["without"].fingerprint()
    assert beside.first.seed_numbers == alone.seed_numbers


def test_a_file_says_packages_by_name_and_the_command_line_goes_over_it(tmp_path: Path) -> None:
    file = tmp_path / "both.yaml"
    file.write_text(FILE)
    assert asks_for_packages([f"question={file}"])
    asked = ask_packages(
        [f"question={file}", "packages.fast.policy.labour_standards.wage_floor=1.3"]
    )
    floors = {
        name: each.policies[0].model_dump(mode="json")["wage_floor"]
        for name, each in asked.questions.items()
    }
    assert floors == {"slow": {"1": 1.0, "13": 1.1}, "fast": 1.3}
    assert asked.questions["fast"].budget == 3_000_000
    assert asked.questions["slow"].budget is None
    fewer = ask_packages([f"question={file}", "~packages.slow", "packages.child=[child_care]"])
    assert list(fewer.questions) == ["fast", "child"]


def test_a_term_for_all_packages_is_of_those_that_have_the_policy() -> None:
    asked = ask_packages([*SLOW, "packages.care=[child_care]", "policy.child_care.take_up=0.2"])
    assert asked.questions["care"].policies[0].take_up == 0.2
    assert [each.name for each in asked.questions["slow"].policies] == ["labour_standards"]


def test_what_is_asked_is_the_same_again_from_its_text() -> None:
    asked = ask_packages([*SLOW, *FAST, "groups=[gender]", "packages.fast.budget=2e6"])
    again = ask_packages_yaml(asked.to_yaml())
    assert again.to_yaml() == asked.to_yaml()
    assert again.folder() == asked.folder()


def test_other_names_and_other_terms_are_another_question() -> None:
    asked = {ask_packages([*SLOW, *more]).fingerprint() for more in (
        FAST, (FAST[0],), ("packages.quick=[labour_standards]", FAST[1].replace("fast", "quick")),
    )}  # fmt: skip
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("tokens", "where", "said"),
    [
        (SLOW, "packages", "names 1 package"),
        ((*SLOW, "packages.fast.policy.labour_standards.wage_flor=1"),
         "command line: packages.fast.policy.labour_standards.wage_flor", "is not a key here"),
        ((*SLOW, "packages.fast=[labour_standard]"), "command line: packages.fast.policy",
         "there is no policy 'labour_standard'"),
        ((*SLOW, "packages.fast=[]"), "command line: packages.fast", "has no policy"),
        ((*SLOW, "packages.without=[child_care]"), "command line: packages.without",
         "cannot be the name of a package"),
        ((*SLOW, *FAST, "policy=[child_care]"), "command line: policy", "name their own policies"),
        ((*SLOW, *FAST, "policy.child_care.take_up=1"), "command line: policy.child_care.take_up",
         "is in no package"),
        ((*SLOW, *FAST, "why=[channels]"), "command line: why", "one package at a time"),
        ((*SLOW, *FAST, "hangs_on=yes"), "command line: hangs_on", "one package at a time"),
        ((*SLOW, *FAST, "~packages.third"), "command line: packages.third", "not there to be taken back"),
        (("packages=3",), "command line: packages", "is not what a package has"),
        ((*SLOW, *FAST, "months=0"), "command line: months", "below the smallest"),
        ((*SLOW, *FAST, FAST[1]), "command line: packages.fast.policy.labour_standards.wage_floor",
         "is set twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_was_typed(
    tokens: tuple[str, ...], where: str, said: str
) -> None:
    found = [each for each in problems_of(*tokens) if each.where == where]
    assert found
    assert said in found[0].message


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = problems_of(
        "packages.slow.labour_standards.wage_floor=2", "packages.fast=[x]", "seedss=3"
    )
    assert len(found) == 3
    assert found[0].nearest == "packages.slow.policy.labour_standards.wage_floor"


def test_another_verb_says_that_compare_takes_packages() -> None:
    with pytest.raises(QuestionError, match="is asked by compare alone"):
        ask([*SLOW, *FAST], "run")
