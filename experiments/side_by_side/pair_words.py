"""Two packages against each other in sentences: who loses before the mean, and where nobody can tell."""

from __future__ import annotations

import math

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import capital, line_label, listed
from poverty_nodes.experiments.report.numbers import money
from poverty_nodes.experiments.report.verdicts import turned
from poverty_nodes.experiments.report.words import (
    certain_groups,
    change,
    change_interval,
)
from poverty_nodes.experiments.side_by_side.side_by_side import SideBySide
from poverty_nodes.experiments.side_by_side.terms import called

MOST_NAMED = 3
"""Groups that a sentence names."""


def pair_sentence(found: SideBySide, name: str, other: str) -> str:
    """One package against another: who loses, who gains, and the headcount."""
    comparison = found.comparisons[name, other]
    one, two = called(name), called(other)
    if comparison.untouched:
        return (
            f"{capital(one)} and {two} do the same: no person's consumption and no measure differs."
        )
    if comparison.populations < 2:
        return (
            f"In the one seed that was run, the headcount is {change(comparison.headline.change)} with {one} than with "
            f"{two}. One seed gives no interval: ask for more seeds before you conclude anything."
        )
    moved = who(comparison)
    if not told_of(comparison) and not comparison.headline.certain:
        return (
            f"{capital(one)} and {two} cannot be told apart: {_estimate(comparison, one, two)}, and no group gains or "
            "loses from the choice whatever the luck."
        )
    told = turned(comparison)
    # That a few more gain than lose is no news beside groups; that most do otherwise than the mean is.
    otherwise = f"With {one} rather than {two}: {told} " if told.startswith("Most") else ""
    head = f"With {one} rather than {two}, {moved}; "
    return f"{otherwise}{head}{_poverty(comparison, one, two)}."


def who(comparison: Comparison) -> str:
    """Who loses and who gains whatever the luck, losers first."""
    lose, gain = (certain_groups(comparison.winners, way, MOST_NAMED) for way in (-1, 1))
    if not lose and not gain:
        return "no group gains or loses on average whatever the luck"
    if not gain:
        return f"{listed(lose)} lose and no group gains"
    return f"{f'{listed(lose)} lose, while' if lose else 'no group loses and'} {listed(gain)} gain"


def told_of(comparison: Comparison) -> bool:
    """Whether any group gains or loses whatever the luck."""
    return any(certain_groups(comparison.winners, way) for way in (-1, 1))


def over_all_months(found: SideBySide, name: str, other: str) -> str:
    """One package against another on the whole way and not at the end alone; "" where one seed tells nothing."""
    comparison, one = found.comparisons[name, other], called(name)
    row = comparison.cost.iloc[-1]
    if comparison.populations < 2 or comparison.untouched:
        return ""
    told, unsure = [], []
    for what, key, happens in _ALL_MONTHS:
        value, low, high = (float(row[f"{key}{end}"]) for end in ("", "_low", "_high"))
        if not excludes_zero(low, high):
            unsure.append(what)
            continue
        ends = " to ".join(money(abs(each)) for each in sorted((low, high), key=abs))
        way = "less" if value < 0 else "more"
        told.append(f"{money(abs(value))} ({ends} whatever the luck) {way} {happens}")
    if unsure:
        told.append(f"the difference {listed(unsure)} may be luck")
    bears = _bears(found, name, other)
    return (
        f"Over all {found.terms.months} months and not at the end alone, with {one} rather than {called(other)}: "
        f"{listed(told)}{f'; {bears}' if bears else ''}."
    )


_ALL_MONTHS = (
    ("of the poverty gap", "gap_closed", "of the poverty gap is closed"),
    ("of consumption", "consumption_gained", "is consumed"),
)
"""What is added up over all months: how its difference is called, its column, and what happens to dollars of it."""


def _bears(found: SideBySide, name: str, other: str) -> str:
    """Who bears more or less with one package than with another; "" where it is the same."""
    one, two = (found.alone[each].cost.iloc[-1] for each in (name, other))
    told = []
    for key, who in (("spent", "the programme spends"), ("spent_firms", "firms bear"),
                     ("spent_households", "households bear")):  # fmt: skip
        more = float(one[key] - two[key])
        if more:
            told.append(f"{who} {money(abs(more))} {'more' if more > 0 else 'less'}")
    return listed(told) if told else ""


def _poverty(comparison: Comparison, one: str, two: str) -> str:
    """The headcount of one against another, and whether that may be luck."""
    found, what = (
        comparison.headline,
        f"the poverty headcount at {line_label(comparison.terms)}",
    )
    if found.change == found.low == found.high == 0:
        return f"{what} is the same"
    if found.certain:
        ends = change_interval(found.low, found.high)
        return f"{what} is {change(found.change)} ({ends} whatever the luck)"
    return f"poverty cannot be told apart: {_estimate(comparison, one, two)}"


def _estimate(comparison: Comparison, one: str, two: str) -> str:
    found, what = (
        comparison.headline,
        f"the poverty headcount at {line_label(comparison.terms)}",
    )
    if not math.isfinite(found.change):
        return f"{what} could not be measured"
    direction = f"{change(found.change)} with {one} than with {two}" if found.change else "0 points"
    ends = change_interval(found.low, found.high)
    return f"the estimate of {what} is {direction}, but luck alone takes it from {ends}"
