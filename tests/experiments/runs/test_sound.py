"""A run in which welfare is no number fails in words; it is not kept as if it were one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fake_runs import FakeScenario, fake_run

from poverty_nodes.experiments.runs.failure import Failure, StageError
from poverty_nodes.experiments.runs.runner import Planned, tasks_of
from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.policies import CashTransfer
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.errors import QuestionError


def result(**people: list[float]) -> RunResult:
    made = fake_run(FakeScenario(), 1)
    return replace(made, people={name: np.array(each) for name, each in people.items()})


def test_a_result_of_finite_welfare_is_let_through_with_measures_that_are_none() -> None:
    made = result(welfare_final=[1.0, 2.0])
    assert np.isnan(made.values).any()
    assert sound(made) is made


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", ["welfare_final", "earnings_base"])
def test_welfare_that_is_no_number_fails_the_run_and_names_what(name: str, wrong: float) -> None:
    with pytest.raises(StageError) as error:
        sound(result(**{name: [1.0, wrong, 2.0]}))
    failure = Failure.of(error.value)
    assert (failure.status, failure.stage) == ("FAILED", "measures")
    assert f"{name} of 1 of 3 persons" in failure.message


def test_a_measure_without_end_fails_the_run() -> None:
    made = result(welfare_final=[1.0])
    made.values[1, 1, 0] = np.inf
    with pytest.raises(StageError) as error:
        sound(made)
    assert "earnings without end" in Failure.of(error.value).message


def test_an_amount_beyond_all_reason_is_refused() -> None:
    CashTransfer(amount=1e15, start=1)
    with pytest.raises(ValueError, match="less than or equal to"):
        CashTransfer(amount=2e15, start=1)
    with pytest.raises(ValueError, match="less than or equal to"):
        CashTransfer(amount=1.0, start=1, budget=1e16)


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_a_seed_that_no_store_can_write_down_is_refused_in_words(seed: int) -> None:
    with pytest.raises(QuestionError, match=f"{seed} is no seed"):
        tasks_of([Planned("a", 0, seed, FakeScenario())], "v", fake_run)
