"""A scenario that is written down as data can be built again, the same to the last number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from poverty_nodes.experiments.attribution.base_groups_run import Frozen
from poverty_nodes.experiments.attribution.switched_run import Switched
from poverty_nodes.experiments.capabilities.kept_run import Lived
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean, run_lean
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.store.descriptions import Descriptions
from poverty_nodes.experiments.runs.store.recipe import Clusters, built, recipe_of
from poverty_nodes.model.policies import LabourStandards, MicroCredit
from poverty_nodes.model.shocks import BuyerLeaves, DemandSlump
from poverty_nodes.scenarios import Scenario, load_cluster
from poverty_nodes.scenarios.base_month.nearby import Centre

CLUSTER = load_cluster("sialkot_surgical")
PLAIN = Scenario(CLUSTER, months=3, scale=0.02, parameters={"demand_elasticity": 0.9})
FULL = Scenario(
    CLUSTER,
    (
        MicroCredit(start=2, take_up=0.3, amount=500, rate=0.02, months=12),
        LabourStandards(start=1, wage_floor=1.05, home_workers=False),
    ),
    months=24,
    scale=0.02,
    line="national",
    shocks=(DemandSlump(start=3, orders_lost=0.2), BuyerLeaves(start=5, buyer="largest")),
)
ENDS = {"workers.casual_ratio": (0.5, 0.7, 0.9)}
DRAWN = FULL.with_inputs({"workers.casual_ratio": 0.61}, Centre(CLUSTER))
ON_AXES = FULL.with_inputs({"workers.casual_ratio": 0.61}, Centre(CLUSTER, ends=ENDS))
TYPED = PLAIN.with_inputs({"workers.regular_wage": 5000.0, "firms.total": 300.0})
ALL = [PLAIN, FULL, DRAWN, ON_AXES, TYPED, Lean(DRAWN, ("all", "gender=female")), Frozen(FULL)]


@pytest.mark.parametrize("scenario", [*ALL, Switched(FULL, ("wages",)), Lived(FULL, ("contract",))])
def test_what_is_built_again_has_the_same_fingerprint(scenario: Scenario) -> None:
    clusters = Clusters()
    text = json.dumps(recipe_of(scenario, clusters))
    again, _ = built(json.loads(text), Clusters(clusters.texts))
    assert again.fingerprint() == scenario.fingerprint()
    assert type(again) is type(scenario)


def test_the_function_that_makes_the_run_comes_with_it() -> None:
    clusters = Clusters()
    made = [built(recipe_of(each, clusters) or {}, clusters)[1] for each in (PLAIN, ALL[5])]
    assert made == [run_one, run_lean]


def test_a_cluster_is_kept_once_and_its_draws_as_differences() -> None:
    clusters = Clusters()
    sizes = [len(json.dumps(recipe_of(each, clusters))) for each in ALL]
    assert len(clusters.texts) == 1
    assert max(sizes) < 10_000


def test_nothing_but_what_is_known_by_name_is_described_or_built() -> None:
    assert recipe_of(object(), Clusters()) is None
    with pytest.raises(KeyError):
        built({"kind": "os.system"}, Clusters())


def test_each_scenario_is_written_once_and_read_back(tmp_path: Path) -> None:
    both = {each.fingerprint(): each for each in (PLAIN, FULL)}
    first = Descriptions(tmp_path, "v" * 64)
    first.add(both)
    first.add(both)
    Descriptions(tmp_path, "v" * 64).add(both | {DRAWN.fingerprint(): DRAWN})
    assert len(list(tmp_path.iterdir())) == 2
    recipes, clusters = Descriptions(tmp_path, "v" * 64).read()
    assert {built(each, clusters)[0].fingerprint() for each in recipes.values()} == set(recipes)
    assert Descriptions(tmp_path, "w" * 64).read()[0] == {}
