"""What help with a standard is worth: it bears a part of the cost, and what it teaches brings the day nearer.

What meeting a standard takes is money and know-how, and neighbours, a common centre and buyers can shorten the way to
both (Nadvi 1999, opening pages).
"""

from poverty_nodes.model.rule import rule


@rule
def shared_cost(alone, help, saving):
    """Dollars that a firm pays to meet a standard with help H, of the facility and of its buyer: c (1 - s H/(1+H)).

    >>> round(shared_cost(8000.0, 1.0, 0.6), 2)
    5600.0
    """
    return alone * (1.0 - saving * help / (1.0 + help))


@rule
def next_saving(alone, help, saving):
    """Dollars that a unit more of help takes off that cost, its slope: c s/(1+H)^2; what others help leaves less.

    >>> next_saving(8000.0, 1.0, 0.6), next_saving(8000.0, 3.0, 0.6)
    (1200.0, 300.0)
    """
    return alone * saving / (1.0 + help) ** 2


@rule
def chance_to_act(speed, help, know_how):
    """Chance a month to act on a standard: v (1 + k (2 H/(1+H) - 1)), with help H that is 1 in quiet times.

    k is the part of what holds firms up that is know-how, which help brings; the rest is their own affair.

    >>> chance_to_act(0.2, 1.0, 0.5), chance_to_act(0.2, 3.0, 0.5), chance_to_act(0.2, 0.0, 0.5)
    (0.2, 0.25, 0.1)
    """
    return min(speed * (1.0 + know_how * (2.0 * help / (1.0 + help) - 1.0)), 1.0)


@rule
def next_chance(speed, help, know_how):
    """What a unit more of help adds to that chance, its slope: 2 v k/(1+H)^2.

    >>> next_chance(0.2, 1.0, 0.5), next_chance(0.2, 3.0, 0.5), next_chance(0.2, 1.0, 0.0)
    (0.05, 0.0125, 0.0)
    """
    return 2.0 * speed * know_how / (1.0 + help) ** 2


@rule
def lost_by_waiting(margin, chance, due, horizon):
    """Dollars that who does not act this month expects to lose: m (1-c)^T / c, at most m times the horizon.

    The margin m of a month is lost in each month after the T that are left in which the standard is still not met, and
    it is met with chance c in each.

    >>> lost_by_waiting(100.0, 0.5, 0.0, 24.0), lost_by_waiting(100.0, 0.5, 2.0, 24.0)
    (200.0, 50.0)
    >>> lost_by_waiting(100.0, 0.0, 9.0, 24.0)
    2400.0
    """
    if chance <= 0.0:
        return margin * horizon
    return margin * min((1.0 - chance) ** due / chance, horizon)
