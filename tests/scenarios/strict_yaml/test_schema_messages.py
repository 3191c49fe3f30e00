"""What is said of each way in which a schema may be broken."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    take_up: float = Field(default=0.2, ge=0, le=1)
    gender: Literal["male", "female"] | None = None


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    months: int = Field(ge=1, description="a whole number of months")
    inner: Inner | None = None
    several: tuple[Inner, ...] = Field(default=(), strict=False)
    named: dict[str, Inner] = {}


def told(data: object, where: str = "command line") -> list[Problem]:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(data)
    return from_pydantic(caught.value, where, Outer)


def test_an_unknown_key_gets_the_nearest_field_at_its_own_path() -> None:
    (problem,) = told({"months": 1, "inner": {"take_upp": 0.1}})
    assert problem.where == "command line: inner.take_upp"
    assert problem.nearest == "take_up"
    assert problem.accepted == "gender, take_up"


@pytest.mark.parametrize("holder", ["several", "named"])
def test_an_unknown_key_is_known_in_lists_and_in_mappings(holder: str) -> None:
    inner = {"gendr": "male"}
    (problem,) = told({"months": 1, holder: [inner] if holder == "several" else {"a": inner}})
    assert problem.nearest == "gender"


def test_a_missing_key_is_told_with_what_it_should_hold() -> None:
    (problem,) = told({})
    assert (problem.where, problem.message) == ("command line: months", "is missing")
    assert problem.accepted == "a whole number of months"


def test_a_place_has_keys_of_the_user_alone() -> None:
    class Below(BaseModel):
        below: Annotated[float, AfterValidator(abs)] | list[str]

    with pytest.raises(ValidationError) as caught:
        Below.model_validate({"below": "x"})
    assert "function-" in str(caught.value)
    assert not [
        each for each in from_pydantic(caught.value, "set.yaml", Below) if "(" in each.where
    ]


def test_a_number_with_a_comma_is_told_where_a_number_or_keys_may_stand() -> None:
    class Asked(BaseModel):
        price: dict[str, float]

    with pytest.raises(ValidationError) as caught:
        Asked(price="43,2")  # type: ignore[arg-type]
    (only,) = from_pydantic(caught.value, "file", Asked)
    assert only.message == "'43,2' is not keys and values; if it is a number, write 43.2"


def test_a_list_is_not_too_short_because_an_entry_is_refused() -> None:
    class Asked(BaseModel):
        waves: tuple[Annotated[int, Field(le=600)], ...] = Field(min_length=2)

    with pytest.raises(ValidationError) as caught:
        Asked(waves=(0, 999))
    (only,) = from_pydantic(caught.value, "file", Asked)
    assert "999 is above" in only.message


def test_a_list_that_is_too_short_is_told_in_words() -> None:
    class Waves(BaseModel):
        waves: tuple[int, ...] = Field(min_length=2)
        title: str = Field(default="", max_length=3)

    with pytest.raises(ValidationError) as caught:
        Waves.model_validate({"waves": [1], "title": "four"})
    waves, title = from_pydantic(caught.value, "study.yaml", Waves)
    assert waves.message == "has 1 entries, and at least 2 are accepted"
    assert title.message == "has 4 characters, and at most 3 are accepted"


def test_a_value_out_of_range_is_told_with_value_and_limit() -> None:
    (problem,) = told({"months": 1, "inner": {"take_up": 3.2}})
    assert problem.message == "3.2 is above the largest accepted value 1.0"
    (problem,) = told({"months": 0})
    assert problem.message == "0 is below the smallest accepted value 1"


@pytest.mark.parametrize(("written", "remedy"), [("43,5", ""), ("2,000", "2000")])
def test_what_is_no_whole_number_gets_none_for_a_next_step_that_would_be_refused(
    written: str, remedy: str
) -> None:
    class Year(BaseModel):
        model_config = ConfigDict(strict=True)
        year: int

    with pytest.raises(ValidationError) as caught:
        Year.model_validate({"year": written})
    (problem,) = from_pydantic(caught.value, "map.yaml", Year)
    assert problem.remedy == remedy


def test_a_wrong_word_gets_the_accepted_ones_and_the_nearest() -> None:
    (problem,) = told({"months": 1, "inner": {"gender": "femal"}})
    assert "'female'" in problem.accepted
    assert problem.nearest == "female"


@pytest.mark.parametrize("months", ["12", 1.5, None, [1]])
def test_a_wrong_type_is_told_in_plain_words(months: object) -> None:
    (problem,) = told({"months": months})
    assert "is not a whole number" in problem.message


def test_a_beginning_of_the_key_is_joined_with_a_dot() -> None:
    (problem,) = told({"months": 0}, "firms.yaml: firms")
    assert problem.where == "firms.yaml: firms.months"


def test_all_errors_come_at_once() -> None:
    problems = told({"months": 0, "mnths": 1, "inner": {"take_up": -1, "gender": "x"}})
    assert len(problems) == 4
