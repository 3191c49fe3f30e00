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
