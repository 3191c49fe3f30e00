"""Cash transfers: how much is paid to which households, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Policy

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class CashTransfer(Policy):
    """Cash for households without conditions, for all or for those of a target.

    What others in the place gain when it is spent is no term of the policy: it follows from local spending.
    """

    name: ClassVar[str] = "cash_transfer"
    source: ClassVar[str] = (
        "Egger et al. 2022; Crosta et al. 2024; Brown, Ravallion & van de Walle 2018"
    )
    targets: ClassVar[Literal["household"]] = "household"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "household paid, a month"
    pays: ClassVar[Literal["households"]] = "households"
    value: ClassVar[str] = "amount"

    amount: Money = Field(description="paid to a household a month")
    per_person: bool = Field(
        default=False, description="whether the amount is for each member of the household"
    )
    months: Duration | None = Field(
        default=None, description="payments to a household; 1 is a lump sum; null: to the end"
    )
    # Judged; no figure was read: a transfer by mobile phone and its administration.
    unit_cost: Money = Field(default=2.0, description="cost of a payment, besides the transfer")

    def stay(self) -> int | None:
        """A household is paid for so many months as `payments` says, or as long as it is eligible."""
        return self.months

    def benefit(self, tables: Tables, rows: NDArray[np.int64]) -> float | NDArray[np.float64]:
        """The payment of the month to each household."""
        if not self.per_person:
            return self.amount
        each: NDArray[np.float64] = self.amount * tables.households["size"][rows]
        return each
