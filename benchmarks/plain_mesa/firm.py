"""Firms as objects that hold their staff in lists."""

from __future__ import annotations

import math

from benchmarks.plain_mesa.record import KINDS, Record
from poverty_nodes.model.phases.finance.overheads import overhead_share
from poverty_nodes.model.phases.goods import orders
from poverty_nodes.model.phases.labour import labour_demand
from poverty_nodes.model.rules import governance, hiring, production, wages


class Firm(Record):
    """Plans posts, makes and sells, pays, and keeps its books."""

    def face_demand(self) -> None:
        """Orders of an exporter, and the work that it puts out."""
        p, place, instrument = self.model.p, self.model.places[self.place], self.model.instrument
        home = (
            place.capacity_home
            * place.local_demand
            * governance.market_shift(place.price_local, p.demand_elasticity, p.local_elasticity)
        )
        abroad = 0.0
        if self.buyer:
            b = self.buyer
            shift = governance.market_shift(
                place.price_export, p.demand_elasticity, p.export_elasticity
            )
            abroad = b.volume * self.order_weight * shift
            factor = governance.price_factor(b.premium, self.quality, b.markdown, self.functions)
            self.price_factor = 1.0 + self.export_share * (factor / self.base_price - 1.0)
            delivered = self.output / max(self.planned_output, 0.05)
            base_taken = p.standard_margin * self.export_share * self.base_revenue
            taken = p.standard_margin * self.abroad_part * self.revenue
            worth = governance.tie_worth(taken, base_taken, 0.0, p.tie_trade)
            near = governance.let_near(b.closeness, worth)
            self.tie = governance.next_tie(self.tie, delivered, near, p.tie_growth)
        self.demand = place.demand_scale * (
            (1.0 - self.export_share) * home + self.export_share * abroad
        )
        self.expect()
        orders.plan_work(self, place, self.model.setting, instrument, p)
        place.putout += self.base_putout * self.volume_putout

    def face_derived_demand(self) -> None:
        """Work put out to a subcontractor, or inputs bought from a specialist."""
        p, place = self.model.p, self.model.places[self.place]
        if self.tier == 2:
            work = place.putout
            if self.patron and self.patron.alive:
                own = self.patron.volume_putout
                work = p.patron_share * own + (1.0 - p.patron_share) * place.putout
            work *= place.putout_scale * place.capacity_putout
            price = place.price_putout
        else:
            work, price = (
                place.stage_scale * place.capacity_stages * place.inputs,
                place.price_input,
            )
        self.demand = work * governance.market_shift(
            price, p.demand_elasticity, p.derived_elasticity
        )
        self.expect()

    def expect(self) -> None:
        """Expectations follow orders."""
        speed = self.model.p.expectation_speed
        self.expected_demand += speed * (self.demand - self.expected_demand)

    def plan_posts(self) -> None:
        """A month's luck, labour demand, and whole posts by kind."""
        p, place, instrument = self.model.p, self.model.places[self.place], self.model.instrument
        luck = self.model.random.gauss(0.0, 1.0)
        self.transitory_productivity = production.next_transitory_productivity(
            self.transitory_productivity, p.shock_persistence, p.shock_spread, luck
        )
        if self.productivity_spread > 0.0:
            luck = self.model.random.gauss(0.0, 1.0)
            self.persistent_productivity = production.next_persistent_productivity(
                self.persistent_productivity,
                self.initial_productivity,
                p.luck_persistence,
                self.productivity_spread,
                self.productivity_drift,
                luck,
            )
        self.wage_cost = labour_demand.wage_cost(
            self, place, instrument, p.monopsony_markdown, p.units_homework
        )
        sales = labour_demand.plan_sales(self, place, self.model.setting, instrument, p)
        labour = self.base_labour * sales / self.wage_cost
        hired = (labour - self.owner_labour) / max(self.base_labour - self.owner_labour, 1e-9)
        self.desired_heads = self.base_heads * max(hired, 0.0)
        self.steady_heads += p.steady_speed * (self.desired_heads - self.steady_heads)
        shares = labour_demand.shares_now(self, p)
        skilled, regular = shares[0] * self.steady_heads, shares[1] * self.steady_heads
        loose = shares[2] + shares[3]
        flexible = max(self.desired_heads * sum(shares) - skilled - regular, 0.0)
        casual = flexible * shares[2] / loose if loose > 0.0 else 0.0
        posts = (skilled, regular, casual, flexible - casual if loose > 0.0 else 0.0)
        scale = self.model.post_scale[self.place]
        self.target = [hiring.whole_posts(posts[k] * scale[k], self.dither[k]) for k in range(4)]

    def lay_off(self) -> None:
        """Cut posts beyond the plan, the last in first out; open vacancies for the rest."""
        p = self.model.p
        for kind, staff in enumerate(self.staff):
            surplus = max(len(staff) - self.target[kind], 0)
            if kind < 2 and surplus:
                surplus = min(surplus, hiring.allowed_cut(len(staff), p.layoff_limit, 0.5))
            for worker in sorted(staff, key=lambda w: w.tenure)[:surplus]:
                if kind < 2 and self.formal:
                    self.severance += p.severance_months * worker.wage
                    worker.household.income += p.severance_months * worker.wage
                worker.leave()
            nodes = math.ceil(self.base_heads * getattr(self, f"share_{KINDS[kind]}") / 4.0)
            if self.target[kind] > len(staff):
                self.model.vacancies[self.place] += [(self, kind)] * max(nodes, 1)

    def produce(self) -> None:
        """Own output; subcontractors and specialists deliver."""
        p, place, setting = self.model.p, self.model.places[self.place], self.model.setting
        units = (p.units_skilled_regular, 1.0, p.units_casual, p.units_homework)
        self.labour = self.owner_labour + sum(
            units[kind] * math.exp(p.fit_effect * worker.fit)
            for kind, staff in enumerate(self.staff)
            for worker in staff
            if worker.sick == 0
        )
        self.own_output = production.own_output(
            labour_demand.productive_capital(self, place, p),
            self.labour / (self.base_labour * place.labour_scale),
            p.labour_elasticity,
        )
        if self.tier != 1:
            inputs = labour_demand.unit_inputs(self, place, self.model.instrument, p)
            self.output = production.with_inputs(
                labour_demand.persistent_factor(self) * self.own_output,
                1.0,
                self.demand,
                inputs,
                setting.input_share,
                p.demand_elasticity,
            )
            if self.tier == 2:
                e, sums = p.demand_elasticity, self.model.filled[self.place]
                price = production.own_price(1.0, self.demand, self.output, e)
                place.putout_filled += self.base_revenue * price * self.output
                sums[0] += self.base_revenue * price ** (1.0 - e)
                sums[1] += self.base_revenue

    def deliver(self) -> None:
        """An exporter's deliveries with the work that subcontractors filled."""
        p, place, setting = self.model.p, self.model.places[self.place], self.model.setting
        putout = self.volume_putout * place.putout_filled if self.putout_share > 0.0 else 0.0
        work = labour_demand.persistent_factor(self) * production.work_done_in_time(
            self.own_output, putout, self.putout_share
        )
        inputs = labour_demand.unit_inputs(self, place, self.model.instrument, p)
        self.output = production.with_inputs(
            work, self.price_factor, self.demand, inputs, setting.input_share, p.demand_elasticity
        )

    def sell(self) -> None:
        """Sales, and what they do to the indices of the place."""
        e = self.model.p.demand_elasticity
        self.revenue = production.revenue(
            self.base_revenue, self.price_factor, self.demand, self.output, e
        )
        self.inputs = self.model.setting.input_share * self.revenue
        self.wage_bill = self.putout_cost = 0.0
        price = production.own_price(1.0, self.demand, self.output, e) ** (1.0 - e)
        sums = self.model.sums[self.place]
        abroad = self.base_revenue * self.export_share if self.tier == 1 else 0.0
        ordered = abroad * self.order_weight if self.buyer else 0.0
        index = {1: "local", 2: "putout", 3: "input"}[self.tier]
        for name, base in ((index, self.base_revenue - abroad), ("export", ordered)):
            sums[name][0] += base * price
            sums[name][1] += base

    def pay_overheads(self) -> None:
        """A part of what the firm buys goes by its usual sales and not by those of the month."""
        p, place, setting = self.model.p, self.model.places[self.place], self.model.setting
        share = overhead_share(self, place, setting.input_share, p)
        self.inputs += share * (self.usual_sales - self.revenue)
        self.usual_sales += p.overhead_speed * (self.revenue - self.usual_sales)

    def close_books(self) -> None:
        """Profit, debt, draw, and next month's wage premium."""
        p, place = self.model.p, self.model.places[self.place]
        if self.tier == 1 and place.base_putout * place.putout > 0.0:
            part = self.base_putout * self.volume_putout / (place.base_putout * place.putout)
            self.putout_cost += place.pool * part
        self.pay_overheads()
        costs = self.inputs + self.putout_cost + self.wage_bill + self.severance
        self.profit, self.severance = self.revenue - costs, 0.0
        interest = self.debt * self.own_rate
        self.cash += self.profit - interest
        target = p.cash_target * self.base_revenue
        net = self.profit - interest - self.investment
        if self.cash < 0.0:
            self.debt -= self.cash
            self.cash = 0.0
        elif self.debt > 0.0:
            spare = max(self.cash - 0.5 * target, 0.0)
            repaid = min(self.debt, p.repayment_speed * spare)
            self.debt -= repaid
            self.cash -= repaid
            net -= repaid
        spare = self.cash - max(net, 0.0) - target
        self.draw = min(max(net + p.cash_speed * spare, 0.0), self.cash)
        self.cash -= self.draw
        self.household.income += self.draw
        self.owner.earnings = self.draw
        if self.wage_bill > 0.0 and self.base_wage_bill > 0.0:
            now = (self.revenue / self.wage_bill) / (self.base_revenue / self.base_wage_bill)
            self.profit_ratio += 0.1 * (min(max(now, 0.3), 3.0) - self.profit_ratio)
        self.premium = wages.next_premium(
            self.premium, self.size_premium, self.profit_ratio, p.rent_sharing, 0.1
        )
