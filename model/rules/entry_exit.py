"""Firms are born in small steps and die young: hazards of closing, least investment, and who founds.

Closing falls with size and age and rises when business is bad (McKenzie and Paffhausen 2019: 8.3 % a year in the
first five years, higher for the young). Small riskable steps after Schmitz and Nadvi (1999): near specialists a
household can start with one stage of the process in place of the whole.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def exit_hazard(heads, age, business, size_slope, youth, youth_months, profit_slope):
    """Relative chance of closing in a month: (h + 1)^-s (1 + y exp(-age/T)) exp(-b (r - 1)), bounded, r business.

    >>> exit_hazard(0.0, 1e9, 1.0, 0.35, 1.0, 30.0, 2.0)
    1.0
    >>> round(exit_hazard(9.0, 0.0, 1.0, 0.35, 1.0, 30.0, 2.0), 4)
    0.8934
    """
    business = math.exp(min(max(-profit_slope * (business - 1.0), -1.0), 2.0))
    return (heads + 1.0) ** -size_slope * (1.0 + youth * math.exp(-age / youth_months)) * business


@rule
def capital_buffer(capital, mean_capital, elasticity):
    """Response of closing to bad business, as a multiple of that at mean capital: (K/Km)^-k, within 0.4-2.5.

    >>> capital_buffer(1000.0, 1000.0, 0.25), capital_buffer(0.0, 1000.0, 0.25), capital_buffer(16000.0, 1000.0, 0.25)
    (1.0, 2.5, 0.5)
    """
    return min(max((max(capital, 1.0) / max(mean_capital, 1.0)) ** (-elasticity), 0.4), 2.5)


@rule
def least_investment(whole, specialists, half, floor):
    """Least investment in dollars: for the whole process in a place without specialists, for one stage among many.

    >>> least_investment(6000.0, 0.0, 15.0, 0.15), round(least_investment(6000.0, 15.0, 15.0, 0.15))
    (6000.0, 3450)
    """
    return whole * (floor + (1.0 - floor) / (1.0 + specialists / half))


@rule
def falling(ratio, exponent):
    """A share that falls with a ratio, a half where it is 1: 1 / (1 + x^n); n is 0: a half everywhere.

    The whole part of the exponent is multiplied out, which is exact to the last bit where a power is not.

    >>> falling(1.0, 4.0), falling(2.0, 1.5) < falling(2.0, 1.0), falling(9.0, 0.0)
    (0.5, True, 0.5)
    """
    whole = int(exponent)
    return 1.0 / (1.0 + ratio**whole * ratio ** (exponent - whole))


@rule
def founding_chance(scale, means, least, present, expected, to_means, to_gain):
    """Chance that a household founds a firm this month: rises smoothly with its means and its gain.

    k / (1 + (m/M)^a) / (1 + (y/e)^b): with a hard threshold nobody who can found would soon be left (prototype).

    >>> founding_chance(0.01, 1000.0, 1000.0, 100.0, 100.0, 4.0, 4.0)
    0.0025
    """
    able = falling(least / max(means, 1e-9), to_means)
    willing = falling(max(present, 1e-9) / max(expected, 1e-9), to_gain)
    return scale * able * willing


@rule
def opportunity(surplus, response):
    """Chance of founding as a multiple of the base, when firms' surplus over wages is s times that at base: s^r, within
    0.1-10.

    >>> opportunity(1.0, 2.0), opportunity(1.2, 2.0)
    (1.0, 1.44)
    """
    return min(max(max(surplus, 0.01) ** response, 0.1), 10.0)


@rule
def capacity_for_founders(missing, closings_yearly, years):
    """Founding as a multiple of that with no firm missing: 1 + missing firms over the closings of some years.

    Closed firms leave customers, premises and workers, which attract founders: entry follows exit (Geroski 1995).

    >>> capacity_for_founders(0.0, 16.0, 2.0), capacity_for_founders(8.0, 16.0, 2.0)
    (1.0, 1.25)
    >>> capacity_for_founders(-40.0, 16.0, 2.0)
    0.0
    """
    return max(1.0 + missing / max(closings_yearly * years, 1e-9), 0.0)


@rule
def left_at_base(revenue, putout, wage_bill, input_share):
    """Sales of the base month less inputs, work put out and wages: R (1 - h) - Z - B, $/month.

    >>> left_at_base(1000.0, 100.0, 250.0, 0.5)
    150.0
    """
    return revenue * (1.0 - input_share) - putout - wage_bill


@rule
def spent(demand, price, elasticity):
    """Spending of a market at a price index: D P^(1 - E), with D the spending at base prices and E the elasticity.

    >>> spent(100.0, 1.0, 2.0), spent(100.0, 1.25, 2.0), spent(100.0, 1.25, 1.0)
    (100.0, 80.0, 100.0)
    """
    return demand * price ** (1.0 - elasticity)


@rule
def market_firms(base, market, elasticity):
    """Firms that a market carries beyond those of the base: N ((y/y0)^e - 1), negative when it has shrunk.

    The market is counted in dollars, since a firm pays its fixed costs from a margin on them (Dixit and Stiglitz 1977).
    One that doubles carries somewhat less than twice as many firms, since those in it are larger (Campbell 2005).

    >>> market_firms(200.0, 1.0, 0.85), round(market_firms(200.0, 2.0, 0.85), 1), market_firms(200.0, 0.5, 1.0)
    (0.0, 160.5, -100.0)
    """
    return base * (max(market, 0.01) ** elasticity - 1.0)


@rule
def maturity(age, start, months):
    """Size of a young firm as a share of its grown self: 1 - (1 - s) exp(-age/T).

    >>> maturity(0.0, 0.5, 36.0), round(maturity(36.0, 0.5, 36.0), 4)
    (0.5, 0.8161)
    """
    return 1.0 - (1.0 - start) * math.exp(-age / months)
