"""Asking who loses by a shock needs a shock, and a comparison."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.price import price
from poverty_nodes.scenarios.errors import QuestionError


def test_it_is_another_question_and_costs_twice_the_runs() -> None:
    plain, asked = ask(["shock=[flood]"]), ask(["shock=[flood]", "against=no_shock"])
    assert plain.against is None
    assert asked.fingerprint() != plain.fingerprint()
    assert price(asked).runs == 2 * price(plain).runs


@pytest.mark.parametrize(
    ("words", "verb", "told"),
    [
        (["against=no_shock"], "compare", "the question has none"),
        (["against=no_shock", "shock=[flood]"], "run", "is answered by compare, not by run"),
        (["against=calm", "shock=[flood]"], "compare", "no_shock"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: list[str], verb: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        ask(words, verb)  # type: ignore[arg-type]
