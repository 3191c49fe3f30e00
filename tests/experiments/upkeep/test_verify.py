"""Kept runs are made again and held against the store, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from experiments.runs.disk import Store
from experiments.runs.lean import Lean, run_lean
from experiments.runs.outcome import Outcome
from experiments.runs.run_one import run_one
from experiments.runs.runner import execute
from experiments.upkeep.contents import contents
from experiments.upkeep.verify import DIFFERENT, SAME, UNKNOWN, verify
from model.policies import MicroCredit
from scenarios import Scenario, load_cluster
from scenarios.nearby import Centre

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
