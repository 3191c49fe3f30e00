"""One number of a real place: its value, its range, its unit, and how it is known.

Kinds: *measured* stands in a source that was read; *derived* is arithmetic on measured figures,
shown in the note; *assumed* is a judgement or a figure recalled and not re-read, with its reasons.
"""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

Kind = Literal["measured", "derived", "assumed"]
KINDS: tuple[str, ...] = get_args(Kind)
UNITS: tuple[str, ...] = (
    "firms",
    "persons",
    "persons per firm",
    "persons per household",
    "share",
    "ratio",
    "log points",
    "months",
    "per month",
    "local currency per month",
    "local currency per person per month",
    "local currency per adult equivalent per month",
    "local currency per international dollar",
    "local currency per US dollar",
    "adult equivalents per person",
)
"""The closed list of units; each quantity (scenarios/description/quantities.py) accepts some of them."""

NOT_A_SOURCE = "assumed"

TO_REPLACE = "To be replaced:"
"""By these words in its note a number is known that no one has yet found for the place itself."""


def _refuse(message: str, accepted: str = "") -> PydanticCustomError:
    return PydanticCustomError("estimate", "{message}", {"message": message, "accepted": accepted})


def _named_sources(source: str) -> str:
    if not all(key.strip() for key in source.split(",")):
        raise _refuse("names no source", "a key of sources.bib, or several with commas")
    return source


Sources = Annotated[str, AfterValidator(_named_sources)]
"""One key of sources.bib or several with commas between them, or 'assumed'."""


class Estimate(BaseModel):
    """A value with its range (low <= value <= high, low < high), unit, year, kind and source.

    Subclasses narrow the units and the range; `source` holds one key of sources.bib or several
    with commas between them, or "assumed". Raises a validation error with every broken rule.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    units: ClassVar[tuple[str, ...]] = UNITS
    least: ClassVar[float] = -math.inf
    most: ClassVar[float] = math.inf

    # The order matters: a rule sees the fields above its own.
    kind: Kind = Field(description="measured, derived or assumed")
    value: float = Field(description="a number")
    low: float = Field(description="a number, the lower end of what is believable")
    high: float = Field(description="a number, the upper end of what is believable")
    unit: str = Field(description="one of the units of this key")
    year: int = Field(ge=1900, le=2100, description="the year that the number speaks of")
    source: str = Field(description="a key of sources.bib, or 'assumed' when there is none")
    where: str = Field(default="", description="where in the source the number stands")
    note: str = Field(default="", validate_default=True, description="arithmetic or reasons")

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of sources.bib that this number rests on; empty when it rests on none."""
        keys = (key.strip() for key in self.source.split(","))
        return tuple(key for key in keys if key != NOT_A_SOURCE)

    @field_validator("value", "low", "high")
    @classmethod
    def _inside_the_range_of_its_kind(cls, number: float) -> float:
        if not cls.least <= number <= cls.most:  # false for NaN as well
            raise _refuse(f"{number:g} is out of range", f"{cls.least:g} to {cls.most:g}")
        if not math.isfinite(number):
            raise _refuse(f"{number:g} is not a finite number", "a finite number")
        return number

    @field_validator("low")
    @classmethod
    def _low_is_below(cls, low: float, info: ValidationInfo) -> float:
        value = info.data.get("value")
        # What is assumed has room on both sides, unless it is nothing, or all there is.
        strict = info.data.get("kind") == "assumed" and value != cls.least
        if value is not None and (low > value or (strict and low == value)):
            bound = "below" if strict else "at or below"
            raise _refuse(f"low is {low:g} but value is {value:g}", f"low {bound} the value")
        return low

    @field_validator("high")
    @classmethod
    def _high_is_above(cls, high: float, info: ValidationInfo) -> float:
        value, low = info.data.get("value"), info.data.get("low")
        strict = info.data.get("kind") == "assumed" and value != cls.most
        if value is not None and (high < value or (strict and high == value)):
            bound = "above" if strict else "at or above"
            raise _refuse(f"high is {high:g} but value is {value:g}", f"high {bound} the value")
        if low is not None and high <= low:
            raise _refuse(f"high is {high:g} and low is {low:g}", "high above low")
        return high

    @field_validator("unit")
    @classmethod
    def _unit_is_one_of_this_quantity(cls, unit: str) -> str:
        if unit not in cls.units:
            accepted = " or ".join(f"'{name}'" for name in cls.units)
            raise _refuse(f"'{unit}' is not a unit of this key", accepted)
        return unit

    @field_validator("source")
    @classmethod
    def _source_fits_the_kind(cls, source: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        named = [key.strip() for key in _named_sources(source).split(",")]
        if kind in ("measured", "derived") and NOT_A_SOURCE in named:
            raise _refuse(f"a {kind} number needs a source", "a key of sources.bib")
        return source

    @field_validator("note")
    @classmethod
    def _note_says_why(cls, note: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind == "derived" and not note.strip():
            raise _refuse("a derived number needs a note", "the arithmetic, written out")
        if kind == "assumed" and not note.strip():
            raise _refuse("an assumed number needs a note", "the reasons for value and range")
        return note
