"""One condition of a target: a field of a person, a household or a firm, and what it must be.

Written as data, checked when it is read, and never run as code:

    {field: household.income_per_head, below: 150}
    {field: worker.contract, one_of: [casual, homework]}
    {any: [{field: firm.formal, is: false}, {field: firm.workers, below: 10}]}
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from poverty_nodes.model.nearest import nearest_name

Value = str | bool | int | float
COMPARED = ("above", "below", "at_least", "at_most")
NAMED = ("is", "is_not", "one_of")


def as_tuple(value: object) -> object:
    """Take a list, as YAML has it."""
    return tuple(value) if isinstance(value, list) else value


class Condition(BaseModel):
    """A test of one field, or several conditions joined by all, any or none."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        allow_inf_nan=False,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    field: str | None = Field(default=None, description="a field, such as household.savings")
    equals: Value | None = Field(default=None, alias="is", description="what it must be")
    is_not: Value | None = Field(default=None, description="what it must not be")
    one_of: Annotated[tuple[Value, ...] | None, BeforeValidator(as_tuple)] = Field(
        default=None, description="what it must be one of"
    )
    above: float | None = Field(default=None, description="what a number must exceed")
    below: float | None = Field(default=None, description="what a number must be below")
    at_least: float | None = Field(default=None, description="the least that a number must be")
    at_most: float | None = Field(default=None, description="the most that a number may be")
    all: Annotated[tuple[Condition, ...] | None, BeforeValidator(as_tuple)] = Field(
        default=None, description="conditions that must all hold"
    )
    any: Annotated[tuple[Condition, ...] | None, BeforeValidator(as_tuple)] = Field(
        default=None, description="conditions of which one must hold"
    )
    none: Annotated[tuple[Condition, ...] | None, BeforeValidator(as_tuple)] = Field(
        default=None, description="conditions of which none may hold"
    )

    @property
    def tests(self) -> dict[str, object]:
        """The tests of the field that are given, by the word for each."""
        given = {"is": self.equals, "is_not": self.is_not, "one_of": self.one_of}
        given |= {name: getattr(self, name) for name in COMPARED}
        return {name: value for name, value in given.items() if value is not None}

    @property
    def joined(self) -> dict[str, tuple[Condition, ...]]:
        """The conditions joined by each word that is given."""
        given = {"all": self.all, "any": self.any, "none": self.none}
        return {name: parts for name, parts in given.items() if parts is not None}

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if self.field is None and (self.tests or len(self.joined) != 1):
            raise ValueError("a condition needs a field and a test, or one of all, any and none")
        if self.field is not None:
            if self.joined or not self.tests:
                raise ValueError(f"a condition on a field needs a test: {', '.join(_TESTS)}")
            _check_field(self.field, self.tests)
        return self

    @model_serializer(mode="wrap")
    def _only_what_is_said(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        return {name: value for name, value in handler(self).items() if value is not None}


_TESTS = (*NAMED, *COMPARED)


def _check_field(name: str, tests: dict[str, object]) -> None:
    """Refuse an unknown field and a test that its kind cannot take; say what is accepted and what is near."""
    from poverty_nodes.model.policies.delivery.fields import CATALOGUE

    if name not in CATALOGUE:
        near = nearest_name(name, CATALOGUE, cutoff=0.5)
        raise _refused(f"there is no field '{name}'", ("a field of `list fields`",), near)
    field = CATALOGUE[name]
    kinds: dict[str, Callable[[object], bool]] = {
        "label": lambda value: value in field.labels,
        "flag": lambda value: isinstance(value, bool),
        "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    }
    for word, value in tests.items():
        if word in COMPARED and field.kind != "number":
            message = f"{name} is no number that could be {word.replace('_', ' ')} another"
            raise _refused(message, NAMED)
        for each in value if isinstance(value, tuple) else (value,):
            if not kinds[field.kind](each):
                accepted = {"label": field.labels, "flag": ("true", "false")}.get(
                    field.kind, ("a number",)
                )
                near = nearest_name(str(each), accepted, cutoff=0.5)
                raise _refused(f"{name} is never '{each}'", accepted, near)


def _refused(message: str, accepted: tuple[str, ...], nearest: str = "") -> PydanticCustomError:
    context = {"accepted": ", ".join(accepted), "nearest": nearest}
    return PydanticCustomError("condition", message.replace("{", "(").replace("}", ")"), context)
