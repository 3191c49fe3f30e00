"""Money before production: micro-loans to owners who are offered one and want it, and investment."""

from poverty_nodes.model.draws import TAKE_UP, stream_key, uniform
from poverty_nodes.model.ledger import (
    INVESTMENT,
    LOANS,
    MICRO_LOANS,
    MICRO_TO_HOUSEHOLD,
    USED_MACHINES,
)
from poverty_nodes.model.population.codes import FEMALE
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.loans import capital_wanted_at_bank, group_number, wants_loan
from poverty_nodes.model.rules.production import desired_capital


@rule
def bank_ceiling(firm):
    """Most dollars that a firm's bank lends it: so many months of its base sales; 0 without a bank."""
    return firm.bank_limit * firm.base_revenue


@rule
def lend(firms, workers, households, places, parameters, instruments, queue, seed, flows):
    """The micro-lender lends to eligible owners who take up the offer, in the order of `queue` (a `ServiceQueue`).

    Take-up is a lasting trait of the owner, so that a higher take-up adds borrowers and swaps none. Borrowers who
    answer for each other are those of a place who are served one after the other.
    """
    p = parameters[0]
    instrument = instruments[0]
    if not instrument.micro_open:
        return
    key = stream_key(seed, TAKE_UP, 0)
    for i in range(len(queue.rows)):
        if queue.funds[0] < 1.0:
            return
        firm = firms[queue.rows[i]]
        if not queue.eligible[queue.rows[i]] or not borrows(firm, instrument, key):
            continue
        share = instrument.micro_consumed
        if workers[firm.owner].gender == FEMALE:
            share += (1.0 - share) * p.women_loan_diverted
        take_loan(firm, households[firm.household], instrument, share, flows)
        firm.micro_group = 0
        if instrument.micro_group > 1.0:
            place = places[firm.place]
            firm.micro_group = group_number(place.micro_served, instrument.micro_group, firm.place)
            place.micro_served += 1.0
        queue.funds[0] -= 1.0
        queue.funds[1] += 1.0


@rule
def borrows(firm, instrument, key):
    """Whether an owner takes up the offer of a micro-loan; one who has a loan or has defaulted gets none."""
    if not firm.alive or firm.micro_debt > 0.0 or firm.micro_taken < 0:
        return False
    if uniform(key, firm.id) >= instrument.micro_take_up:
        return False
    return wants_loan(
        firm.own_rate, instrument.micro_rate, instrument.micro_amount, firm.base_revenue
    )


@rule
def take_loan(firm, household, instrument, share, flows):
    """Pay out a micro-loan: the household consumes a `share` of it, the rest becomes capital."""
    amount = instrument.micro_amount
    home = amount * share
    firm.micro_debt = amount
    firm.micro_months = int(instrument.micro_months + instrument.micro_grace)
    firm.micro_taken += 1
    firm.cash += amount - home
    household.income += home
    flows[MICRO_LOANS] += amount - home
    flows[MICRO_TO_HOUSEHOLD] += home
    firm.capital += amount - home
    firm.cash -= amount - home
    flows[INVESTMENT] += amount - home


@rule
def invest(firms, places, parameters, instruments, flows):
    """Firms replace worn-out capital and close a part of the gap to what they want, as far as cash and credit allow.

    Machines that closed or hard-pressed firms of the place sold last month are bought first, at the price that those
    got, by all who invest in proportion to what they invest; what nobody buys leaves the place.
    """
    p = parameters[0]
    for i in range(len(places)):
        places[i].machines_wanted = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        firm.investment = 0.0
        if firm.alive:
            plan_investment(firm, instruments[firm.place], p, flows)
            places[firm.place].machines_wanted += firm.investment
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            buy_machines(firm, share_of_used(places[firm.place]), p, flows)
    for i in range(len(places)):
        places[i].used_machines = 0.0


@rule
def share_of_used(place):
    """Share of the machines bought in a place this month that have been used before."""
    if place.used_machines <= 0.0 or place.machines_wanted <= 0.0:
        return 0.0
    return min(place.used_machines / place.machines_wanted, 1.0)


@rule
def plan_investment(firm, instrument, p, flows):
    """What a firm invests this month, in dollars of new machines; its bank lends what it has not itself."""
    cheaper = capital_wanted_at_bank(firm.own_rate, firm.bank_rate, p.depreciation)
    wanted = desired_capital(
        firm.base_capital * cheaper,
        firm.revenue / firm.base_revenue,
        firm.micro_debt * (1.0 - instrument.micro_consumed),
    )
    firm.capital *= 1.0 - instrument.capital_lost
    plan = p.depreciation * firm.capital + p.investment_speed * (wanted - firm.capital)
    spare = firm.cash - 0.5 * p.cash_target * firm.base_revenue
    firm.investment = min(max(plan, 0.0), max(spare, 0.0))
    if firm.bank_rate > 0.0:
        lent = min(max(plan - firm.investment, 0.0), max(bank_ceiling(firm) - firm.debt, 0.0))
        firm.debt += lent
        firm.cash += lent
        firm.investment += lent
        flows[LOANS] += lent


@rule
def buy_machines(firm, used, p, flows):
    """A firm's machines wear out and it buys what it planned, this share of it used; `investment` is then its cost."""
    firm.capital += firm.investment - p.depreciation * firm.capital
    second_hand = used * firm.investment
    paid = p.capital_recovered * second_hand
    flows[INVESTMENT] += firm.investment - second_hand
    flows[USED_MACHINES] += paid
    firm.investment -= second_hand - paid
    firm.cash -= firm.investment
