"""What help with a standard is worth: it bears a part of the cost, and the know-how that it brings saves time.

A firm needs money and know-how to meet a standard, and neighbours, a common centre and buyers can help with both (Nadvi
1999, opening pages).
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
    """Dollars by which one more unit of help lowers that cost (the slope): c s/(1+H)^2, less where others help already.

    >>> next_saving(8000.0, 1.0, 0.6), next_saving(8000.0, 3.0, 0.6)
    (1200.0, 300.0)
    """
    return alone * saving / (1.0 + help) ** 2


@rule
def chance_to_act(speed, help, know_how):
    """Chance a month to act on a standard: v (1 + k (2 H/(1+H) - 1)), with help H that is 1 in quiet times.

    k is the part of the delay that is due to missing know-how, which help brings.

    >>> chance_to_act(0.2, 1.0, 0.5), chance_to_act(0.2, 3.0, 0.5), chance_to_act(0.2, 0.0, 0.5)
    (0.2, 0.25, 0.1)
    """
    return min(speed * (1.0 + know_how * (2.0 * help / (1.0 + help) - 1.0)), 1.0)


@rule
def next_chance(speed, help, know_how):
    """Rise of that chance by one more unit of help (the slope): 2 v k/(1+H)^2.

    >>> next_chance(0.2, 1.0, 0.5), next_chance(0.2, 3.0, 0.5), next_chance(0.2, 1.0, 0.0)
    (0.05, 0.0125, 0.0)
    """
    return 2.0 * speed * know_how / (1.0 + help) ** 2


@rule
def lost_by_waiting(margin, chance, due, horizon):
    """Expected loss in dollars of a firm that does not act this month: m (1-c)^T / c, at most m times the horizon.

    T months are left. After them the firm loses its monthly margin m until it meets the standard, which it does with
    chance c in any month.

    >>> lost_by_waiting(100.0, 0.5, 0.0, 24.0), lost_by_waiting(100.0, 0.5, 2.0, 24.0)
    (200.0, 50.0)
    >>> lost_by_waiting(100.0, 0.0, 9.0, 24.0)
    2400.0
    """
    if chance <= 0.0:
        return margin * horizon
    return margin * min((1.0 - chance) ** due / chance, horizon)
