"""Training: a course teaches with a chance below one, costs time, improves access to posts, and is lost when not used.

Courses raise employment and earnings on average by little (McKenzie 2017) and by much where firms recognise what was
learned (Alfonsi and others 2020). A trained person takes a skilled post only if there is one: what others lose by that
is no rule but follows from matching.
"""

from poverty_nodes.model.rule import rule


@rule
def training_chance(over_course, months):
    """Chance that a month of a course teaches the trade, so that the whole course does with a given chance.

    >>> round(training_chance(0.5, 2), 6), training_chance(1.0, 6), training_chance(0.0, 6)
    (0.292893, 1.0, 0.0)
    """
    return 1.0 - (1.0 - over_course) ** (1.0 / months)


@rule
def hours_left(in_training):
    """Share of a month that a course leaves for work and for looking for work.

    >>> hours_left(0.0), hours_left(0.75)
    (1.0, 0.25)
    """
    return 1.0 - in_training


@rule
def hours_paid(in_training, post):
    """Share of pay that a person in a course keeps: regular posts are paid in full, others only for hours worked.

    >>> hours_paid(0.5, 2), hours_paid(0.5, 3)
    (1.0, 0.5)
    """
    return 1.0 if post <= 2 else 1.0 - in_training


@rule
def fading_chance(rate, post):
    """Chance in a month that a trade learned in a course is lost again: none while a skilled post uses it.

    >>> fading_chance(0.01, 1), fading_chance(0.01, 3)
    (0.0, 0.01)
    """
    return 0.0 if post == 1 else rate


@rule
def eased_access(own, mens, closed):
    """Chance that a skilled post is offered to a technically trained woman: part of the gap to men is closed.

    >>> round(eased_access(0.2, 0.6, 0.5), 6), eased_access(0.7, 0.6, 0.5), eased_access(0.2, 0.6, 0.0)
    (0.4, 0.7, 0.2)
    """
    return own + closed * max(mens - own, 0.0)
