"""Other studies of the same question: which are tried."""

from __future__ import annotations

from poverty_nodes.experiments.evaluation.diagnosis.designs import (
    at_follow_up,
    cost_of,
    designs_of,
    follow_ups,
)
from poverty_nodes.experiments.evaluation.study.study import Cost, Study


def test_earlier_last_waves_lie_between_the_opening_and_the_last() -> None:
    assert follow_ups(Study(waves=(0, 36)), opens=12) == [18, 24, 30]
    assert follow_ups(Study(waves=(0, 120)), opens=12)[0] == 18
    assert len(follow_ups(Study(waves=(0, 120)), opens=12)) == 4
    assert follow_ups(Study(waves=(0, 12)), opens=12) == []


def test_a_study_that_ends_earlier_has_the_waves_that_came_before() -> None:
    design = at_follow_up(Study(waves=(0, 12, 36)), 24)
    assert (design.study.waves, design.study.last, design.is_curve) == ((0, 12, 24), 24, True)


def test_fewer_comparators_are_the_best_ones() -> None:
    names = ("dispersed", "agra_footwear", "palar_leather")
    ranked = ["palar_leather", "dispersed", "agra_footwear"]
    found = designs_of(Study(comparators=names), False, ranked)
    fewer = [each.study for each in found if each.name == "comparators"]
    assert [each.comparators for each in fewer] == [
        ("palar_leather",),
        ("palar_leather", "dispersed"),
    ]
    assert fewer[0].methods[0] == "difference_in_differences"
    assert fewer[1].methods[0] == "differences_over_places"


def test_a_study_costs_each_unit_and_person_in_each_wave() -> None:
    study = Study(waves=(0, 12, 24), cost=Cost(fixed=1000.0, unit=10.0, person=1.0))
    assert cost_of(study, units=20, persons=50) == 1000 + 3 * (200 + 50)
