"""Income outside the trade: a part for life, a persistent part that lasts for years and a transitory one for months.

Log income is the sum of the three, as panels of households have it (Newhouse 2005, Luttmer 2002). Together they spread
as far as `outside_spread` at every date, so that mean income and inequality of a month are those without risk: the
shares decide how long the same people stay poor.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def spread_for_life(spread, persistent, transitory):
    """Spread of the part for life when the others have shares of the variance: s (1 - a - b)^(1/2).

    >>> spread_for_life(0.35, 0.0, 0.0), round(spread_for_life(0.5, 0.3, 0.06), 6)
    (0.35, 0.4)
    """
    return spread * math.sqrt(max(1.0 - persistent - transitory, 0.0))


@rule
def income_shock(z, spread, share):
    """A part of outside income less its mean, over its mean: exp(t z - t^2/2) - 1, where t^2 = share x spread^2.

    >>> income_shock(1.7, 0.35, 0.0), round(income_shock(1.0, 0.5, 0.36), 6)
    (0.0, 0.290462)
    """
    own = spread * math.sqrt(share)
    return math.exp(own * z - 0.5 * own * own) - 1.0


@rule
def lasting_factor(factor, persistent_shock):
    """Outside income that a person can count on, as a multiple of the place's outside pay.

    >>> lasting_factor(1.2, 0.0), lasting_factor(1.0, -0.25)
    (1.2, 0.75)
    """
    return factor * (1.0 + persistent_shock)


@rule
def factor_now(factor, persistent_shock, transitory_shock):
    """Outside income of the month, as a multiple of the place's outside pay.

    >>> factor_now(1.2, 0.0, 0.0), factor_now(1.0, -0.25, 0.5)
    (1.2, 1.125)
    """
    return lasting_factor(factor, persistent_shock) * (1.0 + transitory_shock)
