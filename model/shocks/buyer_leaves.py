"""A named buyer stops ordering: its suppliers have to find others or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import Field, model_validator

from poverty_nodes.model.shocks.base import ALL, LARGEST, BuyerShock

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without


class BuyerLeaves(BuyerShock):
    """One buyer leaves the cluster, for good or for some months."""

    name: ClassVar[str] = "buyer_leaves"
    source: ClassVar[str] = "van Dooren 2006; El Siglo de Torreon 2004 (La Laguna)"
    happens: ClassVar[str] = "a buyer leaves"
    alone: ClassVar[bool] = True

    buyer: str = Field(
        default=LARGEST,
        description="which buyer of the cluster's chain",
        json_schema_extra={"accepted": "largest or the id of a buyer of the cluster"},
    )

    def pull(self, instrument: np.record, month: int) -> None:
        """Name the buyer who does not order."""
        if self.strength(month) > 0.0:
            instrument["buyer_gone"] = self.buyer_number()

    @model_validator(mode="after")
    def _one_buyer(self) -> Self:
        if self.buyer == ALL:
            raise ValueError("not all buyers can leave: name one, or take a demand_slump")
        return self
