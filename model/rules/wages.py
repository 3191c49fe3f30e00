"""Wages: a reference that follows the wage curve, a firm's premium, a person's ability, and a floor.

Firms have wage-setting power: the marginal revenue product exceeds the wage by the monopsony markdown (Manning
2003; Azar and Marinescu 2024). A rise in labour cost inside that gap takes rent, not jobs.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def wage_target(base_wage, slack, base_slack, elasticity):
    """Reference wage at a given slack: w0 (u/u0)^(-c), the wage curve (Blanchflower and Oswald 1994).

    >>> round(wage_target(100.0, 0.4, 0.5, 0.07), 2)
    101.57
    """
    return base_wage * (max(slack, 0.01) / max(base_slack, 0.01)) ** (-elasticity)


@rule
def scarcity_factor(unfilled, base_unfilled, elasticity):
    """Rise of a reference wage where posts stay empty: ((1 - v0)/(1 - v))^k, v the share of posts unfilled.

    A firm that faces a labour supply of elasticity e fills one per cent more posts with 1/e per cent more pay, so k
    is 1/e (Manning 2003). Below the base it works the other way.

    >>> scarcity_factor(0.1, 0.1, 0.4), round(scarcity_factor(0.55, 0.1, 0.4), 4)
    (1.0, 1.3195)
    """
    return ((1.0 - min(base_unfilled, 0.95)) / (1.0 - min(unfilled, 0.95))) ** elasticity


@rule
def personal_wage(reference, premium, ability, spread, female, gap):
    """Monthly pay of one person before any floor, in dollars: w p exp(s z - s^2/2) (1 - gap if a woman).

    >>> personal_wage(100.0, 1.0, 0.0, 0.0, 1, 0.12)
    88.0
    """
    pay = reference * premium * math.exp(spread * ability - 0.5 * spread * spread)
    return pay * (1.0 - gap) if female else pay


@rule
def marginal_cost(wage, markdown, floor, contribution):
    """What one more worker costs: under a floor the floor itself, else the wage plus the markdown.

    A monopsonist's extra worker costs w (1 + m) because the others' wages rise too; at a binding floor the
    others already earn it. So the cost rises only once the floor exceeds w (1 + m).

    >>> marginal_cost(100.0, 0.2, 110.0, 0.0), marginal_cost(100.0, 0.2, 130.0, 0.0)
    (120.0, 130.0)
    """
    return max(floor, wage * (1.0 + markdown)) * (1.0 + contribution)


@rule
def bargained(premium, voice, markdown):
    """A firm's wage premium when organised workers win a share v of the monopsony markdown: p (1 + v m).

    What is won lies inside the gap between the marginal revenue product and the wage, so that the cost of one more
    worker, w (1 + m), stays: pay rises out of rent (Manning 2003). Beyond the gap there is nothing to win.

    >>> bargained(1.2, 0.0, 0.25), bargained(1.0, 0.5, 0.2)
    (1.2, 1.1)
    """
    return premium * (1.0 + voice * markdown)


@rule
def next_premium(premium, size_premium, profit_ratio, sharing, speed):
    """The firm's wage premium next month: moves towards that of its size, and shares a rise in profitability.

    >>> round(next_premium(1.0, 1.0, 1.2, 0.1, 0.1), 4)
    1.002
    """
    target = size_premium * (1.0 + sharing * (min(max(profit_ratio, 0.3), 3.0) - 1.0))
    return premium + speed * (target - premium)


@rule
def quality_pay(gained, elasticity):
    """Pay of a firm whose product has become better than at base, as a multiple: exp(k (q - q0)) (Verhoogen 2008).

    >>> quality_pay(0.0, 0.15), round(quality_pay(0.4, 0.15), 4)
    (1.0, 1.0618)
    """
    return math.exp(elasticity * gained)


@rule
def labour_units(post, fit, fit_effect, units_skilled_regular, units_casual, units_homework):
    """Efficiency units of one worker by post (1 skilled regular, 2 regular, 3 casual, 4 home work) and fit.

    >>> labour_units(2, 0.0, 0.08, 1.35, 0.85, 0.6)
    1.0
    """
    units = 1.0
    if post == 1:
        units = units_skilled_regular
    elif post == 3:
        units = units_casual
    elif post == 4:
        units = units_homework
    return units * math.exp(fit_effect * fit)
