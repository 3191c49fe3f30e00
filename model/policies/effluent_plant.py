"""Common effluent plant: one plant treats what each firm would have to treat by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Policy, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class EffluentPlant(Policy):
    """A common treatment plant: firms that are connected pay a part of what a plant of their own would cost.

    It has an effect only under an order to treat or to close (see the shock `closure_order`).
    """

    name: ClassVar[str] = "effluent_plant"
    source: ClassVar[str] = "Kennedy 1999, shared patterns of Palar Valley; sizes judged"
    unit: ClassVar[str] = "firm connected, a month"
    marked: ClassVar[Literal["firms", "workers", "households"] | None] = "firms"
    marking: ClassVar[tuple[str, ...]] = ("plant_part",)
    value: ClassVar[str | tuple[str, ...]] = "saved"

    saved: Share = Field(
        default=0.6, description="part of the cost of treating its effluent that a firm saves"
    )
    # Judged.
    unit_cost: Money = Field(default=40.0, description="cost of treating a firm's effluent a month")
    fixed_cost: Money = Field(default=10_000.0, description="cost of the plant a month")
    ramp: Duration = Field(default=6, description="months in which firms are connected")

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """Those connected save part of the cost."""
        return {"plant_part": self.saved}
