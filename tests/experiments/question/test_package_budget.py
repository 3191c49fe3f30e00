"""One budget for a whole package."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.scenarios.errors import QuestionError

BOTH = "policy=[micro_credit,labour_standards]"


def budgets(*tokens: str) -> dict[str, float | None]:
    return {each.name: each.budget for each in ask([BOTH, *tokens]).package}


def test_without_a_budget_there_is_no_cap() -> None:
    assert set(budgets().values()) == {None}


def test_a_budget_is_divided_equally() -> None:
    assert budgets("budget=1000") == {"micro_credit": 500.0, "labour_standards": 500.0}


def test_a_policy_with_a_budget_of_its_own_keeps_it() -> None:
    found = budgets("budget=1000", "policy.micro_credit.budget=200")
    assert found == {"micro_credit": 200.0, "labour_standards": 800.0}


def test_own_budgets_beyond_the_package_are_refused() -> None:
    with pytest.raises(QuestionError, match="add up to 2,000, more than 1,000"):
        budgets("budget=1000", "policy.micro_credit.budget=2000")


def test_the_budget_decides_the_answer_and_the_question_can_be_asked_again() -> None:
    one, other = ask([BOTH]), ask([BOTH, "budget=1000"])
    assert one.fingerprint() != other.fingerprint()
    assert other.as_mapping()["budget"] == 1000.0
    assert [each.budget for each in other.policies] == [None, None]
