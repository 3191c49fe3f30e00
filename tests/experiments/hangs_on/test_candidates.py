"""Which numbers are tried: those of the screening that the question does not know, each at values that differ."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.hangs_on.candidates import (
    CANDIDATES,
    NEUTRAL_VALUE,
    candidates,
    ranked,
    screening,
)
from poverty_nodes.experiments.hangs_on.neutral import NEUTRAL
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.model.policies import BUILT_IN
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.inputs import inputs_of


@pytest.fixture(scope="module")
def known():
    return inputs_of(load_cluster("sialkot_surgical"))


def test_every_neutral_value_is_of_a_number_of_the_model() -> None:
    assert set(NEUTRAL) <= {each.name for each in PARAMETERS}


def test_the_neutral_values_are_those_at_which_patterns_are_judged_again() -> None:
    ablated = {
        name: value
        for pattern in PATTERNS
        if pattern.ablation
        for name, value in pattern.ablation.parameters.items()
    }
    told = {name: value for name, value in ablated.items() if name in NEUTRAL}
    assert len(told) > 20
    assert {name: NEUTRAL[name].value for name in told} == told


def test_the_screening_names_policies_and_inputs_that_exist(known) -> None:
    table = screening()
    assert set(table["policy"]) <= set(BUILT_IN)
    assert set(table["input"]) <= set(known)
    assert (table["points"] > 0).all()


def test_the_number_that_turns_the_default_answer_is_among_those_tried(known) -> None:
    tried = candidates(["micro_credit", "labour_standards"], known)
    assert 0 < len(tried) <= CANDIDATES
    power = {each.number.name: each for each in tried}["parameters.monopsony_markdown"]
    assert power.values[NEUTRAL_VALUE] == 0.0
    assert power.clause_at(0.0) == "employers had no power over pay"
    assert power.clause_at(0.15) == ""


def test_each_number_is_tried_at_values_that_differ_from_its_own_and_one_another(known) -> None:
    for each in candidates(list(BUILT_IN), known):
        values = list(each.values.values())
        assert len(set(values)) == len(values) >= 1
        assert each.number.value not in values


def test_a_number_that_is_known_is_not_tried(known) -> None:
    rest = {name: each for name, each in known.items() if "monopsony" not in name}
    names = [each.number.name for each in candidates(["labour_standards"], rest)]
    assert "parameters.monopsony_markdown" not in names


def test_a_policy_that_was_not_screened_is_taken_for_a_mixture_of_all(known) -> None:
    assert ranked(["one_of_my_own"], known) == ranked(sorted(set(screening()["policy"])), known)
