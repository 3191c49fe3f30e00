"""Registrations ask what can be asked: ranges that are the cluster's own, rivals for every statistic."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.catalogue import load_cluster


@pytest.fixture(params=PATTERNS, ids=lambda each: each.id)
def pattern(request: pytest.FixtureRequest) -> Pattern:
    found: Pattern = request.param
    return found


def test_a_range_of_a_description_is_the_cluster_s_own(pattern: Pattern) -> None:
    for reach in pattern.over:
        if reach.kind == "description":
            own = dict(load_cluster(reach.of).estimates())[reach.key]
            assert (reach.low, reach.high) == (own.low, own.high), reach


def test_every_rival_says_something_of_every_statistic(pattern: Pattern) -> None:
    assert pattern.rivals
    assert all(len(each.values) == len(pattern.statistics) for each in pattern.rivals)


def test_what_is_taken_away_are_parameters_that_there_are(pattern: Pattern) -> None:
    assert set(pattern.ablation.parameters) <= {each.name for each in PARAMETERS}


def test_a_pattern_that_nothing_is_taken_from_is_put_in_by_its_description(
    pattern: Pattern,
) -> None:
    ablation = pattern.ablation
    assert ablation.takes_away != ablation.description
    assert not ablation.takes_away or any(each.null is not None for each in pattern.statistics)
