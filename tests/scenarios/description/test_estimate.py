"""The rules of a number: kinds, sources, ranges, units, notes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from poverty_nodes.scenarios.description import quantities
from poverty_nodes.scenarios.description.estimate import KINDS, UNITS, Estimate
from poverty_nodes.scenarios.description.quantities import Ratio, Share
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic

GOOD: Mapping[str, object] = {
    "value": 0.5,
    "low": 0.3,
    "high": 0.7,
    "unit": "share",
    "year": 2011,
    "kind": "measured",
    "source": "nadvi1999",
}


def problems_of(model: type[Estimate] = Share, /, **changes: object) -> list[Problem]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**GOOD, **changes})
    return from_pydantic(caught.value, "x.yaml", model)


def only(model: type[Estimate] = Share, /, **changes: object) -> Problem:
    (problem,) = problems_of(model, **changes)
    return problem


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"low": 0.5},
        {"high": 0.5},
        {"value": 1, "high": 1, "low": 0},
        {"kind": "derived", "note": "250 / 500 = 0.5"},
        {"kind": "assumed", "note": "a judgement", "source": "assumed"},
        {"kind": "assumed", "note": "recalled from Nadvi 1999, not re-read"},
        {"source": "nadvi1999, bhutta2006"},
    ],
)
def test_a_number_in_order_is_accepted(changes: dict[str, object]) -> None:
    assert Share.model_validate({**GOOD, **changes}).high <= 1


def test_the_sources_of_a_number_are_listed_apart() -> None:
    both = Share.model_validate({**GOOD, "source": "nadvi1999, bhutta2006"})
    none = Share.model_validate({**GOOD, "kind": "assumed", "source": "assumed", "note": "why"})
    assert both.sources == ("nadvi1999", "bhutta2006")
    assert none.sources == ()


@pytest.mark.parametrize("key", ["value", "low", "high", "unit", "year", "kind", "source"])
def test_a_missing_part_is_refused_by_name(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Share.model_validate({name: part for name, part in GOOD.items() if name != key})
    wheres = [p.where for p in from_pydantic(caught.value, "x.yaml", Share)]
    assert wheres == [f"x.yaml: {key}"]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"low": 0.6}, "low"),
        ({"high": 0.4}, "high"),
        ({"low": 0.5, "high": 0.5}, "high"),
        ({"kind": "assumed", "note": "why", "low": 0.5}, "low"),
        ({"kind": "assumed", "note": "why", "high": 0.5}, "high"),
    ],
)
def test_a_range_that_does_not_hold_its_value_is_refused(
    changes: dict[str, object], where: str
) -> None:
    assert only(**changes).where == f"x.yaml: {where}"


@pytest.mark.parametrize(
    "ends", [{"value": 0.0, "low": 0.0, "high": 0.1}, {"value": 1.0, "low": 0.9, "high": 1.0}]
)
def test_nothing_and_all_there_is_can_be_assumed_too(ends: dict[str, float]) -> None:
    """A town without subcontractors has a share of them of 0, and below that there is no room."""
    assumed = {
        **GOOD,
        "kind": "assumed",
        "source": "assumed",
        "note": "nobody puts work out",
        **ends,
    }
    assert Share.model_validate(assumed).value == ends["value"]


@pytest.mark.parametrize("kind", ["measured", "derived"])
def test_what_is_not_assumed_needs_a_source(kind: str) -> None:
    problem = only(kind=kind, source="assumed", note="1 / 2 = 0.5")
    assert problem.where == "x.yaml: source"
    assert kind in problem.message


@pytest.mark.parametrize("kind", ["derived", "assumed"])
@pytest.mark.parametrize("note", ["", "  "])
def test_what_is_not_measured_needs_a_note(kind: str, note: str) -> None:
    assert only(kind=kind, note=note).where == "x.yaml: note"


def test_an_empty_source_is_refused() -> None:
    assert only(source="").where == "x.yaml: source"
    assert only(source="nadvi1999,").where == "x.yaml: source"


def test_a_wrong_unit_is_refused_with_the_accepted_one() -> None:
    problem = only(unit="percent")
    assert problem.where == "x.yaml: unit"
    assert problem.accepted == "'share'"


def test_a_unit_of_another_quantity_is_refused() -> None:
    assert only(Ratio, unit="share").accepted == "'ratio'"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1.2, -0.1])
def test_a_value_outside_its_quantity_is_refused(value: float) -> None:
    assert "x.yaml: value" in {problem.where for problem in problems_of(value=value)}


@pytest.mark.parametrize("value", ["0.5", True, None])
def test_what_is_not_a_number_is_refused(value: object) -> None:
    assert only(value=value).message.endswith("is not a number")


def test_an_unknown_kind_gets_the_nearest() -> None:
    assert only(kind="measurd").nearest == "measured"


def test_an_unknown_key_gets_the_nearest() -> None:
    assert only(sorce="x").nearest == "source"


def test_all_broken_rules_are_told_at_once() -> None:
    problems = problems_of(low=0.9, unit="percent", source="", year=1, kind="derived")
    assert {p.where.removeprefix("x.yaml: ") for p in problems} == {
        *("low", "unit", "source", "year", "note")
    }


def test_every_quantity_accepts_units_of_the_closed_list_only() -> None:
    kinds = [q for q in vars(quantities).values() if isinstance(q, type)]
    found = {q for q in kinds if issubclass(q, Estimate) and q is not Estimate}
    assert len(found) >= 14
    for quantity in found:
        assert quantity.units
        assert set(quantity.units) <= set(UNITS)
        assert quantity.least < quantity.most
    assert {unit for quantity in found for unit in quantity.units} == set(UNITS)


def test_the_kinds_are_the_three_of_the_provenance() -> None:
    assert KINDS == ("measured", "derived", "assumed")
