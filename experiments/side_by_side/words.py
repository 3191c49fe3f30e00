"""What packages beside each other find, in sentences: who loses before the mean, and where nobody can tell."""

from __future__ import annotations

import math

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.report.labels import capital, line_label, listed, meanwhile, span
from poverty_nodes.experiments.report.numbers import money, number, per_cent
from poverty_nodes.experiments.report.words import (
    certain_groups,
    change,
    change_interval,
    samples,
)
from poverty_nodes.experiments.side_by_side.draws import OverDraws
from poverty_nodes.experiments.side_by_side.pair_words import over_all_months, pair_sentence, who
from poverty_nodes.experiments.side_by_side.side_by_side import SideBySide
from poverty_nodes.experiments.side_by_side.terms import Questions, called, in_short

MOST_BESIDE = 2
"""Groups that a sentence on several packages names of each."""


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


def answer(found: SideBySide, drawn: OverDraws | None = None) -> list[str]:
    """The first sentence, which is better and for whom; then each package against the town without."""
    names = found.names
    pair = (names[-1], names[0])
    first = [pair_sentence(found, *pair), over_all_months(found, *pair)]
    head = first if len(names) == 2 else [_best(found)]
    unknown = [] if drawn is None else [whatever_is_not_known(found, drawn)]
    alone = (alone_sentence(found, name) for name in names)
    return [*filter(None, [*head, *unknown]), *alone, luck(found, drawn is not None)]


def whatever_is_not_known(found: SideBySide, drawn: OverDraws) -> str:
    """How far the headcount of each two packages goes with numbers that nobody knows; "" if it is not asked for."""
    told = []
    for name, other in found.against_each_other:
        row = drawn.of((name, other))
        if row is None or not math.isfinite(row["inputs_low"]):
            continue
        ends = change_interval(100 * row["inputs_low"], 100 * row["inputs_high"])
        told.append(f"{ends} with {called(name)} than with {called(other)}")
    if not told:
        return ""
    draws = int(drawn.table["draws"].max())
    over = f"{ends_words(draws)} of {draws} draws of the inputs"
    return f"Whatever is not known ({over}), the headcount is {listed(told)}."


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
        f"{capital(one)} against none: {who(comparison)}; {shares}; {_poverty_alone(comparison)}. "
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
    if all(_same(each) for each in found.against_each_other.values()):
        return f"The poverty headcount at {line} is the same with all of them."
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


def _same(comparison: Comparison) -> bool:
    found = comparison.headline
    return found.change == found.low == found.high == 0


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


def luck(found: SideBySide, drawn: bool = False) -> str:
    """What is in the intervals, and what is not."""
    comparison = next(iter(found.comparisons.values()))
    lives = f", with {comparison.lives} lives each at most" if comparison.lives > 1 else ""
    return (
        f"Whatever the luck: a 95 % interval over {number(comparison.populations, 0)} {samples(comparison)}{lives}, "
        "under the same luck in every world and with every number at its own value. "
        + ("" if drawn else _NOT_TRIED)
    )


_NOT_TRIED = (
    "Whatever is not known, that is, with numbers that nobody knows at other values, is not in these intervals: "
    "draws=40 tries it."
)
