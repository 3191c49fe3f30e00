"""Women's technical training: courses for work at machines, which also open better posts to women."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Money, Policy, Share
from poverty_nodes.model.policies.vocational_training import Course

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class WomensTechnicalTraining(Policy):
    """Courses that teach women work at machines; firms then offer them upgraded posts more often.

    The parameter `technical_access` says by how much that closes the gap to men.
    """

    name: ClassVar[str] = "womens_technical_training"
    source: ClassVar[str] = "direction: Tejani & Kucera 2021; course as in Alfonsi et al. 2020"
    targets: ClassVar[Literal["person"]] = "person"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "trainee, once"
    charged: ClassVar[Literal["once"]] = "once"
    marked: ClassVar[Literal["workers"]] = "workers"
    marking: ClassVar[tuple[str, ...]] = ("in_training", "technical_training_chance")
    pays: ClassVar[Literal["households"]] = "households"
    value: ClassVar[str] = "learns"
    meant_for: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"field": "worker.gender", "is": "female"},
        {"field": "worker.technical", "is": False},
        {"field": "worker.post", "one_of": ["none", "regular", "casual", "homework"]},
    )

    # As in vocational training; no study of women's access to machines was read.
    months: Course = Field(default=6, description="length of a course")
    learns: Share = Field(
        default=0.5, description="chance that a whole course teaches work at machines"
    )
    # Judged: people in a post are taught beside it.
    time: Share = Field(default=0.3, description="share of a month's work that attending costs")
    stipend: Money = Field(default=0.0, description="paid to a trainee's household each month")
    # Judged, with 0.1 to 0.6 as range: care and custom keep many away.
    take_up: Share = Field(default=0.3, description="share of those eligible who join when offered")
    # Judged; no figure was read: dearer than other courses, since it needs machines.
    unit_cost: Money = Field(default=900.0, description="cost of a whole course a trainee")

    def stay(self) -> int:
        """A trainee stays to the end of the course."""
        return self.months

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Time that the course takes, and the chance that this month teaches it; women who know it do not attend."""
        from poverty_nodes.model.rules.training import (
            training_chance,  # compiled: only a question with training pays for it
        )

        chance = training_chance(self.learns, float(self.months))
        return {
            "in_training": self.time if chance > 0.0 else 0.0,
            "technical_training_chance": chance,
        }

    def benefit(self, tables: Tables, rows: NDArray[np.int64]) -> float | NDArray[np.float64]:
        """The stipend."""
        return self.stipend
