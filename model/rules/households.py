"""Households smooth income and keep a buffer (Deaton 1991)."""

from poverty_nodes.model.rule import rule


@rule
def next_smoothed(smoothed, income, speed):
    """Smoothed income, which consumption follows, $/month.

    >>> next_smoothed(100.0, 200.0, 0.15)
    115.0
    """
    return smoothed + speed * (income - smoothed)


@rule
def consumption(smoothed, savings, buffer, income, speed):
    """Spending of the month: smoothed income, plus a share of savings beyond the buffer; never more than at hand.

    >>> consumption(100.0, 200.0, 150.0, 100.0, 0.05)
    102.5
    >>> consumption(100.0, 0.0, 0.0, 60.0, 0.05)
    60.0
    """
    return min(max(smoothed + speed * (savings - buffer), 0.0), savings + income)


@rule
def local_part(consumption, size, share, ceiling):
    """Dollars spent on local services: a share of spending up to a ceiling a person; beyond it money goes elsewhere.

    >>> local_part(1000.0, 5, 0.3, 400.0), local_part(5000.0, 5, 0.3, 400.0)
    (300.0, 600.0)
    """
    return share * min(consumption, ceiling * size)
