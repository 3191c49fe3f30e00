"""Who has the programme in a study, and which estimators can read it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from poverty_nodes.experiments.question.checked_values import as_tuple
from poverty_nodes.model.policies.base import StrictRecord

Assignment = Literal["place", "lottery", "threshold", "encouragement", "saturation", "waves"]
Part = Annotated[float, Field(ge=0, le=1)]
OVER_PLACES = ("differences_over_places", "synthetic_control", "synthetic_did")
"""Estimators that take a place for one observation."""
FEWEST_PLACES = 2
"""Places without the programme below which these have nothing to weigh."""

METHODS: dict[str, tuple[str, ...]] = {
    "place": (
        "before_after",
        "difference_in_means",
        "difference_in_differences",
        "ancova",
        "reweighted",
        "matched",
        *OVER_PLACES,
    ),
    "lottery": ("difference_in_means", "difference_in_differences", "ancova", "instrument"),
    "threshold": ("regression_discontinuity",),
    "encouragement": ("difference_in_means", "difference_in_differences", "ancova", "instrument"),
    "saturation": ("winners", "beside_winners"),
    "waves": ("two_way", "group_time"),
}
"""Estimators that an assignment allows, the plainest first."""
FIRST = {
    "place": "difference_in_differences",
    "lottery": "ancova",
    "threshold": "regression_discontinuity",
    "encouragement": "instrument",
    "saturation": "beside_winners",
    "waves": "group_time",
}
"""The estimator that counts if a study names none."""
OF_ONE_PROGRAMME = ("lottery", "threshold", "encouragement", "saturation")
"""Assignments inside one place, which a single programme's own enrolment makes happen."""


class Threshold(StrictRecord):
    """Below which income a household is let in (assignment=threshold)."""

    below: float = Field(
        default=150.0,
        gt=0,
        le=100_000,
        description="2021 dollars (PPP) of income a head and month in month 0: who is below is let in (judged)",
    )
    bandwidth: float = Field(
        default=50.0,
        gt=0,
        le=500,
        description="log points of income on either side that are read (judged)",
    )


class Encouragement(StrictRecord):
    """Half are encouraged to take the programme up, by lot (assignment=encouragement)."""

    otherwise: Part = Field(
        default=0.3,
        lt=1,
        description="part of the take-up that there is among those who are not encouraged (judged)",
    )


class Saturation(StrictRecord):
    """Firms are drawn to a part of their workers (assignment=saturation)."""

    levels: Annotated[tuple[Part, ...], BeforeValidator(as_tuple)] = Field(
        default=(0.0, 0.5, 1.0),
        min_length=2,
        max_length=10,
        description="parts of the take-up, each for an equal part of the firms; one is 0, for comparison",
    )

    @model_validator(mode="after")
    def _compares(self) -> Self:
        if 0.0 not in self.levels or not any(self.levels):
            raise ValueError("needs a level of 0, whose firms are the comparison, and one above it")
        return self
