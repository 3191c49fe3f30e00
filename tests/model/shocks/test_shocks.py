"""The schemas of the shocks: ranges, and that every kind and every field says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from poverty_nodes.model import shocks
from poverty_nodes.model.population import codes
from poverty_nodes.model.shocks import REGISTRY, GovernanceChange, Shock

SIZES: dict[str, dict[str, object]] = {
    "demand_slump": {"orders_lost": 0.25, "home_lost": 0.1, "duration": 12},
    "rival_entry": {"price_fall": 0.2, "ramp": 24},
    "currency_crisis": {"rate": 1.5, "home_lost": 0.1},
    "input_price": {"price": 1.5},
    "buyers_standard": {"level": 0.6, "notice": 12, "cost": 10_000},
    "closure_order": {"level": 0.6, "notice": 3, "cost": 30_000},
    "child_labour_agreement": {"child_share": 0.14, "withdrawn": 0.9, "homework_moved": 0.8},
    "pandemic": {"work_lost": 0.9, "orders_lost": 0.5, "home_lost": 0.5},
    "flood": {"capital_lost": 0.1, "work_lost": 0.5},
    "buyer_leaves": {},
    "governance_change": {"becomes": "captive", "markdown": 0.1},
}
KINDS = [*REGISTRY]


def shock(name: str, **changes: object) -> Shock:
    return REGISTRY[name].model_validate(SIZES[name] | changes)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("demand_slump", "orders_lost", 1.0),
        ("demand_slump", "orders_lost", -0.1),
        ("demand_slump", "orders_lost", "0.2"),
        ("demand_slump", "orders_lost", float("nan")),
        ("demand_slump", "home_lost", 2),
        ("demand_slump", "start", 0),
        ("demand_slump", "start", 601),
        ("demand_slump", "duration", 0),
        ("demand_slump", "recovery", -1),
        ("demand_slump", "place", "village"),
        ("rival_entry", "price_fall", 1.5),
        ("rival_entry", "ramp", -1),
        ("currency_crisis", "rate", 0.0),
        ("currency_crisis", "rate", float("inf")),
        ("input_price", "price", 6),
        ("buyers_standard", "level", 1.1),
        ("buyers_standard", "notice", -1),
        ("buyers_standard", "cost", -1),
        ("buyers_standard", "ramp", 3),
        ("buyers_standard", "buyer", 1),
        ("closure_order", "level", -1),
        ("child_labour_agreement", "child_share", 1.1),
        ("child_labour_agreement", "homework_moved", -0.1),
        ("pandemic", "work_lost", 1),
        ("flood", "capital_lost", 1),
        ("flood", "capital_lsot", 0.1),
        ("buyer_leaves", "buyer", "all"),
        ("governance_change", "becomes", "friendly"),
        ("governance_change", "markdown", 0.6),
        ("governance_change", "orders", 0.1),
    ],
)
def test_a_wrong_size_is_refused(name: str, key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        shock(name, **{key: value})


@pytest.mark.parametrize("name", [name for name in KINDS if REGISTRY[name] is not GovernanceChange])
def test_a_shock_must_say_its_size(name: str) -> None:
    needed = [key for key, field in REGISTRY[name].model_fields.items() if field.is_required()]
    for missing in needed:
        with pytest.raises(ValidationError, match="Field required"):
            REGISTRY[name].model_validate({k: v for k, v in SIZES[name].items() if k != missing})


def test_a_shock_cannot_have_both_an_end_and_a_duration() -> None:
    with pytest.raises(ValidationError, match="both an end and a duration"):
        shock("input_price", end=20, duration=3)


def test_a_shock_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValidationError, match="end 3 comes before start 12"):
        shock("input_price", end=3)


def test_a_shock_cannot_be_changed_once_made() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        shock("input_price").price = 3.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_and_every_field_says_what_it_is(name: str) -> None:
    kind = REGISTRY[name]
    assert kind.source
    assert kind.happens
    assert kind.__doc__
    assert kind.__doc__.splitlines()[0].endswith(".")
    assert [key for key, field in kind.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("name", KINDS)
def test_every_number_has_a_unit(name: str) -> None:
    for key, field in REGISTRY[name].model_json_schema()["properties"].items():
        options = field.get("anyOf", [field])
        numbers = [each for each in options if each.get("type") in ("number", "integer")]
        assert all("unit" in each for each in numbers), key


def test_a_kind_stands_in_the_registry_under_the_name_of_its_file() -> None:
    folder = Path(shocks.__file__).parent
    for name, kind in REGISTRY.items():
        assert kind.name == name
        assert (folder / f"{name}.py").exists()
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "base"}
    assert modules == set(REGISTRY)


def test_a_buyer_becomes_one_of_the_types_of_governance() -> None:
    literal, none = get_args(GovernanceChange.model_fields["becomes"].annotation)
    assert get_args(literal) == codes.GOVERNANCE
    assert none is type(None)


def test_a_place_is_one_of_the_codes_of_the_population() -> None:
    literal, none = get_args(Shock.model_fields["place"].annotation)
    assert get_args(literal) == codes.PLACE
    assert none is type(None)
