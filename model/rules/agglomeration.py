"""Marshall's (1890) three gains from being near others in the trade, and the crowding that offsets them.

*Sharing* lowers unit input cost where specialists are many; *matching* shows a seeker more vacancies;
*congestion* (land, effluent) lowers productivity where producers crowd. All are 1 at base density, so the
wage gap between the cluster and the comparator is an input of the base month, not a result.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def input_cost(specialists, elasticity, local_share, local_price, other_price):
    """Unit cost of inputs as a multiple of the base: the price of local ones, times (n/n0)^-t for sharing.

    >>> input_cost(1.0, 0.02, 0.4, 1.0, 1.0)
    1.0
    >>> round(input_cost(2.0, 0.02, 0.4, 1.0, 1.0), 4)
    0.9862
    """
    price = (1.0 - local_share) * other_price + local_share * local_price
    return price * max(specialists, 0.01) ** (-elasticity)


@rule
def bought_in(capital, typical, fall, local_share):
    """Share of steps that a firm leaves to neighbours, as a multiple of the place's mean: (K/K*)^-f, at most all of
    them.

    Where neighbours do single steps, a firm can start with few machines (Huang, Zhang and Zhu 2007), and costs fall
    most for the smallest (Visser 1999); a firm with more machines does more steps in house.

    >>> bought_in(50.0, 50.0, 0.25, 0.1), bought_in(800.0, 50.0, 0.25, 0.1), bought_in(1.0, 50.0, 0.25, 0.5)
    (1.0, 0.5, 2.0)
    """
    if fall <= 0.0 or typical <= 0.0:
        return 1.0
    return min((max(capital, 1.0) / typical) ** (-fall), 1.0 / max(local_share, 0.1))


@rule
def bought_price(input_price, exchange_rate, import_content):
    """Price of inputs from outside the place as a multiple of the base: a part of it moves with the exchange rate.

    >>> bought_price(1.0, 1.0, 0.4), bought_price(1.0, 1.5, 0.4)
    (1.0, 1.2)
    """
    return input_price * (1.0 + import_content * (exchange_rate - 1.0))


MOST_CONTACTS = 8.0
"""Most vacancies that a person looks at in a month."""


@rule
def contacts(base_contacts, density):
    """Vacancies that a seeker looks at in a month: k0 + log2(density), at least 1 and at most MOST_CONTACTS.

    >>> contacts(2.0, 1.0), contacts(2.0, 4.0)
    (2.0, 4.0)
    """
    return min(MOST_CONTACTS, max(1.0, base_contacts + math.log2(max(density, 0.01))))


@rule
def crowding(density, exponent):
    """Productivity lost to crowding, a factor that is 1 at base density: ((1 + D/8)/(1 + 1/8))^(-8 c).

    >>> crowding(1.0, 0.01)
    1.0
    >>> round(crowding(4.0, 0.01), 4)
    0.9772
    """
    return ((1.0 + density / 8.0) / 1.125) ** (-8.0 * exponent)
