"""What a key accepts, in words."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.accepted_values import accepted, keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model.measures.lines import LINES_ACCEPTED
from poverty_nodes.model.policies import MicroCredit


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("months", "a whole number from 1 to 600"),
        ("scale", "a number from 0.001 to 1 or null"),
        ("line", LINES_ACCEPTED),
        ("workers", "a whole number from 1 to 1,024 or null"),
        ("cluster", "text"),
        ("nothing", ""),
    ],
)
def test_the_range_of_a_key_is_said_in_words(key: str, words: str) -> None:
    assert accepted(Question, [key]) == words


def test_a_nested_key_is_found_by_its_path() -> None:
    assert accepted(MicroCredit, ["target", "gender"]) == "male or female or null"


def test_the_place_in_a_list_does_not_matter() -> None:
    assert accepted(Question, ["groups", 3]).startswith("a list of gender or skill")


def test_nested_keys_have_dotted_names() -> None:
    names = [key.name for key in keys_of(MicroCredit)]
    assert "target.gender" in names
    assert "target" not in names
