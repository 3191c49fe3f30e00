"""An order of the month laid over another: what the upper one replaces is its own, the rest is as below."""

from __future__ import annotations

from model.life import Life
from model.month import Month


def laid_over(life: Life, upper: type[Month], *terms: object) -> Life:
    """The life with the phases of `upper`, made with its `terms`, over those that it has; its month is changed."""
    below = type(life.month)
    life.month.__class__ = upper if below is Month else type(upper.__name__, (upper, below), {})
    upper.__init__(life.month, *terms)  # the month is there already
    return life
