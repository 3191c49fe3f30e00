"""A founder's new firm: a copy of its type at entrant's size, paid for, and level with the trade in the world."""

from poverty_nodes.model.ledger import FOUNDERS_EQUITY, INVESTMENT, OUTSIDE_EQUITY
from poverty_nodes.model.phases.labour.separations import leave
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import maturity

ENTRANT = 1 << 40
"""Identities of entrants: this, plus 64 times the founding household's identity, plus its how-manieth firm."""


@rule
def begin(firm, type_of, workers, owner, household, p, flows):
    """A new firm in a free row: its type at entrant's size, paid by the founder and, beyond her means, by partners."""
    small = maturity(0.0, p.entrant_size, p.maturing) / maturity(
        type_of.age, p.entrant_size, p.maturing
    )
    if workers[owner].post > 0:
        leave(workers[owner])
    workers[owner].post = OWNER
    firm.id = ENTRANT + 64 * household.id + household.founded
    household.founded += 1
    firm.owner = owner
    firm.place = type_of.place
    firm.tier = type_of.tier
    firm.formal = type_of.formal
    firm.member = type_of.member
    firm.buyer = type_of.buyer
    firm.patron = -1
    firm.age = 0
    firm.alive = 1
    firm.monitored = 0
    firm.joined = 0
    firm.evasion = 0
    firm.type_number = type_of.type_number
    firm.type_id = type_of.type_id
    firm.process_steps = firm.product_steps = firm.functional_steps = 0
    firm.process_level = firm.product_level = firm.functional_level = 0.0
    firm.process_pace = type_of.process_pace
    firm.product_pace = type_of.product_pace
    firm.functional_pace = type_of.functional_pace
    firm.wage_bill = firm.inputs = firm.putout_cost = firm.profit = firm.investment = 0.0
    firm.gap_regular = firm.gap_casual = firm.gap_homework = 0.0
    firm.export_share = firm.abroad_part = type_of.export_share
    firm.capital_elasticity = type_of.capital_elasticity
    firm.own_rate = type_of.own_rate
    firm.base_price = type_of.base_price
    firm.quality = firm.base_quality = type_of.base_quality
    firm.tie = firm.base_tie = type_of.base_tie
    firm.standard = type_of.standard
    firm.functions = type_of.functions
    firm.trust = type_of.trust
    firm.contribution = firm.base_contribution = type_of.base_contribution
    firm.share_skilled_regular = type_of.share_skilled_regular
    firm.share_regular = type_of.share_regular
    firm.share_casual = type_of.share_casual
    firm.share_homework = type_of.share_homework
    firm.owner_labour = type_of.owner_labour
    firm.size_premium = firm.premium = type_of.size_premium
    firm.putout_share = type_of.putout_share
    firm.base_heads = type_of.base_heads * small
    firm.base_labour = type_of.owner_labour + (type_of.base_labour - type_of.owner_labour) * small
    firm.base_revenue = type_of.base_revenue * small
    firm.base_wage_bill = type_of.base_wage_bill * small
    firm.base_putout = type_of.base_putout * small
    firm.base_capital = type_of.base_capital * small
    firm.transitory_productivity = firm.persistent_productivity = 0.0
    firm.initial_productivity = type_of.initial_productivity
    firm.initial_advantage = type_of.initial_advantage
    firm.productivity_spread = type_of.productivity_spread
    firm.productivity_drift = type_of.productivity_drift
    firm.experience = firm.left_over = 1.0
    firm.practices = 0.0
    firm.productivity = type_of.productivity
    firm.order_weight = firm.demand = firm.expected_demand = firm.planned_output = 1.0
    firm.price_factor = firm.volume_putout = firm.wage_cost = firm.profit_ratio = 1.0
    firm.own_output = firm.output = 1.0
    firm.desired_heads = firm.steady_heads = firm.base_heads
    firm.casual_shift = firm.home_shift = firm.putout_shift = firm.head_limit = 0.0
    firm.revenue = firm.base_revenue
    firm.debt = firm.micro_debt = firm.severance = firm.draw = 0.0
    firm.centre_shift = firm.home_registered = firm.home_dues = firm.safety_bill = 0.0
    firm.micro_months = firm.micro_taken = firm.micro_group = firm.warned = 0
    firm.won_orders = firm.direct_part = firm.public_part = 0.0
    firm.public_orders = 0.0
    firm.bank_rate = firm.bank_limit = firm.tax_rate = 0.0
    firm.capital = firm.base_capital
    cash = 0.5 * p.cash_target * firm.base_revenue
    own = min(0.8 * household.savings, firm.capital + cash)
    household.savings -= own
    flows[FOUNDERS_EQUITY] += own
    flows[OUTSIDE_EQUITY] += firm.capital + cash - own
    flows[INVESTMENT] += firm.capital
    firm.cash = cash
