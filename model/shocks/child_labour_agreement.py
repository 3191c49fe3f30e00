"""Child labour is banned; work moves from homes to centres, where it can be monitored."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.terms.record import Part
from poverty_nodes.model.shocks.base import GradualShock, lose

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class ChildLabourAgreement(GradualShock):
    """Children are withdrawn from casual and home work, and home work moves to monitored centres."""

    name: ClassVar[str] = "child_labour_agreement"
    source: ClassVar[str] = "Save the Children 1997; Atlanta Agreement 1997"
    happens: ClassVar[str] = "child labour is banned and monitored"

    child_share: Part = Field(description="share of casual and home work that children do")
    withdrawn: Part = Field(description="share of those children who stop, at full size")
    homework_moved: Part = Field(description="share of home work that moves to centres")
    place: Literal["cluster", "dispersed"] | None = Field(
        default="cluster",
        description="where: the cluster, the dispersed comparator, or both (null)",
    )

    def pull(self, instrument: np.record, month: int) -> None:
        """Bar children's work and move home work to workshops."""
        strength = self.strength(month)
        lose(instrument, "child_work_barred", self.child_share * self.withdrawn * strength)
        lose(instrument, "homework_moved", self.homework_moved * strength)
