"""Ranges of a sweep, range(start,stop,step): counted before any of their values is made."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from poverty_nodes.scenarios.errors import Problem

if TYPE_CHECKING:
    from hydra.core.override_parser.types import RangeSweep

MOST = 100_000
"""Points of a design, and so values of one key, at most."""
RANGES = "a list, x,y or range(start,stop,step), which leaves out the stop"


def ranged(where: str, sweep: RangeSweep) -> list[float] | Problem:
    """From the start in steps to before the stop; a rounding does not count as before. Else what is wrong with it."""
    start, stop, step = (
        0 if each is None else each for each in (sweep.start, sweep.stop, sweep.step)
    )
    text = f"range({start:g},{stop:g},{step:g})"
    if not all(math.isfinite(each) for each in (start, stop, step)):
        return Problem(where, f"{text} has an end or a step that is no number", "finite numbers")
    if step == 0:
        return Problem(where, f"{text} has a step of 0 and never ends", "a step other than 0")
    steps = (stop - start) / step
    if steps > MOST:
        return Problem(where, f"{text} has {steps:,.0f} values", f"at most {MOST:,}")
    count = math.ceil(round(steps, 9))
    if count < 1:
        remedy = f"range({start:g},{stop:g},{-step:g})" if stop != start else ""
        return Problem(where, f"{text} runs the wrong way and has no value", RANGES, remedy=remedy)
    return [start + number * step for number in range(count)]
