"""When a question says what its answer hangs on: if it is asked to, else if it is not a small one."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.scenarios.errors import QuestionError


@pytest.mark.parametrize(
    ("tokens", "says"),
    [
        ([], True),
        (["seeds=9"], False),
        (["months=23"], False),
        (["scale=0.01"], False),
        (["policy=[]"], False),
        (["compute.slice=1/4"], False),
        (["seeds=2", "hangs_on=yes"], True),
        (["hangs_on=no"], False),
        (["hangs_on=false"], False),
    ],
)
def test_the_default_question_says_it_and_a_small_one_only_if_asked(
    tokens: list[str], says: bool
) -> None:
    assert ask(tokens).says_what_it_hangs_on is says


def test_a_run_without_a_comparison_does_not_say_it() -> None:
    assert not ask(["hangs_on=yes"], "run").says_what_it_hangs_on


def test_neither_yes_nor_no_is_refused_with_what_is_accepted() -> None:
    with pytest.raises(QuestionError) as caught:
        ask(["hangs_on=perhaps"])
    assert "yes, no, null" in str(caught.value)


def test_answers_with_and_without_it_have_folders_of_their_own() -> None:
    assert ask(["hangs_on=no"]).folder() != ask([]).folder()
