"""Our `batch_run` gives the rows of Mesa's, from the store."""

from __future__ import annotations

from pathlib import Path

import mesa
import pytest

from poverty_nodes.experiments import batch_run
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.verify import SAME, verify
from poverty_nodes.model import ClusterModel
from poverty_nodes.scenarios import Scenario, load_cluster

SHORT = Scenario(load_cluster("sialkot_surgical"), months=3, scale=0.02)
OTHER = Scenario(SHORT.cluster, months=5, scale=0.02, line="8.30")


@pytest.mark.parametrize(
    ("parameters", "more"),
    [
        ({"scenario": [SHORT, OTHER], "seed": range(2)}, {"max_steps": 3}),
        ({"scenario": SHORT, "seed": 4}, {"data_collection_period": 1, "max_steps": 1}),
        ({"seed": [1, 2], "scenario": [SHORT]}, {"data_collection_period": 2, "iterations": 2}),
        ({"scenario": [SHORT]}, {}),
        ({"scenario": SHORT, "rng": [3]}, {"max_steps": 2}),
    ],
)
def test_the_rows_are_those_of_mesa(parameters: dict, more: dict, tmp_path: Path) -> None:
    theirs = mesa.batch_run(ClusterModel, parameters, display_progress=False, **more)
    ours = batch_run(ClusterModel, parameters, display_progress=False, store=tmp_path, **more)
    assert ours == theirs
    assert [list(row) for row in ours] == [list(row) for row in theirs]


def test_what_was_run_is_found_again_and_can_be_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"scenario": [SHORT], "seed": range(3)}
    first = batch_run(ClusterModel, asked, display_progress=False, store=tmp_path)
    assert [each.verdict for each in verify(Store(tmp_path), 2)] == [SAME] * 2
    monkeypatch.setattr(
        "poverty_nodes.experiments.runs.mesa_batch.run_collected", None
    )  # nobody asks for it again
    assert batch_run(ClusterModel, asked, display_progress=False, store=tmp_path) == first


class Mine(ClusterModel):
    """Rules of one's own, which are in no version of the model."""


@pytest.mark.parametrize(
    ("model", "parameters", "words"),
    [
        (Mine, {"scenario": SHORT}, "not those of Mine; mesa.batch_run takes it"),
        (ClusterModel, {"scenario": SHORT, "model_reporters": [{}]}, "by model_reporters; mesa"),
        (ClusterModel, {"seed": [1]}, "needs a scenario"),
    ],
)
def test_what_the_store_cannot_know_is_refused(
    model: type[ClusterModel], parameters: dict, words: str
) -> None:
    with pytest.raises(TypeError, match=words):
        batch_run(model, parameters, store=None)


def test_an_empty_list_is_refused_as_mesa_refuses_it() -> None:
    with pytest.raises(ValueError, match="'seed' has no value"):
        batch_run(ClusterModel, {"scenario": SHORT, "seed": []}, store=None)


def test_a_text_is_no_scenario_and_that_is_said_in_words() -> None:
    with pytest.raises(TypeError, match=r"Scenario\(cluster=load_cluster\('sialkot_surgical'\)\)"):
        batch_run(ClusterModel, {"scenario": "sialkot_surgical"}, store=None)
