"""The schemas of the policies: ranges, neutral defaults, and that every field says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from poverty_nodes.experiments.question.composition import default_terms
from poverty_nodes.model import policies
from poverty_nodes.model.policies import BUILT_IN, LabourStandards, MicroCredit, Policy, Target
from poverty_nodes.model.population import codes

CREDIT: dict[str, object] = {"amount": 500, "rate": 0.02, "months": 12}
STANDARDS: dict[str, object] = {"wage_floor": 1.05, "home_workers": True}
SHARED = {
    *("start", "end", "ramp", "budget", "unit_cost", "fixed_cost"),
    *("payer", "target", "take_up", "capacity", "leakage"),
}


@pytest.mark.parametrize(
    ("policy", "given", "key", "value"),
    [
        (MicroCredit, CREDIT, "take_up", 1.01),
        (MicroCredit, CREDIT, "take_up", "0.2"),
        (MicroCredit, CREDIT, "take_up", float("nan")),
        (MicroCredit, CREDIT, "budget", -1),
        (MicroCredit, CREDIT, "budget", float("inf")),
        (MicroCredit, CREDIT, "amount", -500),
        (MicroCredit, CREDIT, "rate", 0.3),
        (MicroCredit, CREDIT, "months", 0),
        (MicroCredit, CREDIT, "grace", -1),
        (MicroCredit, CREDIT, "consumed_share", 2),
        (MicroCredit, CREDIT, "capacity", 1.5),
        (MicroCredit, CREDIT, "start", 0),
        (MicroCredit, CREDIT, "end", 11),
        (MicroCredit, CREDIT, "payer", "bank"),
        (MicroCredit, CREDIT, "amuont", 500),
        (MicroCredit, CREDIT, "target", {"gendr": "female"}),
        (MicroCredit, CREDIT, "target", {"min_workers": 5, "max_workers": 4}),
        (LabourStandards, STANDARDS, "wage_floor", -0.1),
        (LabourStandards, STANDARDS, "wage_floor", 3.1),
        (LabourStandards, STANDARDS, "contribution_rate", 1.1),
        (LabourStandards, STANDARDS, "enforcement_formal", 1.1),
        (LabourStandards, STANDARDS, "home_workers", "yes"),
        (LabourStandards, STANDARDS, "min_workers", -1),
        (LabourStandards, STANDARDS, "penalty", -1),
    ],
)
def test_a_wrong_term_is_refused(
    policy: type[Policy], given: dict[str, object], key: str, value: object
) -> None:
    with pytest.raises(ValidationError):
        policy.model_validate(given | {key: value})


@pytest.mark.parametrize("missing", ["amount", "rate", "months"])
def test_a_loan_must_say_its_amount_rate_and_term(missing: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        MicroCredit.model_validate({key: CREDIT[key] for key in CREDIT if key != missing})


@pytest.mark.parametrize("missing", ["wage_floor", "home_workers"])
def test_a_standard_must_say_its_floor_and_whether_home_workers_count(missing: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        LabourStandards.model_validate({key: STANDARDS[key] for key in STANDARDS if key != missing})


def test_what_is_not_said_restricts_nothing_but_the_place() -> None:
    policy = MicroCredit.model_validate(CREDIT)
    assert policy.target == Target(place="cluster")
    assert (policy.start, policy.end, policy.ramp) == (12, None, 0)
    assert (policy.budget, policy.capacity, policy.leakage) == (None, None, 0.0)


def test_a_policy_cannot_be_changed_once_made() -> None:
    policy = MicroCredit.model_validate(CREDIT)
    with pytest.raises(ValidationError, match="frozen"):
        policy.take_up = 0.5


@pytest.mark.parametrize(
    ("field", "labels"),
    [
        ("place", codes.PLACE),
        ("gender", codes.GENDER),
        ("social_group", codes.SOCIAL_GROUP),
        ("tier", codes.TIER[1:]),
    ],
)
def test_a_target_names_the_codes_of_the_population(field: str, labels: tuple[str, ...]) -> None:
    literal, none = get_args(Target.model_fields[field].annotation)
    assert get_args(literal) == labels
    assert none is type(None)


@pytest.mark.parametrize("policy", BUILT_IN.values())
def test_every_policy_has_the_shared_fields(policy: type[Policy]) -> None:
    assert set(policy.model_fields) >= SHARED


@pytest.mark.parametrize("policy", BUILT_IN.values())
def test_every_policy_and_every_field_says_what_it_is(policy: type[Policy]) -> None:
    assert policy.source
    assert policy.unit
    assert policy.__doc__
    assert policy.__doc__.splitlines()[0].endswith(".")
    fields = {**policy.model_fields, **Target.model_fields}
    assert [name for name, field in fields.items() if not field.description] == []


@pytest.mark.parametrize("policy", BUILT_IN.values())
def test_every_amount_and_share_has_a_unit(policy: type[Policy]) -> None:
    schema = policy.model_json_schema()
    for name, field in schema["properties"].items():
        options = field.get("anyOf", [field])
        numbers = [each for each in options if each.get("type") in ("number", "integer")]
        assert all("unit" in each for each in numbers), name


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_a_policy_is_worth_can_change_over_its_months(name: str) -> None:
    value = BUILT_IN[name].value
    for term in value if isinstance(value, tuple) else (value,):
        path = BUILT_IN[name].model_validate(
            {**default_terms(name), "start": 5, term: {1: 0.0, 7: 0.1}}
        )
        assert [getattr(path.at(month), term) for month in (5, 10, 11)] == [0.0, 0.0, 0.1]


def test_a_policy_stands_in_the_registry_under_the_name_of_its_file() -> None:
    folder = Path(policies.__file__).parent
    for name, policy in BUILT_IN.items():
        assert policy.name == name
        assert (folder / f"{name}.py").exists()


def test_a_misspelt_term_is_told_in_words_with_the_nearest() -> None:
    with pytest.raises(ValidationError) as caught:
        MicroCredit(amout=5, rate=0.1, months=12)
    text = str(caught.value)
    assert "MicroCredit has no such term; did you mean 'amount'?" in text
    assert "Field required: it has no default" in text
    assert "pydantic" not in text
