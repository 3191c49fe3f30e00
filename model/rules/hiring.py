"""Whole posts from fractional labour demand, whom an offer reaches, and what it is worth to a person."""

import math

from poverty_nodes.model.rule import rule


@rule
def whole_posts(wanted, dither):
    """A whole number of posts that averages to the fraction wanted: floor(x + u), u fixed for the firm's life.

    A fresh draw each month would hire and fire for no reason (prototype: employment 3.5 % lower).

    >>> whole_posts(2.3, 0.6), whole_posts(2.3, 0.8)
    (2, 3)
    """
    return math.floor(max(wanted, 0.0) + dither)


@rule
def allowed_cut(staff, limit, dither):
    """Most regular posts that a firm cuts in a month: at least one, so that small firms can adjust.

    >>> allowed_cut(40, 0.15, 0.5), allowed_cut(2, 0.15, 0.5)
    (6, 1)
    """
    return max(1, math.floor(staff * limit + dither))


@rule
def access_with_vacancies(chance, unfilled, base_unfilled, openness):
    """Chance that an offer reaches somebody when posts stay empty: a^(1 - o (v - v0)), the exponent within 0.2-1.5.

    Passing people over costs a firm most when workers are scarce (Becker 1957); where nobody is passed over nothing
    changes.

    >>> [access_with_vacancies(0.25, unfilled, 0.1, 1.0) for unfilled in (0.1, 0.6)]
    [0.25, 0.5]
    """
    return chance ** min(max(1.0 - openness * (unfilled - base_unfilled), 0.2), 1.5)


@rule
def offer_worth(wage, fit, fit_effect, care, at_home, care_cost):
    """Worth of an offer to a person, in dollars a month: she counts half of the gain of a good match.

    Somebody with care duties values a post away from home less.

    >>> offer_worth(100.0, 0.0, 0.08, 1, 0, 0.35)
    65.0
    """
    worth = wage * math.exp(0.5 * fit_effect * fit)
    return worth * (1.0 - care_cost) if care and not at_home else worth
