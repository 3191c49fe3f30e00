"""Who is eligible: conditions over fields of persons, households and firms, reckoned on a few of each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from poverty_nodes.model.policies import Condition, Target
from poverty_nodes.model.policies.delivery.eligibility import conditions_of, eligible
from poverty_nodes.model.policies.delivery.fields import CATALOGUE
from poverty_nodes.model.policies.delivery.tables import Tables
from tests.model.village import (
    CASUAL,
    EXPORTER,
    FEMALE,
    HOMEWORK,
    OWNER,
    SUBCONTRACTOR,
    firms,
    households,
    workers,
)


def town() -> Tables:
    """An exporter with eight workers and a subcontractor with one; three homes of two adults, the last one poor."""
    people = workers(
        {"post": OWNER, "employer": 0, "household": 0},
        {"gender": FEMALE, "household": 0},
        {"post": OWNER, "employer": 1, "gender": FEMALE, "household": 1},
        {"post": CASUAL, "employer": 0, "household": 1},
        {"post": HOMEWORK, "employer": 0, "gender": FEMALE, "household": 2},
        {"household": 2, "place": 1, "age": 600},
    )
    homes = households(
        {"size": 4, "smoothed_income": 800.0, "consumption": 800.0, "savings": 90.0},
        {"size": 4, "smoothed_income": 600.0, "consumption": 600.0},
        {"size": 5, "smoothed_income": 200.0, "consumption": 200.0},
        adults=2,
    )
    producers = firms(
        {"owner": 0, "household": 0, "tier": EXPORTER, "formal": 1, "buyer": 0},
        {"owner": 2, "household": 1, "tier": SUBCONTRACTOR},
    )
    return Tables(producers, people, homes, np.array([[2, 2, 3, 1], [0, 0, 1, 0]], np.int32))


def chosen(kind: str, **target: object) -> list[int]:
    place = {} if "place" in target else {"place": None}
    meant = Target.model_validate({**place, **target})
    return np.flatnonzero(eligible(conditions_of(meant), kind, town())).tolist()


@pytest.mark.parametrize(
    ("kind", "condition", "rows"),
    [
        ("person", {"field": "worker.gender", "is": "female"}, [1, 2, 4]),
        ("person", {"field": "worker.contract", "one_of": ["casual", "homework"]}, [3, 4]),
        ("person", {"field": "worker.post", "is_not": "none"}, [0, 2, 3, 4]),
        ("person", {"field": "worker.age_years", "at_least": 50}, [5]),
        ("person", {"field": "household.income_per_head", "below": 150}, [4, 5]),
        ("person", {"field": "household.income_per_head", "at_least": 150}, [0, 1, 2, 3]),
        ("person", {"field": "household.poor", "is": True}, [4, 5]),
        ("person", {"field": "household.decile", "at_most": 2}, [4, 5]),
        ("person", {"field": "household.savings", "above": 0}, [0, 1]),
        ("person", {"field": "household.members", "above": 4}, [4, 5]),
        ("person", {"field": "firm.workers", "below": 5}, [2]),
        ("person", {"field": "firm.tier", "is": "exporter"}, [0, 3, 4]),
        ("person", {"field": "firm.owner_gender", "is": "female"}, [2]),
        ("firm", {"field": "firm.owner_gender", "is": "female"}, [1]),
        ("firm", {"field": "worker.gender", "is": "female"}, [1]),
        ("firm", {"field": "firm.formal", "is": False}, [1]),
        ("firm", {"field": "firm.exports", "is": True}, [0]),
        ("firm", {"field": "household.income_per_head", "above": 150}, [0]),
        ("household", {"field": "household.children", "at_least": 3}, [2]),
        ("household", {"field": "worker.contract", "is": "homework"}, [2]),
    ],
)
def test_a_condition_reads_the_unit_and_what_belongs_to_it(
    kind: str, condition: dict[str, object], rows: list[int]
) -> None:
    assert chosen(kind, all=[condition]) == rows


def test_a_household_needs_one_adult_who_meets_all_of_it() -> None:
    woman = {"field": "worker.gender", "is": "female"}
    casual = {"field": "worker.contract", "is": "casual"}
    assert chosen("household", all=[woman]) == [0, 1, 2]
    assert chosen("household", all=[casual]) == [1]
    assert chosen("household", all=[woman, casual]) == []


def test_short_keys_and_conditions_hold_together() -> None:
    rich = {"field": "household.poor", "is": False}
    assert chosen("person", gender="female", all=[rich]) == [1, 2]
    assert chosen("person", place="cluster", gender="male") == [0, 3]
    assert chosen("person", formal=True, max_workers=8) == [0, 3, 4]
    assert chosen("person", min_workers=9) == []


def test_any_none_and_all_nest() -> None:
    woman = {"field": "worker.gender", "is": "female"}
    homework = {"field": "worker.contract", "is": "homework"}
    assert chosen("person", any=[homework, {"field": "worker.age_years", "above": 49}]) == [4, 5]
    assert chosen("person", none=[woman]) == [0, 3, 5]
    assert chosen("person", all=[woman, {"none": [homework]}]) == [1, 2]
    assert chosen("person", all=[{"any": [{"all": [woman, homework]}]}]) == [4]


def test_somebody_without_a_firm_meets_no_condition_on_one() -> None:
    for condition in ({"is": "exporter"}, {"is_not": "exporter"}):
        assert 1 not in chosen("person", all=[{"field": "firm.tier", **condition}])


def test_what_a_policy_is_meant_for_holds_whatever_the_target_says() -> None:
    home = Condition.model_validate({"field": "worker.contract", "is": "homework"})
    found = eligible((*conditions_of(Target(place=None)), home), "person", town())
    assert np.flatnonzero(found).tolist() == [4]


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_field_can_be_read_and_says_what_it_is(name: str) -> None:
    field, tables = CATALOGUE[name], town()
    assert len(field.column(tables)) == len(getattr(tables, f"{field.table}s"))
    assert field.meaning
    assert bool(field.labels) == (field.kind == "label")


@pytest.mark.parametrize(
    ("condition", "words", "nearest"),
    [
        ({"field": "worker.gendr", "is": "female"}, "no field", "worker.gender"),
        ({"field": "worker.gender", "is": "femal"}, "never", "female"),
        ({"field": "worker.gender", "above": 1}, "no number", ""),
        ({"field": "household.savings", "is": "much"}, "never", ""),
        ({"field": "firm.formal", "is": 1}, "never", ""),
        ({"field": "worker.id", "above": 1}, "no field", ""),
    ],
)
def test_a_wrong_condition_says_what_is_near_and_what_is_accepted(
    condition: dict[str, object], words: str, nearest: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        Condition.model_validate(condition)
    (detail,) = caught.value.errors()
    assert words in detail["msg"]
    assert detail["ctx"]["accepted"]
    assert nearest in detail["ctx"]["nearest"]


@pytest.mark.parametrize(
    "condition",
    [
        {},
        {"is": "female"},
        {"field": "worker.gender"},
        {"field": "worker.gender", "is": "female", "all": []},
        {"all": [], "any": []},
        {"field": "__import__('os')", "is": 1},
        {"eval": "1"},
    ],
)
def test_what_is_no_condition_is_refused(condition: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(condition)


def test_what_is_written_is_read_back() -> None:
    target = Target.model_validate(
        {
            "all": [{"field": "worker.gender", "is": "female"}],
            "none": [{"any": [{"field": "firm.workers", "below": 5}]}],
            "proxy_means": {"correlation": 0.5, "share": 0.4},
        }
    )
    assert Target.model_validate(target.model_dump(mode="json")) == target


NUMBERS = [name for name, field in CATALOGUE.items() if field.kind == "number"]


@given(st.sampled_from(NUMBERS), st.floats(-1e6, 1e6), st.sampled_from(["person", "firm"]))
def test_a_condition_and_its_opposite_part_all_units_that_have_the_field(
    name: str, cut: float, kind: str
) -> None:
    low = set(chosen(kind, all=[{"field": name, "below": cut}]))
    high = set(chosen(kind, all=[{"field": name, "at_least": cut}]))
    assert not low & high
    if kind == "firm" or not name.startswith("firm."):
        assert low | high == set(chosen(kind))
