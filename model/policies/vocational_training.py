"""Vocational training: how long a course takes, how often it teaches the trade, and what attending costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Money, Policy, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables

Course = Annotated[int, Field(ge=1, le=60, json_schema_extra={"unit": "months"})]


class VocationalTraining(Policy):
    """Courses for unskilled people: some learn the trade, all give time, and vacancies decide what it is worth.

    Those who learn can be hired into skilled posts; training itself creates no such posts.
    """

    name: ClassVar[str] = "vocational_training"
    source: ClassVar[str] = "McKenzie 2017; Alfonsi et al. 2020"
    targets: ClassVar[Literal["person"]] = "person"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "trainee, once"
    charged: ClassVar[Literal["once"]] = "once"
    marked: ClassVar[Literal["workers"]] = "workers"
    marking: ClassVar[tuple[str, ...]] = ("in_training", "trade_training_chance")
    pays: ClassVar[Literal["households"]] = "households"
    value: ClassVar[str] = "learns"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"field": "worker.skill", "is": "unskilled"},
        {"field": "worker.post", "one_of": ["none", "casual", "homework"]},
    )

    # Six months as in Uganda (Alfonsi and others 2020, abstract).
    months: Course = Field(default=6, description="length of a course")
    # Judged, with 0.2 to 0.8 as range: no figure on what is learned was read. Of 24 evaluations most found no
    # significant effect (McKenzie 2017), so success must be well below one.
    learns: Share = Field(default=0.5, description="chance that a whole course teaches the trade")
    # Judged: afternoons or every other day.
    time: Share = Field(default=0.5, description="share of a month's work that attending costs")
    stipend: Money = Field(default=0.0, description="paid to a trainee's household each month")
    # Judged, with 0.2 to 0.8 as range.
    take_up: Share = Field(default=0.5, description="share of those eligible who join when offered")
    # Judged; no figure was read: teaching, place and materials of one trainee for the whole course.
    unit_cost: Money = Field(default=600.0, description="cost of a whole course a trainee")

    def stay(self) -> int:
        """A trainee stays to the end of the course."""
        return self.months

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Time that the course takes, and the chance that this month teaches the trade; the skilled do not attend."""
        from poverty_nodes.model.rules.training import (
            training_chance,  # compiled: only a question with training pays for it
        )

        chance = training_chance(self.learns, float(self.months))
        return {"in_training": self.time if chance > 0.0 else 0.0, "trade_training_chance": chance}

    def benefit(self, tables: Tables, rows: NDArray[np.int64]) -> float | NDArray[np.float64]:
        """The stipend."""
        return self.stipend
