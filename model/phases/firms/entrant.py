"""A founder's new firm: a copy of its type at entrant's size, paid for, and level with the trade in the world."""

from numba import literal_unroll

from poverty_nodes.model.ledger import FOUNDERS_EQUITY, INVESTMENT, OUTSIDE_EQUITY
from poverty_nodes.model.phases.labour.separations import leave
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.population.firm import BLANK, COPIED
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import maturity

ENTRANT = 1 << 40
"""Identities of entrants: this, plus 64 times the founding household's identity, plus its how-manieth firm."""


@rule
def begin(firms, row, type_of, workers, owner, households, home, p, flows):
    """A new firm in a free row: its type at entrant's size, paid by the founder and, beyond her means, by partners.

    `owner` is the row of the founder and `home` that of her household. Of the firm that had the row before nothing is
    left: each field begins as it is declared in model/population/firm.py, or is copied from the type.
    """
    firm, household = firms[row], households[home]
    if workers[owner].post > 0:
        leave(workers[owner])
    workers[owner].post = OWNER
    workers[owner].employer = row
    firms[row] = BLANK[0]
    for name in literal_unroll(COPIED):
        firm[name] = type_of[name]
    firm.id = ENTRANT + 64 * household.id + household.founded
    household.founded += 1
    firm.owner = owner
    firm.household = home
    set_size(firm, type_of, p)
    stand_at_base(firm)
    pay_for(firm, household, p, flows)


@rule
def set_size(firm, type_of, p):
    """The figures of its base month are those of its type, as much smaller as an entrant is than a firm of its age."""
    small = maturity(0.0, p.entrant_size, p.maturing) / maturity(
        type_of.age, p.entrant_size, p.maturing
    )
    firm.base_heads = type_of.base_heads * small
    firm.base_labour = type_of.owner_labour + (type_of.base_labour - type_of.owner_labour) * small
    firm.base_revenue = type_of.base_revenue * small
    firm.base_wage_bill = type_of.base_wage_bill * small
    firm.base_putout = type_of.base_putout * small
    firm.base_capital = type_of.base_capital * small


@rule
def stand_at_base(firm):
    """What moves from month to month begins where the base month has it."""
    firm.abroad_part = firm.export_share
    firm.quality = firm.base_quality
    firm.tie = firm.base_tie
    firm.contribution = firm.base_contribution
    firm.premium = firm.size_premium
    firm.desired_heads = firm.steady_heads = firm.base_heads
    firm.revenue = firm.base_revenue
    firm.capital = firm.base_capital


@rule
def pay_for(firm, household, p, flows):
    """Capital and first cash: from the founder's savings as far as they go, from partners beyond."""
    cash = 0.5 * p.cash_target * firm.base_revenue
    own = min(0.8 * household.savings, firm.capital + cash)
    household.savings -= own
    flows[FOUNDERS_EQUITY] += own
    flows[OUTSIDE_EQUITY] += firm.capital + cash - own
    flows[INVESTMENT] += firm.capital
    firm.cash = cash
