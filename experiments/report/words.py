"""The findings in sentences. A change is called certain only if the 95 % interval leaves out 0."""

from __future__ import annotations

import math

import pandas as pd

from experiments.impact.comparison import Comparison, Headline
from experiments.impact.interval import excludes_zero
from experiments.report.labels import (
    line_label,
    listed,
    meanwhile,
    package,
    people_label,
    span,
)
from experiments.report.numbers import decimals, money, number, per_cent

NEARLY_ALL = 0.8
"""A larger share of all persons makes no group of its own in a sentence."""

CHANCE_ONLY = (
    "Intervals and agreement are over seeds: they tell of chance alone. That the inputs themselves are "
    "not known exactly is not in them."
)


def question(comparison: Comparison, cluster: str) -> str:
    """The question as asked, or made from the terms of the comparison."""
    if comparison.question:
        return comparison.question
    terms = comparison.terms
    if terms.first_month is None:
        return (
            f"What happens to the people of the cluster ({cluster}) over "
            f"{span(terms.months)}{meanwhile(terms)}?"
        )
    return (
        f"Who gains and who loses over {span(terms.months)} with {package(terms)} from month "
        f"{terms.first_month} on, against the same cluster without{meanwhile(terms)}? "
        f"The cluster: {cluster}."
    )


def change(value: float, unit: str = "points", words: tuple[str, str] = ("lower", "higher")) -> str:
    """A change in words of direction, without a sign.

    >>> change(-2.13), change(0.5), change(0.0)
    ('2.1 points lower', '0.5 points higher', 'unchanged')
    """
    if value == 0:
        return "unchanged"
    size = abs(value)
    if size < 0.0005:
        return f"less than 0.001 {unit} {words[value > 0]}"
    return f"{number(size, decimals(size))} {unit} {words[value > 0]}"


def change_interval(low: float, high: float, unit: str = "points") -> str:
    """An interval of a change in words of direction.

    >>> change_interval(-2.7, -1.5), change_interval(-0.9, 0.3), change_interval(0.2, 0.4)
    ('1.5 to 2.7 points lower', '0.9 points lower to 0.3 points higher', '0.2 to 0.4 points higher')
    """
    if low < 0 < high:
        return f"{change(low, unit)} to {change(high, unit)}"
    near, far = sorted((abs(low), abs(high)))
    digits = decimals(far) if near < 0.0005 else decimals(near)
    return (
        f"{number(near, digits)} to {number(far, digits)} {unit} {'lower' if low < 0 else 'higher'}"
    )


def _seeds(how_many: int) -> str:
    return f"{how_many} seeds" if how_many > 1 else "one seed that was run"


def agreement(found: Headline) -> str:
    """How many seeds agree on the sign."""
    return f"same sign in {found.agreeing} of {found.seeds} seeds"


def headline(comparison: Comparison) -> str:
    """The answer in one sentence with its certainty."""
    found, terms = comparison.headline, comparison.terms
    what = f"the poverty headcount at {line_label(terms)}"
    when = f"after {span(terms.months)}"
    if not math.isfinite(found.change):
        return f"There is no answer: {what} could not be measured."
    if found.change == 0 and found.low == found.high == 0:
        if not terms.policies:
            return f"No policy is enacted, so nothing changes: {what} {when} is the same in both worlds."
        return (
            f"With {package(terms)}, {what} {when} is exactly what it is without, in "
            f"{'all ' if found.seeds > 1 else 'the '}{_seeds(found.seeds)}: no change."
        )
    direction = change(found.change) if found.change else "zero"
    if found.seeds < 2:
        return (
            f"In the one seed that was run, {what} is {direction} {when} with {package(terms)}. One "
            "seed gives no interval: ask for more seeds before you conclude anything."
        )
    ends = change_interval(found.low, found.high)
    if found.certain:
        return (
            f"With {package(terms)}, {what} is {direction} {when} "
            f"(95 % interval {ends}; {agreement(found)})."
        )
    return (
        f"With {package(terms)} there is no certain change of {what} {when}: the estimate is "
        f"{direction}, but the 95 % interval runs from {ends} ({agreement(found)})."
    )


def levels(comparison: Comparison) -> str:
    """The levels behind the headline."""
    found = comparison.headline
    digits = decimals(found.change) if found.change else 1
    return (
        f"{number(found.base, 1)} % were poor at the base month; at the end "
        f"{number(found.without, digits)} % without and {number(found.enacted, digits)} % with."
    )


def winners(comparison: Comparison) -> str:
    """Who gains and loses with certainty, among the groups thick enough to report."""
    everybody = comparison.winners.iloc[0]
    if everybody["gaining"] == 0 and everybody["losing"] == 0:
        return "Nobody gains and nobody loses: every person has the same welfare with and without."
    head = (
        f"{per_cent(everybody['gaining'])} of all persons gain, {per_cent(everybody['losing'])} lose "
        f"and {per_cent(everybody['same'])} stay within 0.1 per cent."
    )
    if len(comparison.seeds) < 2:
        return f"{head} One seed cannot tell which groups gain or lose with certainty."
    moved = float(everybody["mean_change"])
    mean = f"{money(abs(moved))} a month {'higher' if moved > 0 else 'lower'}"
    sure = bool(excludes_zero(everybody["low"], everybody["high"]))
    head += f" Mean consumption of all persons is {mean}{'' if sure else ', which is not certain'}."
    gain, lose = certain_groups(comparison.winners, +1), certain_groups(comparison.winners, -1)
    if not gain and not lose:
        return head if sure else f"{head} No group gains or loses with certainty."
    told = [f"With certainty {listed(gain)} gain on average." if gain else ""]
    told += [f"With certainty {listed(lose)} lose on average." if lose else ""]
    return " ".join([head, *filter(None, told)])


def certain_groups(table: pd.DataFrame, sign: int, most: int = 4) -> list[str]:
    """The groups that change most with certainty in a direction, with their mean change."""
    plain = table["dimension"].isin(
        ["gender", "skill", "contract", "social_group", "migrant", "tier"]
    )
    sure = excludes_zero(table["low"], table["high"]) & (sign * table["mean_change"] > 0)
    # A group that is nearly everybody says no more than the mean of all.
    special = table["n"] <= NEARLY_ALL * table["n"].iloc[0]
    rows = table[plain & special & sure & ~table["thin"]]
    ordered = rows.reindex((-sign * rows["mean_change"]).sort_values(kind="stable").index)
    return [
        f"{people_label(row['group'])} ({money(abs(row['mean_change']))} a person a month)"
        for _, row in ordered.head(most).iterrows()
    ]
