"""Unpaid care keeps people near home; a place in child care relieves them of a part of it.

Vouchers for child care raised mothers' employment by 8.5 points in a slum of Nairobi (Clark and others 2019).
"""

from poverty_nodes.model.rule import rule


@rule
def care_cost_left(cost, relief):
    """Share of pay by which a post away from home is worth less to a person with care duties, given child care.

    >>> care_cost_left(0.35, 0.0), care_cost_left(0.35, 1.0)
    (0.35, 0.0)
    """
    return cost * (1.0 - relief)
