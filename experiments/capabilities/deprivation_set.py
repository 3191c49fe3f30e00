"""A set of deprivations as a user writes it: dimensions with their indicators, weights, and the cut-off k."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.experiments.capabilities.fields import FIELDS
from poverty_nodes.scenarios.description.groups import Identifier, Part
from poverty_nodes.scenarios.errors import nearest_name

MOST_INDICATORS = 10
"""Of the model in one set: what is kept of persons grows with the pairs of their patterns."""

Text = Annotated[str, Field(min_length=2, max_length=400)]


def _fraction(value: object) -> object:
    """A number written as 1/3."""
    if isinstance(value, str):
        try:
            return float(Fraction(value))
        except (ValueError, ZeroDivisionError):
            return value
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _known_field(name: str) -> str:
    if name not in FIELDS:
        told = {"name": name, "accepted": ", ".join(FIELDS), "nearest": nearest_name(name, FIELDS)}
        raise PydanticCustomError("field", "the model has no field '{name}'", told)
    return name


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Weight = Annotated[float, BeforeValidator(_fraction), Field(gt=0, le=1000)]
Share = Annotated[float, BeforeValidator(_fraction), Field(ge=0, le=1)]
Number = Annotated[float, BeforeValidator(_fraction), Field(ge=-1e12, le=1e12)]


class Level(Part):
    """What a survey says of an indicator that the model does not have: no policy moves it here."""

    share: Share = Field(description="who is deprived, as a share of those asked: 0 to 1")
    of: Text = Field(description="who was asked, in words: women home workers, say")
    source: Text = Field(description="where this stands: a survey and its year")


class Indicator(Part):
    """One thing that somebody can lack.

    One of the model has a `field` and one test of it: `below`, `above` or `one_of`.
    """

    title: Text = Field(description="what is lacked, as it stands in a table")
    known: Literal["model", "survey", "none"] = Field(
        description="model: reckoned in each run; survey: a level that stays as it is; none: not known"
    )
    why: Text = Field(description="why this test and cut-off, or why it is not known")
    weight: Weight = Field(
        default=1.0, description="its weight within the dimension, against the others there"
    )
    field: Annotated[str, AfterValidator(_known_field)] | None = Field(
        default=None, description="a field of the model, from docs/capabilities.md"
    )
    below: Number | Literal["line"] | None = Field(
        default=None, description="deprived below this; line: the question's poverty line"
    )
    above: Number | None = Field(default=None, description="deprived above this")
    one_of: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)] | None = Field(
        default=None, description="deprived with one of these labels"
    )
    levels: Annotated[tuple[Level, ...], BeforeValidator(_as_tuple)] = Field(
        default=(), description="of known: survey, what the survey says"
    )

    @model_validator(mode="after")
    def _tested_as_it_is_known(self) -> Self:
        tests = [self.below is not None, self.above is not None, self.one_of is not None]
        if self.known == "model" and (self.field is None or sum(tests) != 1):
            raise _wrong(
                "an indicator of the model has a field and one test", "below, above or one_of"
            )
        if self.known != "model" and (self.field is not None or any(tests)):
            raise _wrong(
                f"an indicator with known: {self.known} has no field and no test", "levels, or none"
            )
        if (self.known == "survey") != bool(self.levels):
            raise _wrong(
                "levels are those of a survey, and known: survey has some", "share, of, source"
            )
        self._refuse_labels()
        return self

    def _refuse_labels(self) -> None:
        if self.field is None:
            return
        labels = FIELDS[self.field].labels
        if bool(labels) != (self.one_of is not None):
            what = f"is one of {', '.join(labels)}" if labels else "is a number"
            raise _wrong(f"'{self.field}' {what}", "one_of" if labels else "below, above")
        strange = [each for each in self.one_of or () if each not in labels]
        if strange:
            told = {"name": strange[0], "field": self.field, "accepted": ", ".join(labels)}
            told["nearest"] = nearest_name(strange[0], labels)
            raise PydanticCustomError("label", "'{name}' is no value of '{field}'", told)


class Dimension(Part):
    """Indicators that belong together."""

    title: Text = Field(description="what the dimension is called")
    weight: Weight = Field(default=1.0, description="its weight against the other dimensions")
    indicators: Mapping[Identifier, Indicator] = Field(min_length=1, description="by name")


class DeprivationSet(Part):
    """Dimensions, indicators and weights, and from which weight of deprivations on somebody is deprived as a whole."""

    id: Identifier = Field(description="a name for tables")
    title: Text = Field(description="what is measured, in words")
    who: Literal["workers", "trade_households", "everybody"] = Field(
        description="workers: adults with a post in the trade in the base month; trade_households: adults of "
        "households that had one; everybody: all adults"
    )
    counts: Literal["adults", "persons"] = Field(
        description="adults: each adult once; persons: each with her part of the household's members"
    )
    k: Annotated[float, BeforeValidator(_fraction), Field(gt=0, le=1)] = Field(
        description="deprived as a whole from this weight of deprivations on: 1/3, say"
    )
    source: Text = Field(description="whose measure this is, or who judged it")
    dimensions: Mapping[Identifier, Dimension] = Field(min_length=1, description="by name")

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        names = [name for each in self.dimensions.values() for name in each.indicators]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise _wrong(
                f"indicators stand in two dimensions: {', '.join(twice)}", "each name once"
            )
        count = len(self.of_the_model)
        if not 1 <= count <= MOST_INDICATORS:
            accepted = f"1 to {MOST_INDICATORS} with known: model"
            raise _wrong(f"a set has {count} indicators of the model", accepted)
        return self

    @property
    def indicators(self) -> dict[str, Indicator]:
        """All indicators by name, in their order."""
        return {
            name: each
            for dimension in self.dimensions.values()
            for name, each in dimension.indicators.items()
        }

    @property
    def of_the_model(self) -> dict[str, Indicator]:
        """Those that the model has: they alone are counted."""
        return {name: each for name, each in self.indicators.items() if each.known == "model"}

    @property
    def nested_weights(self) -> dict[str, float]:
        """The weight of every indicator, those that the model does not have too; they sum to 1."""
        whole = sum(each.weight for each in self.dimensions.values())
        found = {}
        for dimension in self.dimensions.values():
            inside = sum(each.weight for each in dimension.indicators.values())
            for name, each in dimension.indicators.items():
                found[name] = dimension.weight / whole * each.weight / inside
        return found

    @property
    def weights(self) -> dict[str, float]:
        """The weights of the indicators of the model.

        Within a dimension what the model does not have leaves its weight to the others; a dimension of which it has
        nothing leaves its weight to the other dimensions.
        """
        inside = {
            name: {
                key: each.weight
                for key, each in dimension.indicators.items()
                if each.known == "model"
            }
            for name, dimension in self.dimensions.items()
        }
        whole = sum(self.dimensions[name].weight for name, each in inside.items() if each)
        return {
            key: self.dimensions[name].weight / whole * weight / sum(each.values())
            for name, each in inside.items()
            for key, weight in each.items()
        }

    @property
    def seen(self) -> float:
        """The share of the weight of all indicators that those of the model have."""
        nested = self.nested_weights
        return sum(nested[name] for name in self.of_the_model)


def _wrong(what: str, accepted: str) -> PydanticCustomError:
    return PydanticCustomError("deprivation", "{what}", {"what": what, "accepted": accepted})
