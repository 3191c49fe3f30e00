"""Injuries at work, and the work and pay that illness or a ban on child labour costs.

Injury rates fall with the labour standard that a firm keeps; most injuries go unrecorded (Yadav 2019), so published
rates are a lower bound.
"""

from poverty_nodes.model.rule import rule


@rule
def accident_chance(yearly, standard):
    """Chance of an injury in a month: the base rate holds at a standard of one half, none at one.

    >>> round(accident_chance(0.024, 0.5), 6), accident_chance(0.024, 1.0)
    (0.002, 0.0)
    """
    return yearly / 12.0 * 2.0 * max(1.0 - standard, 0.0)


@rule
def accidents_left(chance, avoided):
    """Chance of an injury where a safety programme avoids a share of injuries.

    >>> accidents_left(0.002, 0.25), accidents_left(0.002, 0.0)
    (0.0015, 0.002)
    """
    return chance * (1.0 - avoided)


@rule
def work_done(sick, post, allowed, barred):
    """Share of normal work that a person does: none when injured; casual and home work lose what children did.

    >>> work_done(0, 2, 1.0, 0.15), work_done(0, 3, 1.0, 0.15), work_done(1, 2, 1.0, 0.0)
    (1.0, 0.85, 0.0)
    """
    if sick > 0:
        return 0.0
    return allowed * (1.0 - barred) if post >= 3 else allowed


@rule
def pay_kept(sick, post, allowed, barred):
    """Share of pay that a person keeps: regular posts are paid in full, casual and home work only for work done.

    >>> pay_kept(1, 1, 1.0, 0.0), pay_kept(1, 3, 1.0, 0.0), pay_kept(0, 4, 0.5, 0.0)
    (1.0, 0.0, 0.5)
    """
    if post <= 2:
        return 1.0
    return work_done(sick, post, allowed, barred)
