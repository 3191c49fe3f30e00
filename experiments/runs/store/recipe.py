"""What a run was of, as data: enough to build its scenario again and to make the run once more.

Only names from a fixed table and numbers are kept, so that a store from elsewhere is data and never code. A cluster is
kept once, and of its drawn versions only the numbers that differ.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from hashlib import sha256
from importlib import import_module
from typing import Any, cast

from poverty_nodes.experiments.runs.key import Fingerprinted
from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS, MEASURED
from poverty_nodes.experiments.runs.outcome import RunFunction
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import REGISTRY as POLICIES
from poverty_nodes.model.shocks import REGISTRY as SHOCKS
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.code.closure import reached_here
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.inputs.coherent import replaced
from poverty_nodes.scenarios.scenario import Scenario

Recipe = dict[str, Any]


class Clusters:
    """Descriptions of clusters by a hash of all that they say; drawn ones as differences."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        """Start with those that are known, as JSON."""
        self.texts = dict(texts or {})
        self._whole: dict[str, ClusterDescription] = {}
        self._estimates: dict[str, dict[str, Estimate]] = {}
        self._names: dict[int, Recipe] = {}  # by identity: the caller keeps them alive

    def put(self, cluster: ClusterDescription) -> Recipe:
        """Keep a description and return how to find it."""
        if id(cluster) not in self._names:
            self._names[id(cluster)] = self._moved(cluster) or self._new(cluster)
        return self._names[id(cluster)]

    def get(self, recipe: Recipe) -> ClusterDescription:
        """Build a description; KeyError if it was not kept."""
        name = recipe["cluster"]
        if name not in self._whole:
            self._whole[name] = ClusterDescription.model_validate_json(self.texts[name])
        return replaced(self._whole[name], "", recipe["numbers"])

    def _moved(self, cluster: ClusterDescription) -> Recipe | None:
        """A description that differs from one that is kept in numbers only."""
        estimates = dict(cluster.estimates())
        for name, whole in self._whole.items():
            before = self._estimates[name]
            if whole.cluster == cluster.cluster and before.keys() == estimates.keys():
                pairs = [(key, each, before[key]) for key, each in estimates.items()]
                others = [pair for pair in pairs if pair[1] is not pair[2]]
                if all(_same_but_value(one, other) for _, one, other in others):
                    return {"cluster": name, "numbers": {key: one.value for key, one, _ in others}}
        return None

    def _new(self, cluster: ClusterDescription) -> Recipe:
        # A number that a question sets may lie outside the range of its estimate, which no description may have.
        outside = {
            key: each
            for key, each in cluster.estimates()
            if not each.low <= each.value <= each.high
        }
        within = {key: (each.low + each.high) / 2 for key, each in outside.items()}
        whole = replaced(cluster, "", within) if within else cluster
        text = whole.model_dump_json()
        name = sha256(text.encode()).hexdigest()
        self.texts[name], self._whole[name] = text, whole
        self._estimates[name] = dict(whole.estimates())
        return {"cluster": name, "numbers": {key: each.value for key, each in outside.items()}}


def recipe_of(scenario: object, clusters: Clusters) -> Recipe | None:
    """The recipe of what can be run; None if it is of a kind that has none."""
    kind = type(scenario).__name__
    if kind in MEASURED:
        recipe: Recipe = import_module(MEASURED[kind]).recipe_of(scenario)
        return {"kind": kind, **recipe}
    if isinstance(scenario, Scenario) and kind in KINDS:
        return {"kind": kind, "kept": {}, **_scenario_recipe(scenario, clusters)}
    inner = getattr(scenario, "scenario", None)
    if kind not in KINDS or not isinstance(inner, Scenario):
        return None
    kept = {each.name: getattr(scenario, each.name) for each in fields(cast(Any, scenario))[1:]}
    return {"kind": kind, "kept": kept, **_scenario_recipe(inner, clusters)}


def built(recipe: Recipe, clusters: Clusters) -> tuple[Fingerprinted, RunFunction[Any]]:
    """What is run, and the function that runs it; KeyError or ValueError if the recipe makes no sense."""
    if recipe["kind"] in MEASURED:
        there = import_module(MEASURED[recipe["kind"]])
        return there.built(recipe), there.run_measurement
    module, function, _ = KINDS[recipe["kind"]]
    here, scenario = import_module(module), _scenario(recipe, clusters)
    if recipe["kind"] == "Scenario":
        return scenario, getattr(here, function)
    kept = {name: _tuple(value) for name, value in recipe["kept"].items()}
    return getattr(here, recipe["kind"])(scenario, **kept), getattr(here, function)


def _scenario_recipe(scenario: Scenario, clusters: Clusters) -> Recipe:
    centre = scenario.centre
    return {
        "at": clusters.put(scenario.cluster if centre is None else centre.cluster),
        "now": clusters.put(scenario.cluster),
        "policies": [[each.name, each.model_dump(mode="json")] for each in scenario.policies],
        "shocks": [[each.name, each.model_dump(mode="json")] for each in scenario.shocks],
        "parameters": dict(scenario.parameters),
        "centre": centre and {"parameters": dict(centre.parameters), "ends": centre.ends},
        "drawn": dict(scenario.drawn),
        "own": _own_classes(scenario),
        **({} if scenario.model is None else {"model": MONTHS.name_of(scenario.model)}),
        **({"crossings": list(scenario.crossings)} if scenario.crossings else {}),
        **{name: getattr(scenario, name) for name in ("months", "scale", "line", "window")},
    }


def _scenario(recipe: Recipe, clusters: Clusters) -> Scenario:
    centre = recipe["centre"]
    return Scenario(
        cluster=clusters.get(recipe["now"]),
        policies=tuple(_member(POLICIES[name], terms) for name, terms in recipe["policies"]),
        shocks=tuple(_member(SHOCKS[name], terms) for name, terms in recipe["shocks"]),
        parameters=recipe["parameters"],
        centre=centre and _centre(clusters.get(recipe["at"]), centre),
        drawn=recipe["drawn"],
        model=MONTHS[recipe["model"]] if "model" in recipe else None,
        crossings=tuple(recipe.get("crossings", ())),
        **{name: recipe[name] for name in ("months", "scale", "line", "window")},
    )


def _own_classes(scenario: Scenario) -> list[str]:
    """The classes from outside this project, by name: their code is in the address of a run, but is not kept."""
    known = reached_here("poverty_nodes.scenarios.scenario")
    kinds = {
        type(each) for each in (scenario, scenario.cluster, *scenario.policies, *scenario.shocks)
    }
    kinds |= {scenario.order_of_month}
    return sorted(
        f"{each.__module__}.{each.__qualname__}" for each in kinds if each.__module__ not in known
    )


def _centre(cluster: ClusterDescription, terms: Recipe) -> Centre:
    ends = terms["ends"]
    if ends is not None:
        ends = {name: tuple(each) for name, each in ends.items()}
    return Centre(cluster, terms["parameters"], ends)


def _member(schema: Any, terms: Recipe) -> Any:
    return schema.model_validate_json(json.dumps(terms))


def _same_but_value(one: Estimate, other: Estimate) -> bool:
    return {**vars(one), "value": 0.0} == {**vars(other), "value": 0.0}


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
