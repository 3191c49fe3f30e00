"""What a validation keeps is known to the store like any run: what it was, and the same when it is made again."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measurement import Measurement
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.evidence.harness.stationarity import Quiet
from poverty_nodes.experiments.evidence.ledger import measured_run
from poverty_nodes.experiments.evidence.ledger.measured_run import (
    built,
    recipe_of,
    run_measurement,
)
from poverty_nodes.experiments.runs.store.contents import contents
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.verify import DIFFERENT, SAME, UNKNOWN, verify


def level(laboratory: Laboratory) -> NDArray[np.float64]:
    """Some number of each seed."""
    return np.array([_factor() * seed for seed in laboratory.seeds])


def less_mean(laboratory: Laboratory) -> NDArray[np.float64]:
    """Each seed less the mean of all."""
    seeds = np.array(laboratory.seeds, dtype=np.float64)
    return seeds - seeds.mean()


def _factor() -> float:
    """What the address of a run does not hang on: an environment changes as a library or a machine may."""
    return float(os.environ.get("FACTOR_OF_THE_TEST", "1"))


@pytest.fixture(autouse=True)
def _measures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    made_up = {"p98 level": level, "p98 less the mean": less_mean}
    monkeypatch.setattr(measured_run, "_measures", lambda: made_up)


def keep(folder: Path) -> None:
    laboratory = Laboratory(range(1, 4), store=Store(folder))
    laboratory.values("p98 level", level)
    laboratory.values("p98 less the mean", less_mean, together=True)
    laboratory.ablated(Ablation("a knob", {"knob": 0.0})).values("p98 level", level)


def test_what_is_measured_is_made_again_bit_for_bit(tmp_path: Path) -> None:
    keep(tmp_path / "store")
    found = verify(Store(tmp_path / "store"), 20)
    assert len(found) == 9
    assert {each.verdict for each in found} == {SAME}


def test_a_measure_that_comes_to_another_number_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "store")
    monkeypatch.setenv("FACTOR_OF_THE_TEST", "2")
    verdicts = [each.verdict for each in verify(Store(tmp_path / "store"), 20)]
    assert verdicts.count(DIFFERENT) == 6


def test_a_measure_that_is_gone_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path / "store")
    monkeypatch.setattr(measured_run, "_measures", dict)
    found = verify(Store(tmp_path / "store"), 20)
    assert {each.verdict for each in found} == {UNKNOWN}
    assert any("no measure is called 'p98 level' here" in each.message for each in found)


def test_a_list_says_what_each_measure_is(tmp_path: Path) -> None:
    keep(tmp_path / "store")
    kept = sorted(str(each["kept"]) for each in contents(tmp_path / "store").rows)
    assert kept == [
        "validate: p98 less the mean",
        "validate: p98 level",
        "validate: p98 level without what could impose it",
    ]


def test_every_measure_of_the_ledger_is_found_by_its_recipe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    measures = measured_run._measures()
    assert len(measures) > 90
    for name, measure in measures.items():
        setting = Setting("shock", "buyers_standard", "cost", 3000.0)
        ablation = Ablation("why", {"learning": 0.0}, at_base=True, settings=(setting,))
        before = Measurement(name, measure, 5_000, ablation, settings=(setting,))
        recipe = json.loads(json.dumps(recipe_of(before)))
        assert built(recipe).fingerprint() == before.fingerprint()


def test_a_quiet_run_is_of_the_cluster_whose_numbers_it_had() -> None:
    quiet = Quiet("torreon_jeans")
    recipe = recipe_of(Measurement(quiet.name(1_000), quiet, 1_000))
    assert built(json.loads(json.dumps(recipe))).measure == quiet
    assert measured_run.words(recipe) == "validate: quiet run of torreon_jeans"
    recipe["kept"]["name"] = "quiet of other numbers"
    with pytest.raises(ValueError, match="torreon_jeans has other numbers now"):
        built(recipe)
    with pytest.raises(ValueError, match="cannot be read any more"):
        built({**recipe, "cluster": "./gone"})


def test_the_runs_of_one_seed_are_those_of_many() -> None:
    measurement = Measurement("p98 less the mean", less_mean, 5_000, among=(1, 2, 6))
    assert run_measurement(measurement, 6).values.ravel().tolist() == [3.0]
