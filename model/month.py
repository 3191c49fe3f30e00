"""One month of the economy as named calls; for another rule subclass `Month` or `ClusterModel`, and override one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.advance import Startable, Started
from poverty_nodes.model.phases import calendar, tally
from poverty_nodes.model.phases.association import joint_action, membership
from poverty_nodes.model.phases.finance import firm_accounts, investment, last_means, overheads
from poverty_nodes.model.phases.firms import (
    buyer_standards,
    firm_demography,
    registration,
    upgrading,
)
from poverty_nodes.model.phases.goods import (
    foreign_buyers,
    market_size,
    orders,
    production,
    sales,
    supplier_choice,
    supplier_rematching,
    trade_fairs,
)
from poverty_nodes.model.phases.labour import (
    home_work,
    job_market,
    labour_demand,
    labour_regulation,
    matching,
    pay,
    reference_wages,
    separations,
    vacancies,
)
from poverty_nodes.model.phases.people import (
    households,
    income_risk,
    lifecycle,
    local_services,
    training,
)
from poverty_nodes.model.phases.programmes import delivery
from poverty_nodes.model.policies.acts import FLOORS, HOME_RIGHTS, INSURING, TEACHING
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.population import ring
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.model.state import State
from poverty_nodes.model.stray_phases import refuse_strays


class Month:
    """The order of events; each method is one phase and changes the state in place."""

    def __init_subclass__(cls, **more: object) -> None:
        """TypeError if a subclass has a method that looks like a phase but that nobody calls."""
        super().__init_subclass__(**more)
        refuse_strays(cls)

    @classmethod
    def started(cls, scenario: Startable, seed: int) -> Started:
        """The economy of a scenario under a seed at month 0, to be advanced by this order of the month."""
        month = cls()
        return Started(month, scenario.start(seed), month)

    def advance(self, state: State) -> None:
        """Advance by one month: every phase in its order, then the books are closed."""
        before = state.stocks()
        self.calendar(state)
        self.orders(state)
        self.finance(state)
        self.standards(state)
        index_employment(state)
        self.labour(state)
        index_employment(state)
        self.production(state)
        self.sales_and_pay(state)
        self.household_budgets(state)
        self.learning(state)
        self.joint_action(state)
        self.demography(state)
        self.tally(state)
        calendar.close_month(state, before)

    def calendar(self, state: State) -> None:
        """Shocks and policies that begin, run or end: instruments are set afresh."""
        calendar.open_month(state)

    def orders(self, state: State) -> None:
        """Buyers order, choose their suppliers, fairs bring orders, and exporters hand work down the tiers."""
        s = state
        trade_fairs.win_orders(s.firms, s.parameters, s.seed, s.month)
        orders.place_orders(s.buyers, s.parameters, s.instruments, s.seed, s.month)
        supplier_choice.choose_suppliers(s.firms, s.buyers, s.places, s.parameters, s.instruments)
        foreign_buyers.keep_relations(
            s.firms, s.buyers, s.places, s.relations, s.parameters, s.seed, s.month
        )
        orders.demand_for_exporters(
            s.firms, s.buyers, s.places, s.parameters, s.setting, s.instruments
        )
        orders.demand_for_suppliers(s.firms, s.places, s.parameters, s.instruments)

    def finance(self, state: State) -> None:
        """Micro-loans are offered and taken up, firms register; they invest what cash and credit allow."""
        s = state
        registration.register(s.firms, s.instruments, s.setting)
        delivery.lend(s)
        investment.invest(s.firms, s.places, s.parameters, s.instruments, s.flows)

    def standards(self, state: State) -> None:
        """Inspection picks firms; each complies, casualises, puts work out or stays small."""
        s = state
        delivery.inspect(s)
        if s.accounts.doing(FLOORS):
            labour_regulation.respond(
                s.firms, s.workspace.staff, s.parameters, s.instruments, s.seed, s.month
            )
        if s.accounts.doing(HOME_RIGHTS):
            home_work.register(s.firms, s.workers, s.places, s.parameters, s.instruments, s.seed)
            home_work.move_work(s.firms, s.places, s.parameters)

    def labour(self, state: State) -> None:
        """Quits, labour demand, layoffs, search, matching, and the reference wages."""
        s, d = state, state.workspace
        separations.quit_posts(
            s.workers, d.at_work, d.outside, s.places, s.parameters, d.staff, d.stayed, s.seed, s.month
        )  # fmt: skip
        production.move_productivity(s.firms, s.parameters, s.seed, s.month)
        labour_demand.plan_posts(
            s.firms,
            s.places,
            s.parameters,
            s.setting,
            s.instruments,
            d.target,
            d.post_scale,
            s.seed,
        )
        self.layoffs(state)
        self.search(state)
        reference_wages.move_reference_wages(
            s.households, s.firms, d.staff, s.places, s.parameters, s.setting
        )

    def layoffs(self, state: State) -> None:
        """Posts beyond the plan are cut, the last in first out."""
        s, d = state, state.workspace
        separations.index_by_firm(d.at_work, d.stayed, d.worker_start, d.worker_order)
        separations.lay_off(
            s.firms, s.workers, s.households, s.parameters, d.target,
            d.staff, d.worker_start, d.worker_order, s.flows,
        )  # fmt: skip

    def search(self, state: State) -> None:
        """Seekers meet vacancies on the ring and take the best offer that reaches them."""
        s, d = state, state.workspace
        market = job_market.open_market(s)
        matching.match(s.workers, s.places, s.parameters, s.setting, market, s.seed, s.month)
        vacancies.notice_unfilled(s.firms, s.places, d.target, d.vacancy, s.parameters)

    def production(self, state: State) -> None:
        """People at work make the month's output; subcontractors deliver to exporters."""
        s = state
        production.labour_at_work(
            s.workers, s.workspace.at_work, s.firms, s.parameters, s.instruments
        )
        production.produce(s.firms, s.places, s.parameters, s.setting, s.instruments)

    def sales_and_pay(self, state: State) -> None:
        """Sales, payments between firms, wages and piece rates, loans served, owners' draws."""
        s = state
        sales.sell(s.firms, s.places, s.parameters, s.flows)
        sales.pay_suppliers(
            s.firms, s.places, s.parameters, s.setting, s.instruments, s.flows, s.workspace.pool
        )
        overheads.pay_overheads(s.firms, s.places, s.parameters, s.setting, s.flows)
        self.pay(s)
        firm_accounts.close_month(
            s.firms, s.workers, s.households, s.parameters, s.setting,
            s.instruments, s.seed, s.flows, self.losses(s),
        )  # fmt: skip
        delivery.insure(s, self.insurers(s))

    def insurers(self, state: State) -> tuple[Account, ...]:
        """The programmes that insure people pay what each has promised for illness and dismissal."""
        return state.accounts.doing(INSURING)

    def pay(self, state: State) -> None:
        """Wages and piece rates, with what a wage floor adds to them."""
        s = state
        pay.pay_wages(
            s.workers, s.workspace.at_work, s.firms, s.households, s.places,
            s.parameters, s.setting, s.instruments, s.flows,
        )  # fmt: skip

    def losses(self, state: State) -> NDArray[np.float64]:
        """Where write-offs of micro-loans are counted: the lender's account, or nowhere."""
        return delivery.losses(state)

    def household_budgets(self, state: State) -> None:
        """Outside incomes from local spending and the world; consumption and saving."""
        s = state
        income_risk.renew_shocks(s.workers, s.parameters, s.seed, s.month, 1)
        local_services.outside_incomes(
            s.workers, s.workspace.outside, s.households, s.places, s.flows, s.workspace.weight
        )
        households.consume_and_save(s.households, s.places, s.parameters, s.flows)

    def learning(self, state: State) -> None:
        """Firms upgrade with buyers' help and learn from neighbours and advice; people age, get hurt and learn."""
        s = state
        upgrading.upgrade(s.firms, s.buyers, s.places, s.parameters, s.flows, s.seed, s.month)
        upgrading.learn(s.firms, s.places, s.parameters)
        production.gain_experience(s.firms, s.places, s.parameters)
        lifecycle.live(
            s.workers, s.workspace.at_work, s.firms, s.households, s.places,
            s.parameters, s.flows, s.seed, s.month,
        )  # fmt: skip
        delivery.give_back_medical(s, self.insurers(s))
        if s.accounts.doing(TEACHING):
            training.teach(s.workers, s.parameters, s.seed, s.month)
        lifecycle.move_between_places(
            s.workers, s.households, s.places, s.parameters, s.seed, s.month
        )

    def joint_action(self, state: State) -> None:
        """Members give and are helped, trust and giving follow, the facility is built, and standards are met."""
        s = state
        membership.meet(s.firms, s.workers, s.places)
        joint_action.give(s.firms, s.buyers, s.places, s.parameters, s.instruments, s.flows)
        delivery.match_giving(state)
        joint_action.relieve(s.firms, s.places, s.parameters, s.flows)
        joint_action.build(s.places, s.parameters, s.flows)
        self.meet_standards(state)
        delivery.meet_code(state)

    def meet_standards(self, state: State) -> None:
        """Firms below a standard that is coming or required pay to meet it, alone or with help."""
        s = state
        buyer_standards.meet_standards(
            s.firms, s.buyers, s.places, s.parameters, s.instruments, s.flows, s.seed, s.month
        )

    def demography(self, state: State) -> None:
        """Firms close, groups answer for loans, young firms grow up, households found new ones, links are found."""
        s = state
        closed = self.closures(s)
        if closed:
            firm_demography.dismiss_all(s.firms, s.workers, s.workspace.at_work, s.workspace.staff)
        delivery.answer_for_each_other(s)
        firm_demography.grow_up(s.firms, s.parameters)
        founded = self.foundings(s)
        supplier_rematching.find_patrons(s.firms, s.parameters, s.seed, s.month)
        supplier_rematching.find_buyers(s.firms, s.buyers, s.parameters, s.seed, s.month)
        firm_demography.count_firms(s.firms, s.places)
        if closed or founded:
            ring.rebuild(s)

    def closures(self, state: State) -> int:
        """Firms that close this month, when all that their owners can do for them is done; how many."""
        s = state
        last_means.stave_off(s.firms, s.households, s.places, s.parameters, s.flows)
        closed: int = firm_demography.close_firms(
            s.firms,
            s.places,
            s.workspace.openings,
            s.parameters,
            s.households,
            s.flows,
            self.losses(s),
            s.seed,
            s.month,
        )
        return closed

    def foundings(self, state: State) -> int:
        """Firms that households found this month; how many."""
        s, d = state, state.workspace
        founded: int = firm_demography.found_firms(
            s.firms, d.firm_types, s.workers, s.households, s.places,
            s.parameters, s.flows, s.seed, s.month,
        )  # fmt: skip
        return founded

    def tally(self, state: State) -> None:
        """Totals of the place that reports and later phases read."""
        s = state
        tally.add_up(s.firms, s.places, s.parameters, s.setting)
        market_size.see_markets(s.firms, s.buyers, s.places, s.parameters, s.instruments)
