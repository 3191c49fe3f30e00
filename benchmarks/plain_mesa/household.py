"""Households as objects."""

from __future__ import annotations

from benchmarks.plain_mesa.record import Record
from poverty_nodes.model.rules import households


class Household(Record):
    """Pools incomes, consumes and saves."""

    def begin(self) -> None:
        """Nothing earned yet."""
        self.income = 0.0

    def consume(self) -> None:
        """Spend, save, leave the local part in the income of the place's local services."""
        p, place = self.model.p, self.model.places[self.place]
        self.smoothed_income = households.next_smoothed(
            self.smoothed_income, self.income, p.income_smoothing
        )
        self.consumption = households.consumption(
            self.smoothed_income,
            self.savings,
            self.buffer_months * self.smoothed_income,
            self.income,
            p.buffer_speed,
        )
        self.savings += self.income - self.consumption
        place.services_income += households.local_part(
            self.consumption, self.size, p.local_spending, p.local_ceiling
        )

    @property
    def welfare(self) -> float:
        """Consumption a person, $/month."""
        return self.consumption / self.size
