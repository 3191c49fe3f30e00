"""What outcomes are called, and in which unit a reader wants them."""

from __future__ import annotations

import math

from poverty_nodes.experiments.question.outcome_terms import Measured
from poverty_nodes.experiments.report.labels import GROUPS
from poverty_nodes.experiments.report.numbers import decimals, number, signed
from poverty_nodes.model.measures.catalogue import measures


def factor(outcome: Measured) -> float:
    """What a value is multiplied by for the reader: shares become per cent."""
    return 100.0 if outcome.unit == "share" else 1.0


def unit_words(outcome: Measured, difference: bool) -> str:
    """The unit for an axis or a column."""
    if outcome.unit == "share":
        return "percentage points" if difference else "%"
    return "$ a month" if outcome.unit.startswith("international dollars") else outcome.unit


def title(outcome: Measured) -> str:
    """The measure and its group in a few words: "poverty headcount, women"."""
    name = measures()[outcome.measure].title.partition(":")[0].partition(", at the real")[0]
    name = f"poverty {name}" if name == "headcount" else name
    group = GROUPS.get(outcome.group, outcome.group)
    return name if outcome.group == "all" else f"{name}, {group}"


_NOTHING_CONSUMED = "a month in which all together consume nothing"
_WITHOUT_VALUE = {
    "theil": "a month in which somebody consumes less than nothing, as a firm's loss can make it for its owner",
    "gini": _NOTHING_CONSUMED,
    "palma": _NOTHING_CONSUMED,
    "mean_wage": "a month without a worker",
    "output_per_worker": "a month without a worker",
}


def no_value(outcome: Measured) -> str:
    """Why an outcome can be empty, as a sentence of its own.

    >>> no_value(Measured("P0", "gender=female"))
    'It has no value in a month in which nobody belongs to the group.'
    """
    when = _WITHOUT_VALUE.get(outcome.measure, "a month in which nobody belongs to the group")
    return f"It has no value in {when}."


def inputs_part(share: float, differs: bool = True) -> str:
    """What is said of the inputs' part (0 to 1) of the variance of a single run; `differs` if any runs do.

    >>> inputs_part(float("nan"), differs=False)
    'no two runs differ'
    """
    if math.isfinite(share):
        return f"the inputs make up {100 * share:.0f} % of the variance of a single run, chance the rest"
    if not differs:
        return "no two runs differ"
    return "too few draws or seeds to tell how much of it is chance"


def figure(value: float, outcome: Measured, difference: bool) -> str:
    """A value with its sign if it is a difference, in the reader's unit without naming it."""
    shown = value * factor(outcome)
    if not math.isfinite(shown):
        return number(shown)
    digits = 0 if abs(shown) >= 1000 else decimals(shown)
    return (
        signed(shown, digits)
        if difference
        else number(shown, min(digits, 1 if abs(shown) > 10 else 3))
    )
