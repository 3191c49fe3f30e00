"""The firm's books of the month: profit, loans served, the owner's draw, and the wage premium of next month."""

from poverty_nodes.model.draws import EVASION, normal, stream_key, uniform
from poverty_nodes.model.ledger import (
    CONTRIBUTIONS,
    HOME_DUES,
    INTEREST,
    LOANS,
    MICRO_INTEREST,
    MICRO_REPAID,
    OWNER_DRAWS,
    PENALTIES,
    PROFIT_TAX,
    REORGANISATION,
    REPAID,
    SAFETY,
)
from poverty_nodes.model.phases.finance.group_liability import leave_unpaid
from poverty_nodes.model.phases.finance.investment import bank_ceiling
from poverty_nodes.model.phases.labour.labour_demand import floor_for
from poverty_nodes.model.phases.labour.labour_regulation import bound, reorganising_cost
from poverty_nodes.model.population.codes import COMPLY
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import left_at_base
from poverty_nodes.model.rules.labour_regulation import fine_due
from poverty_nodes.model.rules.loans import advance_ceiling, instalment, interest_on
from poverty_nodes.model.rules.wages import next_premium, quality_pay


@rule
def standard_costs(firm, instrument, p, luck, flows):
    """Contributions, fines and the cost of reorganising to evade, in dollars; all zero without a standard."""
    inspected = firm.monitored == 1 and instrument.floor > 0.0
    if not inspected and not bound(firm, instrument):
        return 0.0
    covered = firm.share_skilled_regular + firm.share_regular
    covered += firm.share_casual if instrument.casual_covered else 0.0
    covered += firm.share_homework if instrument.homework_covered else 0.0
    contribution = (
        instrument.contribution * covered * firm.wage_bill
        if inspected and floor_for(firm, instrument, 0, p.units_homework) > 0.0
        else 0.0
    )
    fine = 0.0
    moving = 0.0
    if firm.evasion > COMPLY:
        shifted = firm.casual_shift if firm.evasion == 2 else firm.home_shift
        penalty = instrument.penalty if inspected else 0.0
        fine = fine_due(firm.evasion, shifted, firm.gap_regular, firm.gap_casual, penalty)
        moving = reorganising_cost(firm.wage_bill, luck, p)
    flows[CONTRIBUTIONS] += contribution
    flows[PENALTIES] += fine
    flows[REORGANISATION] += moving
    return contribution + fine + moving


@rule
def serve_micro_loan(firm, instrument, flows, lost):
    """Interest and instalment of the micro-loan; what cannot be paid is a default (`leave_unpaid`)."""
    if firm.micro_debt <= 0.0:
        return 0.0
    interest = firm.micro_debt * instrument.micro_rate
    due = 0.0
    if firm.micro_months <= instrument.micro_months:
        due = instalment(firm.micro_debt, firm.micro_months)
    firm.micro_months -= 1
    if firm.cash < interest + due:
        paid = max(firm.cash, 0.0)
        interest = min(interest, paid)
        due = paid - interest
        leave_unpaid(firm, firm.micro_debt - due, lost)
        firm.micro_taken = -1
    else:
        firm.micro_debt -= due
        if firm.micro_months <= 0 or firm.micro_debt < 1e-9:
            firm.micro_debt = 0.0
            firm.micro_months = 0
    firm.cash -= interest + due
    flows[MICRO_INTEREST] += interest
    flows[MICRO_REPAID] += due
    return interest + due


@rule
def bought_by_patron(firm, p):
    """Share of a firm's base sales that goes to its buyer or its patron, 0 when it has none."""
    if firm.buyer >= 0:
        return firm.export_share
    return p.patron_share if firm.patron >= 0 else 0.0


@rule
def close_month(firms, workers, households, parameters, setting, instruments, seed, flows, lost):
    """Profit, debt, draws and premium of every firm. Cash is never negative: a firm borrows what it lacks."""
    p = parameters[0]
    instrument = instruments[0]
    key = stream_key(seed, EVASION, 0)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        take_profit(firm, instrument, p, normal(uniform(key, firm.id)), flows)
        net = serve_debts(firm, instrument, p, flows, lost)
        target = p.cash_target * firm.base_revenue
        firm.draw = min(
            max(net + p.cash_speed * (firm.cash - max(net, 0.0) - target), 0.0), firm.cash
        )
        firm.cash -= firm.draw
        flows[OWNER_DRAWS] += firm.draw
        households[firm.household].income += firm.draw
        workers[firm.owner].earnings = firm.draw
        see_fortunes(firm, setting[0].input_share)
        firm.premium = next_premium(
            firm.premium,
            firm.size_premium * quality_pay(firm.quality - firm.base_quality, p.quality_pay),
            firm.profit_ratio,
            p.rent_sharing,
            0.1,
        )
        firm.age += 1


@rule
def take_profit(firm, instrument, p, luck, flows):
    """Profit of the month after tax, and after severance, safety and contributions for home workers have been paid."""
    firm.profit = (
        firm.revenue
        - firm.inputs
        - firm.putout_cost
        - firm.wage_bill
        - firm.severance
        - standard_costs(firm, instrument, p, luck, flows)
        - firm.safety_bill
        - firm.home_dues
    )
    flows[SAFETY] += firm.safety_bill
    flows[HOME_DUES] += firm.home_dues
    firm.severance = 0.0
    tax = firm.tax_rate * max(firm.profit, 0.0)
    firm.profit -= tax
    flows[PROFIT_TAX] += tax


@rule
def serve_debts(firm, instrument, p, flows, lost):
    """Pay interest and instalments, take new loans; returns the dollars of profit left after these and investment."""
    interest = interest_on(
        firm.debt,
        firm.own_rate,
        advance_ceiling(firm.base_revenue, bought_by_patron(firm, p), p.advance_months),
        p.advance_rate,
        firm.bank_rate,
        bank_ceiling(firm),
    )
    flows[INTEREST] += interest
    firm.cash += firm.profit - interest
    net = firm.profit - interest - firm.investment
    if firm.cash > 0.0:
        net -= serve_micro_loan(firm, instrument, flows, lost)
    if firm.cash < 0.0:
        flows[LOANS] -= firm.cash
        firm.debt -= firm.cash
        firm.cash = 0.0
    elif firm.debt > 0.0:
        target = p.cash_target * firm.base_revenue
        repaid = min(firm.debt, p.repayment_speed * max(firm.cash - 0.5 * target, 0.0))
        firm.debt -= repaid
        firm.cash -= repaid
        net -= repaid
        flows[REPAID] += repaid
    return net


@rule
def see_fortunes(firm, input_share):
    """Slow averages of sales over wages and of value added less wages, multiples of the base; extremes are cut off."""
    if firm.wage_bill > 0.0 and firm.base_wage_bill > 0.0:
        now = (firm.revenue / firm.wage_bill) / (firm.base_revenue / firm.base_wage_bill)
        firm.profit_ratio += 0.1 * (min(max(now, 0.3), 3.0) - firm.profit_ratio)
    base_left = left_at_base(firm.base_revenue, firm.base_putout, firm.base_wage_bill, input_share)
    if base_left > 0.0:
        left = (firm.revenue - firm.inputs - firm.putout_cost - firm.wage_bill) / base_left
        firm.left_over += 0.1 * (min(max(left, -1.0), 4.0) - firm.left_over)
