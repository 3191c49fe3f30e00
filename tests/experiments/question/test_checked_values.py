"""A key that is not there is told by all of its name."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.scenarios.errors import QuestionError


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("target.worker.sex", "policy.NAME.target.gender"),
        ("target.gender", "policy.NAME.target.gender"),
        ("policy.micro_credit.target.worker.sex", "gender"),
        ("policy.micro_credit.target.firm.min_worker", "min_workers"),
    ],
)
def test_a_key_of_a_target_is_told_by_all_of_its_name(key: str, meant: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(["policy=[micro_credit]", f"{key}=female"])
    (problem,) = caught.value.problems
    assert problem.nearest == meant


@pytest.mark.parametrize("value", ["[1]", "[[1]]", "{a: 1}", "[]", "{}"])
@pytest.mark.parametrize("chosen", [["shock=[flood]"], []])
def test_a_kind_of_shock_that_is_no_name_is_refused_in_words(chosen: list[str], value: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask([*chosen, f"shock.flood.kind={value}"])
    (problem,) = [each for each in caught.value.problems if each.where.endswith("shock.flood.kind")]
    assert "is no kind of shock" in problem.message
    assert "flood" in problem.accepted


def test_what_is_wrong_with_a_term_of_a_policy_that_is_not_chosen_is_told_at_once() -> None:
    with pytest.raises(QuestionError) as caught:
        ask(["policy=[micro_credit]", "policy.cash_transfer.amout=5", "policy.cooperative.start=x"])
    told = {each.where.removeprefix("command line: "): each for each in caught.value.problems}
    assert told["policy.cash_transfer.amout"].nearest == "amount"
    assert set(told) == {
        *("policy.cash_transfer", "policy.cash_transfer.amout"),
        *("policy.cooperative", "policy.cooperative.start"),
    }
