"""What every shock has in common: when it comes, where, and how it builds up and passes.

A shock belongs to the world and not to a package: it strikes with and without the policies. It holds sizes and
paths, which are inputs; what follows from them comes from the rules of the model. Like policies, shocks are frozen and
strict records. Several shocks may meet on the same instrument: ratios multiply, shares lost are lost one after the
other, and of two standards the stricter one counts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from poverty_nodes.model.policies.base import LAST_MONTH, Duration, Month, StrictRecord
from poverty_nodes.model.population.codes import PLACE

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without

Span = Annotated[int, Field(ge=1, le=LAST_MONTH, json_schema_extra={"unit": "months"})]
Loss = Annotated[float, Field(ge=0, le=0.99, json_schema_extra={"unit": "share"})]
"""A share that is lost: never all of it, so that a recovery has something to start from."""
Ratio = Annotated[
    float, Field(ge=0.2, le=5, json_schema_extra={"unit": "multiple of the base month"})
]
Change = Annotated[float, Field(ge=-0.5, le=0.5, json_schema_extra={"unit": "share, added"})]

ALL, LARGEST = "all", "largest"


class Shock(StrictRecord):
    """What each shock is made of; a subclass adds its sizes."""

    name: ClassVar[str] = ""
    """The kind of shock, which a file in conf/shock/ names; equal to its own file's name."""
    source: ClassVar[str] = ""
    """Where such a shock is described."""
    happens: ClassVar[str] = ""
    """What happens, in words that follow on "while"."""
    alone: ClassVar[bool] = False
    """Whether a world can hold only one shock of this kind (its instruments name one buyer)."""

    start: Month = Field(default=12, description="first month of the shock")
    end: Month | None = Field(
        default=None, description="last month at full size; null: see duration"
    )
    duration: Span | None = Field(
        default=None, description="months until that last month; end and duration null: it stays"
    )
    place: Literal["cluster", "dispersed"] | None = Field(
        default=None,
        description="where: the cluster, the dispersed comparator, or both (null)",
    )

    @property
    def last_month(self) -> int | None:
        """The last month at full size; None if the shock stays."""
        return self.end if self.duration is None else self.start + self.duration - 1

    def strikes(self, place: int) -> bool:
        """Whether it hits the place of this code."""
        return self.place is None or PLACE.index(self.place) == place

    def strength(self, month: int) -> float:
        """Share of full size in a month: 1 from the start to the last month, else 0."""
        last = self.last_month
        return float(month >= self.start and (last is None or month <= last))

    def pull(self, instrument: np.record, month: int) -> None:
        """Set this shock's instruments of the month on top of what other shocks have set there.

        `instrument` is the row of a place in model/instruments.py. Does nothing here.
        """

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.end is not None and self.duration is not None:
            raise ValueError("has both an end and a duration: set one of them to null")
        if self.end is not None and self.end < self.start:
            raise ValueError(f"end {self.end} comes before start {self.start}")
        return self


class GradualShock(Shock):
    """A shock that may build up and fade.

    A step has neither ramp nor end; a pulse has a duration; a ramp builds up; a recovery fades out.
    """

    ramp: Duration = Field(default=0, description="months from the start to full size; 0: at once")
    recovery: Duration = Field(
        default=0,
        description="time constant of the recovery after the last month, in which "
        "63 % of the shock passes; 0: at once",
    )

    def strength(self, month: int) -> float:
        """Share of full size in a month: rising along the ramp, fading by 1/e a time constant.

        >>> slump = GradualShock(start=3, duration=4, ramp=1, recovery=2)
        >>> [round(slump.strength(month), 2) for month in (2, 3, 4, 6, 7, 8, 60)]
        [0.0, 0.5, 1.0, 1.0, 0.61, 0.37, 0.0]
        """
        if month < self.start:
            return 0.0
        last = self.last_month
        built = month if last is None else min(month, last)
        full = min(1.0, (built - self.start + 1) / (self.ramp + 1))
        if last is None or month <= last:
            return full
        return full * math.exp((last - month) / self.recovery) if self.recovery else 0.0


class BuyerShock(Shock):
    """A shock that one buyer brings, or all of them."""

    buyer: str = Field(
        default=ALL,
        description="which buyer of the cluster's chain",
        json_schema_extra={"accepted": "all, largest or the id of a buyer of the cluster"},
    )

    def buyer_number(self) -> int:
        """The buyer's number in the chain from 0, -1 for all.

        scenarios/ looks names up in a cluster before a run starts and writes the number in digits;
        ValueError if it has not.
        """
        if self.buyer == ALL:
            return -1
        if self.buyer.isdecimal():
            return int(self.buyer)
        raise ValueError(f"{self.name}: buyer '{self.buyer}' has not been looked up in a cluster")


def multiply(instrument: np.record, field: str, ratio: float) -> None:
    """Move a ratio: shocks that meet multiply."""
    instrument[field] *= ratio


def lose(instrument: np.record, field: str, share: float) -> None:
    """Add to a share lost: a second shock takes its share of what the first one left."""
    instrument[field] += share * (1.0 - instrument[field])


def raise_to(instrument: np.record, field: str, level: float) -> None:
    """Lift a standard or a cost: of two the higher one counts."""
    instrument[field] = max(instrument[field], level)


def announce(instrument: np.record, level: float, cost: float, months: int) -> None:
    """A standard is known and will be required in so many months, at once when they are over, and costs so much.

    Of two the stricter, the dearer and the earlier deadline count.
    """
    due = float(max(months, 0))
    known = instrument["standard_announced"] > 0.0
    instrument["standard_due"] = min(instrument["standard_due"], due) if known else due
    raise_to(instrument, "standard_announced", level)
    raise_to(instrument, "standard_cost", cost)
