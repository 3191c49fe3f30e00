"""Kept runs are made again and held against the store, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean, run_lean
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.contents import contents
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.verify import DIFFERENT, SAME, UNKNOWN, verify
from poverty_nodes.model.policies import CashTransfer, MicroCredit
from poverty_nodes.scenarios import Scenario, load_cluster
from poverty_nodes.scenarios.base_month.nearby import Centre

SCENARIO = Scenario(load_cluster("sialkot_surgical"), months=1, scale=0.02)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of four runs of two kinds."""
    folder = tmp_path_factory.mktemp("store")
    execute({"whole": SCENARIO}, [1, 2], folder, run_one)
    execute({"lean": Lean(SCENARIO)}, [1, 2], folder, run_lean)
    return folder


def test_runs_made_again_are_the_same(folder: Path) -> None:
    assert [each.verdict for each in verify(Store(folder), 10)] == [SAME] * 4


def test_runs_with_an_acting_policy_and_a_drawn_cluster_are_the_same(tmp_path: Path) -> None:
    loans = MicroCredit(amount=500, rate=0.02, months=12, start=1)
    acting = replace(SCENARIO, policies=(loans,), months=2)
    drawn = acting.with_inputs({"workers.casual_ratio": 0.66}, Centre(acting.cluster))
    execute({"acting": acting, "drawn": drawn}, [1], tmp_path, run_one)
    assert [each.verdict for each in verify(Store(tmp_path), 10)] == [SAME] * 2


def test_a_sample_is_chosen_by_its_seed(folder: Path) -> None:
    chosen = [[each.key for each in verify(Store(folder), 1, seed)] for seed in (0, 0, 1, 2, 3)]
    assert chosen[0] == chosen[1]
    assert len({key for (key,) in chosen}) > 1


def test_a_result_that_is_off_by_one_bit_is_found_and_named(folder: Path, tmp_path: Path) -> None:
    forged = Store(tmp_path)
    forged.describe({SCENARIO.fingerprint(): SCENARIO})
    genuine = Store(folder)
    with forged.keeping() as keep:
        for outcome in genuine.everything().values():
            if outcome.scenario == SCENARIO.fingerprint():
                (result,) = genuine.find([outcome.key]).values()
                values = result.values.copy()
                values[1, 0, 0] = np.nextafter(values[1, 0, 0], np.inf)
                keep(replace(outcome, result=replace(result, values=values)))
    found = verify(Store(tmp_path), 5)
    assert [each.verdict for each in found] == [DIFFERENT] * 2
    assert found[0].message.startswith("values: by up to")


def test_a_run_of_which_the_scenario_is_not_known_is_said_not_to_be_checked(
    folder: Path, tmp_path: Path
) -> None:
    (result,) = Store(folder).find(list(Store(folder).everything())[:1]).values()
    store = Store(tmp_path)
    with store.keeping() as keep:
        keep(Outcome("a", 1, 0.1, result, scenario="lost"))
    assert [each.verdict for each in verify(store, 5)] == [UNKNOWN]


def test_the_contents_name_cluster_kind_and_number_of_runs(folder: Path) -> None:
    found = contents(folder)
    assert {(row["cluster"], row["kept"], row["succeeded"]) for row in found.rows} == {
        ("sialkot_surgical", "everything", 2),
        ("sialkot_surgical", "groups by month", 2),
    }
    assert str(found).startswith("4 runs of 2 scenarios, 0.")


class Renamed(CashTransfer):
    """A policy that no registry knows."""

    name: ClassVar[str] = "cash_of_mine"


class Doubled(CashTransfer):
    """One that bears the name of another."""

    def benefit(self, tables, rows):  # type: ignore[no-untyped-def]
        """Twice the amount."""
        return 2 * self.amount


@pytest.mark.parametrize("policy", [Renamed, Doubled])
def test_a_run_with_a_policy_of_ones_own_is_said_in_words_not_to_be_checked(
    policy: type[CashTransfer], tmp_path: Path
) -> None:
    own = replace(SCENARIO, policies=(policy(amount=5.0, start=1),), scale=0.01)
    execute({"own": own}, [1], tmp_path, run_one)
    (found,) = verify(Store(tmp_path), 5)
    assert found.verdict == UNKNOWN
    assert found.message.startswith(
        f"it is of code of somebody's own ({__name__}.{policy.__name__})"
    )
    assert contents(tmp_path).runs == 1


def test_a_run_by_a_function_of_ones_own_is_said_not_to_be_checked(tmp_path: Path) -> None:
    def shortened(scenario: Scenario, seed: int):  # type: ignore[no-untyped-def]
        return run_one(replace(scenario, months=0), seed)

    execute({"own": SCENARIO}, [1], tmp_path, shortened)
    (found,) = verify(Store(tmp_path), 5)
    assert (found.verdict, "function" in found.message) == (UNKNOWN, True)
