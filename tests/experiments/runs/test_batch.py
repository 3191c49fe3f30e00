"""A finished batch says why it has no results, and nothing is noted of what is never run."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.failure import FAILED, Failure
from poverty_nodes.experiments.runs.key import Fingerprinted
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.store import MemoryStore
from poverty_nodes.scenarios.errors import QuestionError
from tests.experiments.runs.fake_runs import FakeScenario, fake_run

BOTH = [(label, 0, seed) for seed in (1, 2) for label in ("without", "with")]


def runs(*failed: tuple[str, int, int]) -> Runs:
    """Four runs, of which some have failed."""
    why = Failure(FAILED, "months", 3, "there is no field 'wagee'", "")
    return Runs(
        MemoryStore("v"), {name: str(name) for name in BOTH}, dict.fromkeys(failed, why), 4, 0
    )


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        (BOTH, "every run failed; the first: there is no field 'wagee'"),
        ([BOTH[1], BOTH[3]], "every run 'with' failed; the first: there is no field 'wagee'"),
    ],
)
def test_runs_without_a_result_of_a_scenario_are_refused_with_the_first_failure(
    failed: list[tuple[str, int, int]], said: str
) -> None:
    with pytest.raises(QuestionError, match="runs: ") as raised:
        runs(*failed).need_results()
    assert raised.value.problems[0].message == said


def test_one_result_of_each_scenario_is_enough() -> None:
    runs(BOTH[0], BOTH[3]).need_results()


def test_a_store_notes_what_is_run_with_the_first_run_that_it_keeps() -> None:
    told: list[str] = []

    class Telling(MemoryStore):
        def describe(self, scenarios: Mapping[str, Fingerprinted]) -> None:
            told.append(f"{len(scenarios)} scenarios")

        def _keep(self, outcome: Outcome) -> None:
            told.append("a run")
            super()._keep(outcome)

    store = Telling("v")
    execute({"one": FakeScenario("one"), "two": FakeScenario("two")}, (1,), store, fake_run)
    assert told == ["2 scenarios", "a run", "a run"]
