"""Scenarios made in Python are swept and analysed as objects, the same way as words of the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from poverty_nodes.experiments.question.composition import default_terms
from poverty_nodes.experiments.sensitivities.about_scenario import sensitivity_of
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.experiments.sweeps.scenarios import sweep_of
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.shocks.flood import Flood
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import with_inputs
from poverty_nodes.scenarios.scenario import Scenario

RATES = (0.1, 0.3)
CREDIT = MicroCredit.model_validate(default_terms("micro_credit"))
FLOOD = Flood.model_validate(
    {key: each for key, each in default_terms("flood", "shock").items() if key != "kind"}
)
AMOUNT = "policy.micro_credit.amount"


@pytest.fixture(scope="module")
def town() -> Scenario:
    """A cluster whose numbers are under no name, with a shock and a parameter of its own."""
    own = with_inputs(load_cluster("torreon_jeans"), {"households.size": 5.0})
    return Scenario(
        own, (CREDIT.model_copy(update={'start': 2}),), months=3, scale=0.01, window=2, shocks=(FLOOD,),
        parameters={"demand_elasticity": 1.5},
    )  # fmt: skip


def with_rate(town: Scenario, rate: float) -> Scenario:
    return replace(town, policies=(CREDIT.model_copy(update={"take_up": rate}),))


def test_each_point_runs_the_very_scenario_that_was_given(town: Scenario) -> None:
    given = {rate: with_rate(town, rate) for rate in RATES}
    swept = sweep_of(given, {"seeds": 2, "outcomes": ["P0"], "store": Path("runs")})
    assert [each.values for each in swept.points] == [{"scenario": rate} for rate in RATES]
    for point, scenario in zip(swept.points, given.values(), strict=True):
        arms = point.question.to_scenarios()
        assert arms["with"].fingerprint() == scenario.fingerprint()
        assert arms["without"].fingerprint() == replace(scenario, policies=()).fingerprint()
    assert (swept.first.seeds, swept.first.outcomes, swept.first.store) == (2, ("P0",), "runs")


def test_a_list_is_numbered_and_what_is_not_said_means_what_it_means_in_words() -> None:
    scenario = Scenario(load_cluster("torreon_jeans"), (CREDIT,), months=3, scale=0.01, window=2)
    of_objects = sweep_of([scenario, with_rate(scenario, 0.3)], {}).first
    words = (
        "cluster=torreon_jeans",
        "policy=[micro_credit]",
        "scale=0.01",
        "window=2",
        "months=3,4",
    )
    of_words = ask_sweep(words).first
    same = {"seeds", "first_seed", "outcomes", "store", "groups", "draws", "line", "cluster"}
    assert of_objects.model_dump(include=same) == of_words.model_dump(include=same)


def test_an_analysis_of_objects_is_that_of_words() -> None:
    scenario = Scenario(load_cluster("torreon_jeans"), (CREDIT,), months=3, scale=0.01, window=2)
    keys = {"method": "morris", "n": 4, "vary": ["workers.casual_ratio"], "outcomes": ["P0"]}
    of_objects = sensitivity_of(scenario, {AMOUNT: (200, 1000)}, keys)
    of_words = ask_sensitivity(
        ["cluster=torreon_jeans", "policy=[micro_credit]", "scale=0.01", "window=2", "months=3", "outcomes=[P0]",
         "method=morris", "n=4", "vary=[workers.casual_ratio]", f"{AMOUNT}=[200,1000]"]
    )  # fmt: skip
    assert of_objects.factors == of_words.factors
    assert of_objects.asked == of_words.asked


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"seeds": 0}, "Python: seeds: 0 is below"),
        ({"seds": 3}, "did you mean 'seeds'?"),
        ({"outcomes": ["P00"]}, "did you mean 'P0'?"),
        ({"months": 3}, "is what the scenario says"),
    ],
)
def test_what_is_wrong_with_keys_is_said_in_words(
    town: Scenario, keys: dict[str, object], said: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        sweep_of([town], keys)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("between", "keys", "said"),
    [
        ({AMOUNT: (3, 2)}, {}, f"Python: {AMOUNT}: [3,2] is no range"),
        ({}, {"method": "soboll"}, "did you mean 'sobol'?"),
        ({}, {"vary": ["nothing.*"]}, "Python: vary"),
        ({"months": (2, 3)}, {}, "cannot be a factor"),
    ],
)
def test_what_is_wrong_with_an_analysis_is_said_in_words(
    town: Scenario, between: dict[str, tuple[object, ...]], keys: dict[str, object], said: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        sensitivity_of(town, between, keys)
    assert said in str(caught.value)


def test_an_end_that_a_term_does_not_take_is_told_before_anything_runs(town: Scenario) -> None:
    with pytest.raises(QuestionError, match="2 is above the largest accepted value 1"):
        sensitivity_of(town, {"policy.micro_credit.take_up": (0.5, 2)}, {})
