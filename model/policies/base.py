"""What every policy has in common: when it runs, whom it is for, what it may spend and who pays.

A policy holds choices and terms of delivery; most effects come from the rules of the model. Terms that are an effect
themselves, because no rule brings it forth, stand among them and are inputs, never findings: of injuries `avoided`,
what a course `learns`, `input_discount`, `voice`, what a plant `saved`, `coaching`.

A policy acts in three ways only: it *pulls* instruments of a place (model/instruments.py), it *marks* the units that
it reaches (fields that end with a month, declared as MARKS in model/population/), and it *pays* them. Instances are
frozen and strict: a text where a number belongs, a number out of range, an infinite number and a key that does not
exist are all refused.

Money is international dollars of 2021.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import Field, model_validator

from poverty_nodes.model.policies.delivery.target import ProxyMeans, Target
from poverty_nodes.model.policies.terms.over_time import LAST_MONTH, Path
from poverty_nodes.model.policies.terms.record import (
    Count,
    Days,
    Duration,
    Money,
    Month,
    Payer,
    Rise,
    Share,
    StrictRecord,
    Sum,
)

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Term = object
"""A condition as it is written in YAML."""


class Policy(StrictRecord):
    """What each policy is made of, whatever it does; a subclass adds its own terms."""

    name: ClassVar[str] = ""
    """The name under which the policy is chosen; equal to its file's name."""
    source: ClassVar[str] = ""
    """The evidence behind its default values."""
    targets: ClassVar[Literal["person", "household", "firm"]] = "firm"
    """The kind of unit that it reaches."""
    meant_for: ClassVar[tuple[Mapping[str, Term], ...]] = ()
    """Conditions that a unit must meet whatever the target says, written as in `target.all`."""
    reaches: ClassVar[Literal["owners", "workers", "people"]] = "owners"
    """Whose lives it touches first: owners of firms, workers in them, or people as such."""
    unit: ClassVar[str] = ""
    """What `unit_cost` pays for and `capacity` counts."""
    serves: ClassVar[Literal["programme", "rule"]] = "programme"
    """What picks those reached among the eligible: the programme's own enrolment, or a rule (a bank, an inspector)."""
    charged: ClassVar[Literal["once", "monthly"]] = "monthly"
    """Whether `unit_cost` and capacity count a unit once, when it joins, or in each month in which it takes part."""
    pulls: ClassVar[tuple[str, ...]] = ()
    """The instruments of a place that it may pull; how two policies on one instrument compose: composition.py."""
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = None
    """The table whose rows it marks: those of its units, or the people in them."""
    marking: ClassVar[tuple[str, ...]] = ()
    """The marks that it may set there."""
    pays: ClassVar[Literal["firms", "households"] | None] = None
    """To whom `benefit` is paid in cash: the firm itself, or the household of the unit."""
    value: ClassVar[str | tuple[str, ...]] = ""
    """The terms that say how much it does; at zero the policy does nothing."""
    luck: ClassVar[str] = ""
    """The name under which take-up and queue are drawn; empty: that of the policy from which the class derives."""

    start: Month = Field(default=12, description="first month in which the policy acts")
    end: Month | None = Field(
        default=None, description="last month in which it acts; null: to the end"
    )
    ramp: Duration = Field(default=0, description="months from the start to full strength")
    budget: Sum | None = Field(
        default=None,
        description="most it may spend in all, at the cluster's real scale; null: no cap",
    )
    unit_cost: Money = Field(
        default=0.0, description="cost of delivery a unit reached, besides the benefit"
    )
    fixed_cost: Money = Field(
        default=0.0, description="cost a month while it runs, whoever is reached"
    )
    payer: Payer = Field(default="government", description="who pays for what the policy spends")
    target: Target = Field(default=Target(), description="whom it is meant for")
    take_up: Share = Field(
        default=1.0, description="share of those eligible who take part when offered"
    )
    capacity: Count | None = Field(
        default=None, description="most units reached a month, at the real scale; null: no limit"
    )
    leakage: Share = Field(
        default=0.0, description="share of the spending that reaches nobody intended"
    )

    def stay(self) -> int | None:
        """Months that a unit takes part once it has joined; None: as long as it is eligible and there is money."""
        return None

    def pull(self, instrument: np.record, regular_wage: float, strength: float) -> None:
        """Set this policy's instruments of the month, at a strength from 0 (not running) to 1.

        `instrument` is a neutral row of model/instruments.py; `regular_wage` is the reference wage of
        unskilled regular posts in the base month, dollars a month. Does nothing here.
        """

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """The marks of the month on those who take part: a number for all, or one for each of `rows` of `marked`."""
        return {}

    def delivery(self) -> float:
        """Dollars that delivery costs for each unit counted: `unit_cost`, to which a policy may add by its dose."""
        return self.unit_cost

    def benefit(self, tables: Tables, rows: NDArray[np.int64]) -> float | NDArray[np.float64]:
        """Dollars paid this month to each unit in `rows` that takes part, to whom `pays` says; 0 here."""
        return 0.0

    @classmethod
    def drawn_as(cls) -> str:
        """The name under which it draws: a subclass of a policy reaches the same units as that policy, seed by seed."""
        named = [str(vars(each)["name"]) for each in cls.__mro__ if vars(each).get("name")]
        return cls.luck or (named[-1] if named else cls.name)

    def does_something(self) -> bool:
        """Whether its `value` is not zero: a programme with nothing to give does not run and spends nothing."""
        terms = self.value if isinstance(self.value, tuple) else (self.value,)
        return not self.value or any(getattr(self, term) != 0 for term in terms)

    def running(self, month: int) -> bool:
        """Whether a month lies between its start and its end."""
        return self.start <= month and (self.end is None or month <= self.end)

    def at(self, month: int) -> Self:
        """The same policy with terms that change over time at their values in a month of the run."""
        steps = {key: value for key, value in self if isinstance(value, Path)}
        if not steps:
            return self
        own = month - self.start + 1
        return self.model_copy(update={key: path.at(own) for key, path in steps.items()})

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"end {self.end} comes before start {self.start}")
        return self


__all__ = [
    "LAST_MONTH", "Count", "Days", "Duration", "Money", "Month", "Payer", "Policy", "ProxyMeans",
    "Rise", "Share", "StrictRecord", "Sum", "Target",
]  # fmt: skip
