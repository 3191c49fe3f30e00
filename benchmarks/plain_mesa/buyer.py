"""Buyers as objects."""

from __future__ import annotations

import math

from benchmarks.plain_mesa.firm import Firm
from benchmarks.plain_mesa.record import Record
from poverty_nodes.model.phases.goods import supplier_choice
from poverty_nodes.model.rules import governance


class Buyer(Record):
    """Orders a volume each month and prefers some suppliers to others."""

    def order(self) -> None:
        """Volume of the month."""
        p = self.model.p
        luck = self.model.random.gauss(0.0, 1.0)
        self.state = governance.next_order_state(
            self.state, p.order_persistence, self.volatility, luck
        )
        trend = (1.0 + self.growth) ** self.model.month
        self.volume = trend * math.exp(self.state - 0.5 * self.volatility**2)

    def choose(self) -> None:
        """Shift orders towards the admissible suppliers that it prefers."""
        p, instrument = self.model.p, self.model.instrument
        place = self.model.places[self.place]
        mine = [f for f in self.model.agents_by_type[Firm] if f.alive and f.buyer is self]
        fit = [f for f in mine if supplier_choice.admits(self, f, place, instrument, p)]
        liked = {
            f: governance.preference(
                f.quality - f.base_quality,
                f.tie - f.base_tie,
                p.preference_quality,
                p.preference_tie,
            )
            for f in fit
        }
        base = sum(f.base_revenue * f.export_share for f in fit)
        mean = sum(f.base_revenue * f.export_share * liked[f] for f in fit)
        if fit:
            appeal = sum(f.base_revenue * f.export_share * math.log(liked[f]) for f in fit) / base
            won = governance.orders_won(
                math.exp(appeal), p.demand_elasticity, p.export_elasticity, p.place_appeal
            )
            self.appeal += self.switching * (won - self.appeal)
        for f in mine:
            if f in liked:
                wish = liked[f] * base / mean * self.appeal
                f.order_weight += self.switching * (wish - f.order_weight)
            else:
                f.order_weight = 0.0
        total = sum(f.base_revenue * f.export_share * f.order_weight for f in mine)
        if total > 0.0:
            for f in mine:
                f.order_weight *= self.base_orders * self.appeal / total
