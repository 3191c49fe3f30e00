"""What one world looks like, in sentences: nothing here says what a policy changes."""

from __future__ import annotations

import math

from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.one_world.town import BASE, END, Town
from poverty_nodes.experiments.report.labels import (
    line_label,
    listed,
    meanwhile,
    months_at_end,
    package,
    people_label,
    span,
)
from poverty_nodes.experiments.report.numbers import count, decimals, money, number

MOST_NAMED = 3


def title(town: Town, cluster: str) -> str:
    """The heading of the page."""
    return f"{cluster}: {span(town.terms.months)} {_with(town)}"


def question(town: Town, cluster: str) -> str:
    """The question as it would be asked aloud."""
    return (
        f"What does the town look like over {span(town.terms.months)} {_with(town)}{meanwhile(town.terms)}? "
        f"The cluster: {cluster}."
    )


def _with(town: Town) -> str:
    if not town.terms.policies:
        return "without any policy"
    return f"with {package(town.terms)} from month {town.terms.first_month} on"


def answer(town: Town) -> list[str]:
    """Poverty, jobs and pay at the beginning and at the end; who is poorest; what this cannot say."""
    when = "month" if town.terms.window == 1 else "months"
    head = (
        f"The poverty headcount at {line_label(town.terms)} goes from {_per_cent(town.level(BASE, 'P0'))} in the base "
        f"month to {_per_cent(town.level(END, 'P0'), True)} in {months_at_end(town.terms)}; jobs in the trade go from "
        f"{_jobs(town.level(BASE, 'employment'))} to {_jobs(town.level(END, 'employment'), True)}, mean pay of a "
        f"worker from {_money(town.level(BASE, 'mean_wage'))} to {_money(town.level(END, 'mean_wage'), True)} a month."
    )
    return [head, *filter(None, [_poorest(town), nothing_compared(town), luck(town, when)])]


def _poorest(town: Town) -> str:
    """The groups with the largest headcounts at the end."""
    found: dict[tuple[float, float], str] = {}
    for group in town.groups(town.plain):
        share, people = (float(town.level(END, name, group).mean) for name in ("P0", "people"))
        if share > 0:  # who has no work in the trade and who is outside its chain are the same
            found.setdefault((share, people), group)
    order = [(share, found[share, people]) for share, people in sorted(found, reverse=True)]
    order = order[:MOST_NAMED]
    if not order:
        return "At the end nobody in a group of the table is poor."
    told = [f"{people_label(group)} ({number(100 * share)} %)" for share, group in order]
    return f"At the end most are poor among {listed(told)}."


def nothing_compared(town: Town) -> str:
    """That levels over time are no effect."""
    whose = "these policies change" if town.terms.policies else "a policy would change"
    return (
        f"Nothing is compared here: what {whose} is the difference to the same town without them, which "
        "compare tells."
    )


def luck(town: Town, when: str = "months") -> str:
    """What is in the intervals, and what is not."""
    if town.seeds < 2:
        return "One seed was run, so that there are no intervals: ask for more seeds before you conclude anything."
    end = "" if when == "month" else ", means over these months,"
    return (
        f"Levels of the end{end} in brackets whatever the luck: a 95 % interval over {town.seeds} seeds, each another "
        "town of people with its own luck, with every number at its own value. Whatever is not known, that is, with "
        "numbers that nobody knows at other values, is not in it unless draws of the inputs are told below."
    )


def counted(town: Town) -> str:
    """What a poor person, consumption and a group are on the page."""
    return (
        f"A person is poor in a month in which her household consumes less a head than {line_label(town.terms)}; the "
        "headcount is the share of persons who are. Consumption is a person and month, in international dollars of "
        "2021. Counted in each month is whoever then lives in the cluster and then belongs to the group, so that a "
        "group can change because others join it."
    )


def _per_cent(found: Spread, ends: bool = False) -> str:
    return _with_ends([100 * float(each) for each in (found.mean, found.low, found.high)], ends)


def _with_ends(values: list[float], ends: bool) -> str:
    """A share in per cent, with the ends of its interval if they are known and asked for."""
    value, low, high = values
    if not math.isfinite(value):
        return "a share that cannot be told"
    digits = min(2, decimals(value))
    told = f"{number(value, digits)} %"
    known = ends and math.isfinite(low)
    return f"{told} ({number(max(low, 0.0), digits)} to {number(high, digits)})" if known else told


def _jobs(found: Spread, ends: bool = False) -> str:
    known = ends and math.isfinite(float(found.low))
    told = f" ({count(max(float(found.low), 0.0))} to {count(float(found.high))})" if known else ""
    return f"{count(float(found.mean))}{told}"


def _money(found: Spread, ends: bool = False) -> str:
    if not math.isfinite(float(found.mean)):
        return "a sum that cannot be told"
    known = ends and math.isfinite(float(found.low))
    told = f" ({money(float(found.low))} to {money(float(found.high))})" if known else ""
    return f"{money(float(found.mean))}{told}"
