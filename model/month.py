"""One month of the economy as named calls: the table of contents of the model.

A modeller who wants another rule subclasses `Month` (or `ClusterModel`, which is one) and overrides one method.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.phases import (
    accounts,
    calendar,
    closing,
    compliance,
    finance,
    households,
    matching,
    orders,
    pay,
    production,
    sales,
    separations,
    staffing,
    tally,
    wage_setting,
)
from model.state import State


class Month:
    """The order of events; each method is one phase and changes the state in place."""

    def advance(self, state: State) -> None:
        """Live through one month: every phase in its order, then the books are closed."""
        before = state.stocks()
        self.calendar(state)
        self.orders(state)
        self.finance(state)
        self.standards(state)
        self.labour(state)
        self.production(state)
        self.sales_and_pay(state)
        self.households(state)
        self.learning(state)
        self.joint_action(state)
        self.demography(state)
        self.tally(state)
        calendar.close_month(state, before)

    def calendar(self, state: State) -> None:
        """Shocks and policies that begin, run or end: levers are set afresh."""
        calendar.open_month(state)

    def orders(self, state: State) -> None:
        """Buyers order, choose their suppliers, and exporters hand work down the tiers."""
        s = state
        orders.place_orders(s.buyers, s.parameters, s.seed, s.month)
        orders.choose_suppliers(s.firms, s.buyers, s.parameters)
        orders.demand_for_exporters(s.firms, s.buyers, s.places, s.parameters, s.setting)
        orders.demand_for_suppliers(s.firms, s.places, s.parameters)

    def finance(self, state: State) -> None:
        """Micro-loans are offered and taken up; firms invest what their cash allows."""
        s = state
        account = s.accounts.get("micro_credit")
        if account is not None and s.levers[0].micro_open:
            owed = s.firms["micro_taken"].copy()
            finance.lend(
                s.firms,
                s.workers,
                s.households,
                s.parameters,
                s.levers,
                account.eligible,
                s.queue,
                account.purse,
                s.seed,
                s.flows,
            )
            account.reached |= s.firms["micro_taken"] > owed
        finance.invest(s.firms, s.parameters, s.flows)

    def standards(self, state: State) -> None:
        """Inspection picks firms; each complies, casualises, puts work out or stays small."""
        s = state
        account = s.accounts.get("labour_standards")
        if account is not None:
            compliance.enforce(
                s.firms, s.desk.staff, s.levers, account.eligible, s.queue, account.purse, s.seed
            )
            compliance.respond(s.firms, s.desk.staff, s.parameters, s.levers, s.seed, s.month)
            account.reached |= s.firms["monitored"] == 1

    def labour(self, state: State) -> None:
        """Quits, labour demand, layoffs, search, matching, and the reference wages."""
        s, d = state, state.desk
        separations.quit_posts(s.workers, s.parameters, d.staff, s.seed, s.month)
        production.passing_shocks(s.firms, s.parameters, s.seed, s.month)
        staffing.plan_posts(
            s.firms, s.places, s.parameters, s.setting, s.levers, d.target, d.post_scale, s.seed
        )
        self.layoffs(state)
        self.search(state)
        wage_setting.move_reference_wages(s.workers, s.places, s.parameters, s.setting)

    def layoffs(self, state: State) -> None:
        """Posts beyond the plan are cut, the last in first out."""
        s, d = state, state.desk
        separations.index_by_firm(s.workers, d.worker_start, d.worker_order)
        separations.lay_off(
            s.firms,
            s.workers,
            s.households,
            s.parameters,
            d.target,
            d.staff,
            d.worker_start,
            d.worker_order,
            s.flows,
        )

    def search(self, state: State) -> None:
        """Seekers meet vacancies on the ring and take the best offer that reaches them."""
        s, d = state, state.desk
        matching.open_vacancies(d.target, d.staff, d.vacancy)
        seekers = matching.gather_seekers(
            s.workers, s.parameters, d.seeker_key, d.seeker_row, s.seed, s.month
        )
        matching.match(
            s.firms,
            s.workers,
            s.places,
            s.parameters,
            s.setting,
            s.levers,
            d.staff,
            d.vacancy,
            d.ring_key,
            d.ring_firm,
            d.ring_kind,
            d.ring_start,
            d.ring_next,
            d.access,
            d.seeker_key,
            d.seeker_row,
            seekers,
            d.hires,
            s.seed,
            s.month,
        )

    def production(self, state: State) -> None:
        """People at work make the month's output; subcontractors deliver to exporters."""
        s = state
        production.labour_at_work(s.workers, s.firms, s.parameters)
        production.produce(s.firms, s.places, s.parameters)

    def sales_and_pay(self, state: State) -> None:
        """Sales, payments between firms, wages and piece rates, loans served, owners' draws."""
        s = state
        sales.sell(s.firms, s.places, s.parameters, s.flows)
        sales.pay_suppliers(s.firms, s.places, s.parameters, s.setting, s.flows, s.desk.pool)
        pay.pay_wages(
            s.workers, s.firms, s.households, s.places, s.parameters, s.setting, s.levers, s.flows
        )
        accounts.close_month(
            s.firms,
            s.workers,
            s.households,
            s.parameters,
            s.levers,
            s.seed,
            s.flows,
            self.losses(s),
        )

    def losses(self, state: State) -> NDArray[np.float64]:
        """Where write-offs of micro-loans are counted: the programme's account, or nowhere."""
        account = state.accounts.get("micro_credit")
        return account.lost if account is not None else np.zeros(2)

    def households(self, state: State) -> None:
        """Outside incomes from local spending and the world; consumption and saving."""
        s = state
        households.outside_incomes(s.workers, s.households, s.places, s.flows, s.desk.weight)
        households.consume_and_save(s.households, s.places, s.parameters, s.flows)

    def learning(self, state: State) -> None:
        """Skill, spillovers, buyers' transfer and upgrading: no rule yet."""

    def joint_action(self, state: State) -> None:
        """Contributions, trust, facility and collective response: no rule yet."""

    def demography(self, state: State) -> None:
        """Firms that can no longer pay close."""
        s = state
        closing.close_insolvent(
            s.firms, s.workers, s.households, s.parameters, s.flows, self.losses(s)
        )

    def tally(self, state: State) -> None:
        """Totals of the place that reports and later phases read."""
        tally.add_up(state.firms, state.places)
