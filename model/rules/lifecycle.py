"""People age, retire and are replaced by young people; the unskilled learn at work."""

from poverty_nodes.model.rule import rule


@rule
def retires(age, limit):
    """Whether a person leaves work for good, in months of age.

    >>> retires(719, 720), retires(720, 720)
    (False, True)
    """
    return age >= limit


@rule
def learning_weight(post):
    """How much a post teaches: regular posts fully, casual ones less, home work little (judged).

    >>> learning_weight(2), learning_weight(3), learning_weight(4), learning_weight(0)
    (1.0, 0.7, 0.2, 0.0)
    """
    if post == 2:
        return 1.0
    if post == 3:
        return 0.7
    return 0.2 if post == 4 else 0.0


@rule
def moving_chance(sensitivity, here, there, base_ratio):
    """Chance in a month that a household without work in the trade moves; 0 unless the gap has widened since the base.

    >>> moving_chance(0.02, 100.0, 120.0, 1.2), round(moving_chance(0.02, 100.0, 132.0, 1.2), 6)
    (0.0, 0.002)
    """
    if here <= 0.0:
        return 0.0
    return sensitivity * max(there / here / base_ratio - 1.0, 0.0)


@rule
def taught(unfilled, base_unfilled, response):
    """How much more firms teach when skilled posts stay empty: 1 + k (v - v0), between a half and ten times.

    >>> taught(0.1, 0.1, 5.0), taught(0.5, 0.1, 5.0)
    (1.0, 3.0)
    """
    return min(max(1.0 + response * (unfilled - base_unfilled), 0.5), 10.0)
