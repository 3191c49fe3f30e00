"""The findings in sentences. A change holds whatever the luck if its 95 % interval over seeds leaves out 0."""

from __future__ import annotations

import math

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison, Headline
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import (
    line_label,
    listed,
    meanwhile,
    months_at_end,
    package,
    people_label,
    span,
)
from poverty_nodes.experiments.report.numbers import decimals, money, number, per_cent
from poverty_nodes.experiments.report.verdicts import disagreeing, plain_groups, tenths, turned

NEARLY_ALL = 0.8
"""A group with a larger share of all persons is not named in a sentence."""

SINGLE_LIVES = (
    "Each person has one life here, so that luck which another life would not repeat is counted as gain or loss: "
    "ask for ten seeds or more to have it taken out."
)


def samples(comparison: Comparison) -> str:
    """Return what intervals are over: seeds, or base populations if several seeds are lives of one population."""
    return "seeds" if comparison.lives == 1 else "base populations"


def luck(comparison: Comparison) -> str:
    """Say which kinds of uncertainty the intervals contain."""
    lives = (
        f" ({comparison.populations}, with {comparison.lives} lives each at most)"
        if comparison.lives > 1
        else ""
    )
    return (
        f"Whatever the luck: a 95 % interval over {samples(comparison)}{lives}, with every number at its own value. "
        "Other intervals on this page are of luck alone."
    )


def question(comparison: Comparison, cluster: str) -> str:
    """Return the question as asked, or composed from the terms of the comparison."""
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
    """Return a change with its direction in words, without a sign.

    >>> change(-2.13), change(0.5), change(0.0)
    ('2.1 points lower', '0.5 points higher', 'unchanged')
    """
    if value == 0:
        return "unchanged"
    size = abs(value)
    if size < 0.0005:
        return f"less than 0.001 {unit} {words[bool(value > 0)]}"
    return f"{number(size, decimals(size))} {unit} {words[bool(value > 0)]}"


def change_interval(low: float, high: float, unit: str = "points") -> str:
    """Return an interval of a change with its direction in words.

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


def agreement(found: Headline, what: str = "seeds") -> str:
    """Say how many samples agree on the sign."""
    if found.change == 0:
        return f"the {what} do not agree on a sign"
    return f"same sign in {found.agreeing} of {found.populations} {what}"


def headline(comparison: Comparison) -> str:
    """Return the answer in one sentence: the change, and how far luck and unknown numbers move it."""
    found, terms = comparison.headline, comparison.terms
    what = f"the poverty headcount at {line_label(terms)}"
    when = f"after {span(terms.months)}"
    if not math.isfinite(found.change):
        return f"There is no answer: {what} could not be measured."
    if not terms.policies and comparison.untouched:
        return (
            f"No policy is enacted, so nothing changes: {what} {when} is the same in both worlds."
        )
    if found.populations < 2:
        direction = change(found.change) if found.change else _the_same(comparison)
        return (
            f"In the one seed that was run, {what} is {direction} {when} with {package(terms)}. One "
            "seed gives no interval: ask for more seeds before you conclude anything."
        )
    if found.change == found.low == found.high == 0:
        everywhere = f"in all {found.populations} {samples(comparison)}"
        return f"With {package(terms)}, {what} {when} is {_the_same(comparison)}, {everywhere}."
    direction = change(found.change) if found.change else "0 points"
    ends = change_interval(found.low, found.high)
    first = f"{otherwise} " if (otherwise := turned(comparison)) else ""
    unknown = f", {beyond_luck}" if (beyond_luck := whatever_is_not_known(comparison)) else ""
    if found.certain:
        return (
            f"{first}With {package(terms)}, {what} is {direction} {when}: {ends} whatever the luck "
            f"({agreement(found, samples(comparison))}){unknown}."
        )
    return (
        f"{first}With {package(terms)} a change of {what} {when} cannot be told from luck: the estimate is "
        f"{direction}, but luck alone takes it from {ends} ({agreement(found, samples(comparison))}){unknown}."
    )


def whatever_is_not_known(comparison: Comparison) -> str:
    """Return how far luck and all unknown numbers together move the change; "" if that was not tried."""
    found = comparison.not_known
    if found is None or not math.isfinite(found.low):
        return ""
    return f"{change_interval(found.low, found.high)} whatever is not known"


def _the_same(comparison: Comparison) -> str:
    """Say that the headcount does not change, and whether anything else does."""
    level = f"{number(comparison.headline.without, 1)} % with and without"
    if comparison.untouched:
        return f"{level}: nothing else changes either"
    if comparison.moved == 0:
        return f"{level}: no person's consumption changes, though other things do"
    return (
        f"{level}, although the consumption of {per_cent(comparison.moved)} of all persons changes"
    )


def levels(comparison: Comparison) -> str:
    """Return the levels behind the headline."""
    found = comparison.headline
    digits = decimals(found.change) if found.change else 1
    return (
        f"{number(found.base, 1)} % were poor in the base month; in {months_at_end(comparison.terms)} "
        f"{number(found.without, digits)} % without the policies and {number(found.enacted, digits)} % with them."
    )


def counted(comparison: Comparison) -> str:
    """Define the end, a poor person, consumption and a group, once for the whole page."""
    terms = comparison.terms
    end = "" if terms.window == 1 else ", a mean over these months"
    return (
        f'The end ("after {span(terms.months)}") is {months_at_end(terms)}{end}; the base month is month 0, when the '
        "economy is at rest. A person is poor in a month in which her household consumes less a head than "
        f"{line_label(terms)}; the headcount is the share of persons who are, a month. Consumption is a person and "
        "month, in international dollars of 2021. Counted are persons of the cluster who live in both worlds, in the "
        "groups of their base month; a table or figure that counts otherwise says so."
    )


def winners(comparison: Comparison) -> str:
    """Say who gains and loses whatever the luck, among the groups with enough adults to report."""
    everybody = comparison.winners.iloc[0]
    if comparison.moved == 0:
        return "Nobody gains and nobody loses: each person consumes the same with and without."
    if everybody["gaining"] == 0 and everybody["losing"] == 0:
        head = (
            "Nobody gains or loses more than 1 per cent, though the consumption of "
            f"{per_cent(comparison.moved)} of all persons changes."
        )
    else:
        head = _shares(comparison, everybody)
    if comparison.populations < 2:
        return f"{head} One seed cannot tell which groups gain or lose whatever the luck."
    losers, gainers = (_of_groups(comparison.winners, way) for way in (-1, 1))
    told = (losers, tenths(comparison), _mean_of_all(everybody), gainers, disagreeing(comparison))
    return " ".join([head, *filter(None, told)])


def _shares(comparison: Comparison, everybody: pd.Series) -> str:
    gain, lose, same = (per_cent(everybody[name]) for name in ("gaining", "losing", "same"))
    if comparison.lives == 1:
        return (
            f"Of all persons {lose} lose, {gain} gain and {same} stay within 1 per cent. "
            f"{SINGLE_LIVES}"
        )
    much = f"{per_cent(everybody['lose_over_5'])} more than 5 per cent"
    return (
        f"Of all persons {lose} are expected to lose ({much}), {gain} to gain and {same} to stay within 1 per cent"
        f"{_luck_alone(everybody)}. {per_cent(everybody['surely_losing'])} can be named one by one as losers, with a "
        "chance above .8 each."
    )


def _luck_alone(everybody: pd.Series) -> str:
    floor = everybody["floor_losing"], everybody["floor_gaining"], everybody["floor_lose_over_5"]
    if not math.isfinite(floor[0]):
        return ""
    lose, gain, much = map(per_cent, floor)
    return f"; luck alone would make {lose} seem to lose ({much} more than 5 per cent) and {gain} to gain"


def _mean_of_all(everybody: pd.Series) -> str:
    moved = float(everybody["mean_change"])
    if moved == 0:
        return "Mean consumption of all persons is the same."
    sure = bool(excludes_zero(everybody["low"], everybody["high"]))
    return (
        f"Mean consumption of all persons is {money(abs(moved))} a month "
        f"{'higher' if moved > 0 else 'lower'}{'' if sure else ', which may be luck'}."
    )


def _of_groups(table: pd.DataFrame, way: int) -> str:
    groups, verb = certain_groups(table, way), "gain" if way > 0 else "lose"
    if not groups:
        return f"No group of the table below {verb}s on average whatever the luck."
    ordered = " (the poorest first)" if len(groups) > 1 else ""
    return f"Whatever the luck, {listed(groups)} {verb} on average{ordered}."


def certain_groups(table: pd.DataFrame, sign: int, most: int = 4) -> list[str]:
    """The groups that gain or lose whatever the luck, the poorest first, with their mean change, and how many more."""
    plain = plain_groups(table)
    rows = plain[excludes_zero(plain["low"], plain["high"]) & (sign * plain["mean_change"] > 0)]
    # A group of nearly everybody says no more than the mean of all.
    special = rows[rows["n"] <= NEARLY_ALL * table["n"].iloc[0]]
    rows = rows if special.empty else special
    # Who has no work in the sector and who is outside its chain are the same people.
    rows = rows.drop_duplicates(["n", "welfare_base", "mean_change", "low", "high"])
    named = [
        f"{people_label(row['group'])} ({money(abs(row['mean_change']))} a person a month)"
        for _, row in rows.head(most).iterrows()
    ]
    more = len(rows) - len(named)
    return [*named, f"{more} more group{'s' if more > 1 else ''} of the table"] if more else named
