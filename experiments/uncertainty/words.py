"""What outcomes are called, and in which unit a reader wants them."""

from __future__ import annotations

import math

from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.labels import GROUPS
from poverty_nodes.experiments.report.numbers import decimals, number, signed
from poverty_nodes.model.measures.catalogue import MEASURES, measures

_LESS_IS_BETTER = frozenset(
    each.name
    for each in MEASURES
    if each.name.startswith("P") or each.name in ("watts", "sen", "sst", "gini", "theil", "palma")
)


def less_is_better(outcome: Measured) -> bool:
    """Whether less of it is better: poverty, inequality and what people lack."""
    return outcome.measure in _LESS_IS_BETTER or measures()[outcome.measure].less_is_better


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
        return f"what is not known makes {100 * share:.0f} % of the differences between single runs, luck the rest"
    if not differs:
        return "no two runs differ"
    return "too few draws or seeds to tell how much of it is luck"


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


def moved(value: float, outcome: Measured) -> str:
    """A change in words of direction: "1.2 points lower", "$3.40 a month higher".

    >>> moved(-0.0123, Measured("P0", "all")), moved(3.4, Measured("mean_welfare", "all"))
    ('1.2 points lower', '$3.40 a month higher')
    """
    size = abs(value) * factor(outcome)
    if size == 0:
        return "unchanged"
    return f"{_size(size, outcome)} {'lower' if value < 0 else 'higher'}"


def moved_between(low: float, high: float, outcome: Measured) -> str:
    """The ends of an interval of a change in words of direction.

    >>> moved_between(-0.02, -0.01, Measured("P0", "all")), moved_between(-0.01, 0.02, Measured("P0", "all"))
    ('1.0 to 2.0 points lower', '1.0 points lower to 2.0 points higher')
    """
    if low == high:
        return moved(low, outcome)
    if low < 0 < high or 0 in (low, high):
        return f"{moved(low, outcome)} to {moved(high, outcome)}"
    near, far = sorted((abs(low), abs(high)))
    ends = (
        f"{_digits(near * factor(outcome), outcome)} to {moved(math.copysign(far, low), outcome)}"
    )
    return ends


def _size(size: float, outcome: Measured) -> str:
    text = _digits(size, outcome)
    if outcome.unit == "share":
        return f"{text} points"
    return f"{text} a month" if text.startswith("$") else f"{text} {outcome.unit}".strip()


def _digits(size: float, outcome: Measured) -> str:
    if outcome.unit.startswith("international dollars"):
        return f"${size:,.2f}" if size < 100 else f"${size:,.0f}"
    return number(size, 0 if size >= 100 else decimals(size))
