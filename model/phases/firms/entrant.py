"""A new firm: a copy of its type at an entrant's size, paid for by its founder, and level with the trade in the
world."""

from numba import literal_unroll

from poverty_nodes.model.ledger import FOUNDERS_EQUITY, INVESTMENT, OUTSIDE_EQUITY
from poverty_nodes.model.phases.labour.separations import leave
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.population.firm import BLANK, COPIED
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import maturity

ENTRANT = 1 << 40
"""Identity of an entrant: this, plus 64 times the identity of the founding household, plus how many firms that has
founded."""


@rule
def begin(firms, row, type_of, workers, owner, households, home, p, flows):
    """A new firm in a free row: its type at an entrant's size, paid for by the founder and, beyond her means, by
    partners.

    `owner` is the row of the founder and `home` that of her household. Nothing is left of the firm that had the row
    before: each field begins as model/population/firm.py declares, or is copied from the type.
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
    """Base figures are those of its type, smaller by the ratio of an entrant's size to that of a grown firm."""
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
    """Fields that move from month to month begin at their base values."""
    firm.abroad_part = firm.export_share
    firm.quality = firm.base_quality
    firm.tie = firm.base_tie
    firm.contribution = firm.base_contribution
    firm.premium = firm.size_premium
    firm.desired_heads = firm.steady_heads = firm.base_heads
    firm.revenue = firm.usual_sales = firm.base_revenue
    firm.capital = firm.base_capital


@rule
def pay_for(firm, household, p, flows):
    """The founder pays for capital and first cash as far as her savings go, and partners pay the rest."""
    cash = 0.5 * p.cash_target * firm.base_revenue
    own = min(p.founder_stake * household.savings, firm.capital + cash)
    firm.outside_share = paid_by_partners(own, firm.capital + cash)
    household.savings -= own
    flows[FOUNDERS_EQUITY] += own
    flows[OUTSIDE_EQUITY] += firm.capital + cash - own
    flows[INVESTMENT] += firm.capital
    firm.cash = cash


@rule
def paid_by_partners(own, needed):
    """Share of what a start needs that partners from outside pay, of so many dollars that the founder has not.

    >>> paid_by_partners(250.0, 1000.0), paid_by_partners(1000.0, 1000.0), paid_by_partners(0.0, 0.0)
    (0.75, 0.0, 0.0)
    """
    return 1.0 - own / needed if needed > 0.0 else 0.0
