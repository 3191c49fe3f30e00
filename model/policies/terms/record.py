"""The strict record that policies and shocks are made of, and the numbers that their terms hold."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from poverty_nodes.model.policies.refusal import in_words
from poverty_nodes.model.policies.terms.over_time import LAST_MONTH, OverTime

Share = Annotated[float, Field(ge=0, le=1, json_schema_extra={"unit": "share"}), OverTime()]
Part = Annotated[float, Field(ge=0, le=1, json_schema_extra={"unit": "share"})]
"""A share that does not change over time."""
Month = Annotated[int, Field(ge=1, le=LAST_MONTH, json_schema_extra={"unit": "month number"})]
Duration = Annotated[int, Field(ge=0, le=LAST_MONTH, json_schema_extra={"unit": "months"})]
LARGEST = 1e15
"""The largest amount: beyond it cents are lost in rounding and books do not balance any more."""
Sum = Annotated[
    float, Field(ge=0, le=LARGEST, json_schema_extra={"unit": "international dollars of 2021"})
]
"""An amount that does not change over time."""
Money = Annotated[
    float,
    Field(ge=0, le=LARGEST, json_schema_extra={"unit": "international dollars of 2021"}),
    OverTime(),
]
Rise = Annotated[
    float,
    Field(ge=0, le=10, json_schema_extra={"unit": "multiple added to the chance of a step"}),
    OverTime(),
]
Days = Annotated[
    float, Field(ge=0, le=31, json_schema_extra={"unit": "days a firm and month"}), OverTime()
]
Count = Annotated[int, Field(ge=0, le=10_000_000, json_schema_extra={"unit": "number"})]

Payer = Literal["government", "donor", "buyers", "firms", "association"]


class StrictRecord(BaseModel):
    """A frozen record that refuses unknown keys, wrong types, and numbers that are not finite."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)

    @model_validator(mode="wrap")
    @classmethod
    def _refused_in_words(cls, values: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return read(values)
        except ValidationError as error:
            raise in_words(error, cls.__name__, cls.model_fields) from None
