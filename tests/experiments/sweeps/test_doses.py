"""Doses that spend a budget: take-up is raised as far as it goes, and no further."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sweeps import doses
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.scenarios.errors import QuestionError

WORDS = ["policy=[child_care],[vocational_training,cash_transfer]", "budget=1000"]


def _dosed(monkeypatch: pytest.MonkeyPatch, most: float, *words: str) -> list[list[float]]:
    """Take-up by point and policy, where a policy spends `most` dollars when everybody takes part."""

    def spending(sweep: Sweep, progress: Progress) -> dict[int, np.ndarray]:
        return {
            point.number: np.array([[most * each.take_up for each in point.question.package]] * 2)
            for point in sweep.points
        }

    monkeypatch.setattr(doses, "_spending", spending)
    asked = ask_sweep([*WORDS, *words])
    found = doses.dosed(asked, Progress(quiet=True))
    for point, before in zip(found.points, asked.points, strict=True):
        for one, other in zip(point.question.policies, before.question.policies, strict=True):
            setter = point.question.origin(f"policy.{one.name}.take_up")
            assert (setter == "dose=spend") == (one.take_up != other.take_up)
    return [[each.take_up for each in point.question.package] for point in found.points]


def test_take_up_is_raised_until_the_budget_is_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _dosed(monkeypatch, 1250.0, "dose=spend") == [
        [pytest.approx(0.8)],
        [0.5, 1.0],  # a budget of 500 each: half of those eligible spend it, and 1.0 was set
    ]


def test_take_up_goes_no_further_than_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _dosed(monkeypatch, 100.0, "dose=spend") == [[1.0], [1.0, 1.0]]


def test_doses_are_as_they_are_set_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _dosed(monkeypatch, 100.0) == [[0.5], [0.5, 1.0]]


@pytest.mark.parametrize("words", [["dose=spend"], ["dose=spend", "budget=1000"]])
def test_a_dose_that_spends_needs_a_budget_and_a_sweep(words: list[str]) -> None:
    with pytest.raises(QuestionError, match="until a budget is spent"):
        ask(words)
    with pytest.raises(QuestionError, match="until a budget is spent"):
        ask_sweep([WORDS[0], "dose=spend"])


def test_a_dose_makes_another_question() -> None:
    plain, spends = (ask_sweep([*WORDS, *more]).first for more in ([], ["dose=spend"]))
    assert plain.fingerprint() != spends.fingerprint()
