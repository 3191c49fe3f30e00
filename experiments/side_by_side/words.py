"""What packages beside each other find, in sentences: who loses before the mean, and where nobody can tell."""

from __future__ import annotations

import math

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import line_label, listed, meanwhile, span
from poverty_nodes.experiments.report.numbers import money, number, per_cent
from poverty_nodes.experiments.report.verdicts import turned
from poverty_nodes.experiments.report.words import (
    certain_groups,
    change,
    change_interval,
    samples,
)
from poverty_nodes.experiments.side_by_side.side_by_side import SideBySide
from poverty_nodes.experiments.side_by_side.terms import Questions, called, in_short

MOST_NAMED, MOST_BESIDE = 3, 2
"""Groups that a sentence names, and one that goes over several packages."""


def question(found: SideBySide, questions: Questions) -> str:
    """The question as it would be asked aloud."""
    terms, names = found.terms, [called(name) for name in found.names]
    cluster = next(iter(questions.values())).description.cluster.title
    return (
        f"Who gains and who loses over {span(terms.months)} with {_or(names)}, against the same town with none of "
        f"them and against each other{meanwhile(terms)}? {capital(in_short(questions))}. The cluster: {cluster}."
    )


def _or(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def answer(found: SideBySide) -> list[str]:
    """The first sentence, which is better and for whom; then each package against the town without."""
    names = found.names
    pair = (names[-1], names[0])
    first = [pair_sentence(found, *pair), over_all_months(found, *pair)]
    head = first if len(names) == 2 else [_best(found)]
    return [*filter(None, head), *(alone_sentence(found, name) for name in names), luck(found)]


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
    who = _who(comparison)
    if not _told_of(comparison) and not comparison.headline.certain:
        return (
            f"{capital(one)} and {two} cannot be told apart: {_estimate(comparison, one, two)}, and no group gains or "
            "loses from the choice whatever the luck."
        )
    otherwise = f"{told} " if (told := turned(comparison)) else ""
    head = f"With {one} rather than {two}, {who}; "
    return f"{otherwise}{head}{_poverty(comparison, one, two)}."


def _who(comparison: Comparison) -> str:
    """Who loses and who gains whatever the luck, losers first."""
    lose, gain = (certain_groups(comparison.winners, way, MOST_NAMED) for way in (-1, 1))
    if not lose and not gain:
        return "no group gains or loses on average whatever the luck"
    if not gain:
        return f"{listed(lose)} lose and no group gains"
    return f"{f'{listed(lose)} lose, while' if lose else 'no group loses and'} {listed(gain)} gain"


def _told_of(comparison: Comparison) -> bool:
    """Whether any group gains or loses whatever the luck."""
    return any(certain_groups(comparison.winners, way) for way in (-1, 1))


def over_all_months(found: SideBySide, name: str, other: str) -> str:
    """One package against another on the whole way and not at the end alone; "" where one seed tells nothing."""
    comparison, one = found.comparisons[name, other], called(name)
    row = comparison.cost.iloc[-1]
    if comparison.populations < 2 or comparison.untouched:
        return ""
    told, unsure = [], []
    for what, key, ways in _ALL_MONTHS:
        value, low, high = (float(row[f"{key}{end}"]) for end in ("", "_low", "_high"))
        if not excludes_zero(low, high):
            unsure.append(what)
            continue
        ends = " to ".join(money(abs(each)) for each in sorted((low, high), key=abs))
        told.append(f"{money(abs(value))} ({ends} whatever the luck) {what} {ways[value < 0]}")
    if unsure:
        told.append(f"the difference {listed(unsure)} may be luck")
    bears = _bears(found, name, other)
    return (
        f"Over all {found.terms.months} months and not at the end alone, with {one} rather than {called(other)}: "
        f"{listed(told)}{f'; {bears}' if bears else ''}."
    )


_ALL_MONTHS = (
    ("of the poverty gap", "gap_closed", ("more is closed", "less is closed")),
    ("of consumption", "consumption_gained", ("more is had", "less is had")),
)


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


def alone_sentence(found: SideBySide, name: str) -> str:
    """A package against the town without: who loses, who gains, the headcount, jobs and the cost."""
    comparison, one = found.comparisons[name, "without"], called(name)
    if comparison.untouched:
        return f"{capital(one)} against none: nothing changes."
    if comparison.populations < 2:
        return f"{capital(one)} against none: the headcount is {change(comparison.headline.change)} in the one seed."
    everybody = comparison.winners.iloc[0]
    shares = (
        f"{per_cent(everybody['losing'])} of all persons are expected to lose and {per_cent(everybody['gaining'])} "
        "to gain"
        if comparison.lives > 1
        else f"{per_cent(everybody['losing'])} of all persons end lower and {per_cent(everybody['gaining'])} higher, "
        "luck included"
    )
    return (
        f"{capital(one)} against none: {_who(comparison)}; {shares}; {_poverty_alone(comparison)}. "
        f"{_spent(comparison)}"
    )


def _poverty_alone(comparison: Comparison) -> str:
    found = comparison.headline
    if found.change == found.low == found.high == 0:
        return "the poverty headcount is the same"
    ends = change_interval(found.low, found.high)
    if found.certain:
        return f"the poverty headcount is {change(found.change)} ({ends} whatever the luck)"
    return f"the poverty headcount cannot be told from none (luck alone takes it from {ends})"


def _spent(comparison: Comparison) -> str:
    row = comparison.cost.iloc[-1]
    told = f"The programme spends {money(row['spent'])}"
    if row["all_payers"] > row["spent"]:
        told += f", {money(row['all_payers'])} with what firms and households bear"
    return f"{told}."


def _best(found: SideBySide) -> str:
    """Which of three or more packages leaves the fewest poor, who fares worse with it, and what is not told apart."""
    order = sorted(found.names, key=lambda name: _change(found, name))
    first, rest = order[0], order[1:]
    line = line_label(found.terms)
    if found.alone[first].populations < 2:
        return (
            f"In the one seed that was run, {called(first)} leaves the fewest poor at {line}. One seed gives no "
            "interval: ask for more seeds before you conclude anything."
        )
    apart = [called(name) for name in rest if _told_apart(found, first, name)]
    alike = [called(name) for name in rest if not _told_apart(found, first, name)]
    worse = [
        f"rather than {called(name)} {listed(groups)} lose"
        for name in rest
        if (groups := _losers(found, first, name))
    ]
    told = f"Fewest are poor at {line} with {called(first)}"
    if not apart:
        told = f"Which of them leaves the fewest poor at {line} cannot be told: the estimate is {called(first)}"
    told += f", fewer than with {listed(apart)} whatever the luck" if apart else ""
    told += f"; it cannot be told apart from {listed(alike)}" if alike and apart else ""
    head = f"With {called(first)} {'; '.join(worse)}. " if worse else ""
    return f"{head}{told}."


def _change(found: SideBySide, name: str) -> float:
    value = found.alone[name].headline.change
    return value if math.isfinite(value) else math.inf


def _told_apart(found: SideBySide, first: str, name: str) -> bool:
    pair = (first, name) if (first, name) in found.comparisons else (name, first)
    return found.comparisons[pair].headline.certain


def _losers(found: SideBySide, first: str, name: str) -> list[str]:
    """Groups that fare worse with the first package than with another, whatever the luck."""
    if (first, name) in found.comparisons:
        return certain_groups(found.comparisons[first, name].winners, -1, MOST_BESIDE)
    return certain_groups(found.comparisons[name, first].winners, 1, MOST_BESIDE)


def luck(found: SideBySide) -> str:
    """What is in the intervals, and what is not."""
    comparison = next(iter(found.comparisons.values()))
    lives = f", with {comparison.lives} lives each at most" if comparison.lives > 1 else ""
    return (
        f"Whatever the luck: a 95 % interval over {number(comparison.populations, 0)} {samples(comparison)}{lives}, "
        "under the same luck in every world and with every number at its own value. Whatever is not known, that is, "
        "with numbers that nobody knows at other values, is not in these intervals: compare about one package tries it."
    )


def capital(text: str) -> str:
    """The text with a capital at its beginning, behind a quotation mark too.

    >>> capital("“slow” and “fast”")
    '“Slow” and “fast”'
    """
    at = 1 if text.startswith("“") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
