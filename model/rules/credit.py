"""Loans: instalments of a micro-loan, the cost of capital of a borrower, and working capital."""

from model.rule import rule


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
def wants_loan(own_rate, micro_rate, amount, base_revenue):
    """Whether an owner wants a micro-loan: cheaper than her own capital, and no larger than six months of sales.

    Nobody borrows nothing.

    >>> wants_loan(0.05, 0.02, 500.0, 400.0), wants_loan(0.01, 0.02, 500.0, 400.0)
    (True, False)
    >>> wants_loan(0.05, 0.02, 0.0, 400.0)
    False
    """
    return micro_rate < own_rate and 0.0 < amount <= 6.0 * base_revenue
