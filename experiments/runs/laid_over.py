"""An order of the month laid over another: what the upper one replaces is its own, the rest is as below."""

from __future__ import annotations

from typing import cast

from poverty_nodes.model.advance import Started
from poverty_nodes.model.month import Month


def laid_over(started: Started, upper: type[Month], *terms: object) -> Started:
    """The economy with the phases of `upper`, made with its `terms`, over those that it has; its month is changed."""
    below = type(started.month)
    above = upper if below is Month else type(upper.__name__, (upper, below), {})
    month = cast(Month, started.month)
    month.__class__ = above
    upper.__init__(month, *terms)  # the month is there already
    return started
