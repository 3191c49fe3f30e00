"""Risk in outside incomes: from time to time a part of a person's income outside the trade is drawn anew.

A part that is drawn anew with chance r has the correlation (1 - r)^k with itself k months later, as an autoregressive
one has. It stays as it is for a while and then jumps, as income does when a customer, a harvest or health is lost.
"""

from poverty_nodes.model.draws import INCOME_SHOCK, normal, stream_key, uniform, uniform_pair
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.outside_income import income_shock


@rule
def renew_shocks(workers, parameters, seed, month, months):
    """Draw parts of outside income anew, as often as in so many `months`; without risk nobody is asked.

    Those in posts are asked too: it is what they would earn if they left.
    """
    p = parameters[0]
    if p.persistent_income_share <= 0.0 and p.transitory_income_share <= 0.0:
        return
    key = stream_key(seed, INCOME_SHOCK, month)
    persistent = 1.0 - (1.0 - p.persistent_income_renewal) ** months
    either = persistent + 1.0 - (1.0 - p.transitory_income_renewal) ** months
    for w in range(len(workers)):
        identity = workers[w].id
        draw = uniform(key, identity)
        if draw >= either:
            continue
        z = normal(uniform_pair(key, identity, 1))
        if draw < persistent:
            workers[w].persistent_shock = income_shock(
                z, p.outside_spread, p.persistent_income_share
            )
        else:
            workers[w].transitory_shock = income_shock(
                z, p.outside_spread, p.transitory_income_share
            )
