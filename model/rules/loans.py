"""Loans: instalments of a micro-loan, the cost of capital of a borrower, and working capital."""

from poverty_nodes.model.rule import rule


@rule
def instalment(debt, months_left):
    """Principal due this month when the rest is repaid in equal parts.

    >>> instalment(300.0, 6)
    50.0
    """
    if months_left <= 1:
        return debt
    return debt / months_left


@rule
def advance_ceiling(base_revenue, bought_by_patron, months):
    """Most dollars that a buyer or patron advances: so many months of what it buys from the firm.

    Advances are a lender of their own, cheaper than others, for firms that are tied to somebody (McMillan and
    Woodruff 1999).

    >>> advance_ceiling(1000.0, 0.8, 0.5), advance_ceiling(1000.0, 0.0, 0.5)
    (400.0, 0.0)
    """
    return months * bought_by_patron * base_revenue


@rule
def interest_on(debt, own_rate, advance, advance_rate, bank_rate, bank_limit):
    """Interest of the month by lender: the buyer's advance up to its ceiling, then a bank's, the rest at the own rate.

    The own rate is what traders and moneylenders ask of this firm.

    >>> interest_on(1000.0, 0.04, 0.0, 0.01, 0.0, 0.0), interest_on(1000.0, 0.04, 400.0, 0.01, 0.0, 0.0)
    (40.0, 28.0)
    """
    advanced = min(debt, advance)
    rest = interest_due(debt - advanced, own_rate, bank_rate, bank_limit)
    return advanced * min(advance_rate, own_rate) + rest


@rule
def interest_due(debt, own_rate, bank_rate, ceiling):
    """Interest of the month: a bank's rate on what it lends up to its ceiling, the firm's own rate on the rest.

    Informal credit costs several times what banks ask (Banerjee and Duflo 2011: 3 to 4 % a month).

    >>> interest_due(1000.0, 0.04, 0.0, 0.0), interest_due(1000.0, 0.04, 0.01, 600.0)
    (40.0, 22.0)
    """
    if bank_rate <= 0.0 or bank_rate >= own_rate:
        return debt * own_rate
    banked = min(debt, ceiling)
    return banked * bank_rate + (debt - banked) * own_rate


@rule
def capital_wanted_at_bank(own_rate, bank_rate, depreciation):
    """Capital wanted at a bank's rate as a multiple of what the own rate asks for: (r + d)/(b + d), at most 2.

    The marginal product of capital equals its user cost, interest and wear; a firm that cannot borrow more stays at its
    own cost of capital. The bound is judged.

    >>> capital_wanted_at_bank(0.04, 0.0, 0.01), capital_wanted_at_bank(0.04, 0.015, 0.01)
    (1.0, 2.0)
    """
    if bank_rate <= 0.0 or bank_rate >= own_rate:
        return 1.0
    return min((own_rate + depreciation) / (bank_rate + depreciation), 2.0)


@rule
def worth_registering(own_rate, bank_rate, ceiling, tax_rate, profit, burden):
    """Whether an informal firm registers: cheaper credit against tax and the yearly cost of papers, a month.

    (r - b) L > t p + p m / 12, with L the bank's ceiling, p the profit of a usual month and m months of it for papers.
    What a firm gains must exceed what it pays; the form of the choice is judged.

    >>> worth_registering(0.04, 0.015, 4000.0, 0.1, 400.0, 0.5), worth_registering(0.04, 0.015, 0.0, 0.1, 400.0, 0.5)
    (True, False)
    """
    earned = max(profit, 0.0)
    return (own_rate - bank_rate) * ceiling > tax_rate * earned + burden * earned / 12.0


@rule
def wants_loan(own_rate, micro_rate, amount, base_revenue):
    """Whether an owner wants a micro-loan: if it is cheaper than her own capital and at most six months of sales.

    Nobody borrows nothing.

    >>> wants_loan(0.05, 0.02, 500.0, 400.0), wants_loan(0.01, 0.02, 500.0, 400.0)
    (True, False)
    >>> wants_loan(0.05, 0.02, 0.0, 400.0)
    False
    """
    return micro_rate < own_rate and 0.0 < amount <= 6.0 * base_revenue


@rule
def group_number(served, size, place):
    """Number of the group (from 1) of the next borrower of a place (0, 1), so many having been served before.

    Borrowers of a group answer for each other's loans (Ghatak and Guinnane 1999).

    >>> group_number(0.0, 5.0, 0), group_number(4.0, 5.0, 0), group_number(5.0, 5.0, 0), group_number(0.0, 5.0, 1)
    (1, 1, 3, 2)
    """
    return 1 + place + 2 * int(served / size)
