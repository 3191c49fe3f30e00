"""What a question may ask but probably does not mean: another place's numbers, policies too late, a window too long."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model.measures.lines import (
    INTERNATIONAL_LINES,
    NATIONAL,
    PRICE_YEAR,
    REPLACED_LINES,
    dollar_line,
)
from poverty_nodes.model.measures.local_line import local_line
from poverty_nodes.scenarios.description.plausible_money import LINES
from poverty_nodes.scenarios.prices import line_in_dollars


def notes_on(question: Question) -> tuple[str, ...]:
    """What is allowed but probably not meant, a sentence each."""
    return (
        *_borrowed(question),
        *_idle(question),
        *_late(question),
        *_window(question),
        *_line(question.line),
        *_far_line(question),
    )


def _borrowed(question: Question) -> tuple[str, ...]:
    """Say so if numbers of the cluster are still those of the place that it was begun from."""
    left = len(question.description.to_replace())
    if not left:
        return ()
    total = sum(1 for _ in question.description.estimates())
    name = _called(question.description.cluster.id)
    return (
        f"{left} of {total} numbers of {name} are still those of another place: "
        f"poverty-nodes list inputs cluster={question.cluster}",
    )


def _called(name: str) -> str:
    """A policy, a shock or a cluster as one says it."""
    return name.replace("_", " ")


def _idle(question: Question) -> tuple[str, ...]:
    """Say so of a policy or shock that starts after the last month."""
    starts = {f"policy.{each.name}": each.start for each in question.policies}
    starts |= {f"shock.{name}": each.start for name, each in question.shocks.items()}
    return tuple(
        f"{_called(key.partition('.')[2])} starts in month {start}, after the last month {question.months}: "
        f"it does nothing. Set {key}.start=1 or a longer horizon."
        for key, start in starts.items()
        if start > question.months
    )


def _late(question: Question) -> tuple[str, ...]:
    """Say so of a policy that acts in a part only of the months over which outcomes are averaged."""
    window = min(question.window, question.months)
    acting = {each.name: question.months - each.start + 1 for each in question.policies}
    return tuple(
        f"{_called(name)} starts in month {question.months - months + 1} of {question.months}: it acts in "
        f"{months} of the last {window} months, over which outcomes are averaged. Set policy.{name}.start=1 or a "
        "longer horizon."
        for name, months in acting.items()
        if 0 < months < window
    )


def _window(question: Question) -> Iterator[str]:
    """Say so of last months that are more than there are."""
    if question.window > question.months:
        yield (
            f"window={question.window} is longer than the horizon: tables of people average all "
            f"{question.months} months. Set window={question.months} or less, or a longer horizon."
        )


def _line(name: str) -> Iterator[str]:
    """Say so of an old line of the World Bank, which is read in dollars of another year."""
    if name in REPLACED_LINES:
        old = REPLACED_LINES[name]
        new = [*INTERNATIONAL_LINES][[*REPLACED_LINES].index(name)]
        yield (
            f"line={name} is read as {name} dollars of {PRICE_YEAR} (PPP) a day. The World Bank's line of {name} was "
            f"in dollars of {old.price_year} and became {new}."
        )


def _far_line(question: Question) -> Iterator[str]:
    """Say so of a line that is far from those of all countries: of a month or a year, or of another currency."""
    local = local_line(question.line)
    if question.line == NATIONAL:
        return  # asked about where the cluster is read
    line = (
        dollar_line(question.line)
        if local is None
        else line_in_dollars(local, question.description.money)
    )
    if not LINES[0] <= line.daily <= LINES[1]:
        yield (
            f"line={question.line} is {line.daily:,.3g} international dollars of {PRICE_YEAR} a day; national lines of "
            f"all countries lie between {LINES[0]:g} and {LINES[1]:g}."
        )
