"""Archetypes as data, and which of them a cluster is likest to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from poverty_nodes.scenarios.archetypes import Archetype, Span, archetypes, closest, likenesses
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster

ends = st.floats(-10, 10, allow_nan=False)


def test_the_five_of_the_issue_are_there_with_source_and_place() -> None:
    known = archetypes()
    assert set(known) == {
        "rural_incipient",
        "urban_informal",
        "growing_sme",
        "mature_export",
        "declining",
    }
    for each in known.values():
        assert each.where
        assert "nadvi_barrientos2004" in each.source


@pytest.mark.parametrize("identifier", cluster_ids())
def test_likeness_is_a_share_inside_its_range_for_every_archetype(identifier: str) -> None:
    found = likenesses(load_cluster(identifier))
    assert {each.archetype for each in found} == set(archetypes())
    for each in found:
        assert 0.0 <= each.low <= each.value <= each.high <= 1.0
        assert (each.value == 1.0) == (not each.unmet)
    assert [each.value for each in found] == sorted((each.value for each in found), reverse=True)


def test_each_archetype_has_a_real_cluster() -> None:
    assert {closest(load_cluster(name)).archetype for name in cluster_ids()} == set(archetypes())


def test_a_cluster_without_facts_is_read_by_its_numbers_and_phase() -> None:
    known = load_cluster("central_java_rooftiles")
    plain = known.model_copy(update={"features": None})
    assert closest(plain).archetype == "rural_incipient"


@given(least=ends, most=ends, low=ends, high=ends)
def test_what_a_span_covers_it_also_meets(
    least: float, most: float, low: float, high: float
) -> None:
    span = Span(least=least, most=most)
    low, high = min(low, high), max(low, high)
    if span.covers(low, high) and least <= most:
        assert span.meets(low, high)
        assert span.holds((low + high) / 2)


def test_a_range_of_a_feature_that_no_rule_gives_is_refused() -> None:
    raw = archetypes()["declining"].model_dump()
    raw["features"] = {
        "phase": ["declining"],
        "setting": ["urban"],
        "joint_action": ["none"],
        "shoe_size": {"least": 40.0},
    }
    with pytest.raises(ValidationError, match="no rule gives shoe_size"):
        Archetype.model_validate(raw)
