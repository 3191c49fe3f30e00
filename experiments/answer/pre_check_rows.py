"""The table of `check`: a row for each lever and group, with what is to be said of the lever in its first row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from experiments.answer.pre_check import PreChecked
from experiments.output.terminal_table import Row
from experiments.question.question import Question
from model.measures.groups import Members, group_members

COLUMNS = (*("lever", "group", "eligible", "reached", "cost", "first_month", "bites", "message"),)
UNITS = {"person": "persons", "household": "households", "firm": "firms"}
NOTHING = "this lever does nothing in this cluster"


def rows_of(question: Question, scale: float, levers: list[PreChecked]) -> list[Row]:
    """The rows of check.csv, at the real scale; groups are of the cluster, as people stand in the dry month."""
    return [row for lever in levers for row in _rows(question, lever, scale)]


def groups_of(
    question: Question, standing: Mapping[str, NDArray[np.integer]]
) -> dict[str, Members]:
    """Who belongs to which group: "all" and the question's groups; empty for a lever that never began."""
    if not standing:
        return {}
    found = group_members(standing)
    chosen = {
        label: who
        for label, who in found.items()
        if label == "all" or label.split("=")[0] in question.groups
    }
    if "decile" in question.groups:
        deciles = {f"decile={each}": standing["decile"] == each for each in range(1, 11)}
        chosen |= {label: found["all"] & who for label, who in deciles.items()}
    return chosen


def _rows(question: Question, lever: PreChecked, scale: float) -> Iterator[Row]:
    name, bites = lever.policy.name, "yes" if lever.felt else "no"
    shared = {"first_month": lever.felt or "", "bites": bites}
    eligible, reached = (round(each / scale) for each in lever.units)
    first = {"cost": round(lever.cost, 2), "message": message(question, lever)}
    counts = {"eligible": eligible, "reached": reached}
    yield _row(name, UNITS[lever.policy.targets], {**counts, **shared, **first})
    for group, who in groups_of(question, lever.standing).items():
        counts = {
            "eligible": round(float((lever.eligible & who).sum()) / scale),
            "reached": round(float((lever.reached & who).sum()) / scale),
        }
        yield _row(name, group, {**counts, **shared})


def _row(lever: str, group: str, values: dict[str, object]) -> Row:
    return {name: {"lever": lever, "group": group, **values}.get(name, "") for name in COLUMNS}


def message(question: Question, lever: PreChecked) -> str:
    """What a designer has to know of the lever, in one or two sentences."""
    policy = lever.policy
    if policy.start > question.months:
        return f"{NOTHING}: it starts in month {policy.start}, after the last, {question.months}"
    if lever.felt is None:
        return f"{NOTHING}: {_why(lever)}{_of_the_budget(question, lever)}"
    beside = " beside the other levers, and not by itself" if lever.with_others else ""
    return f"first felt in month {lever.felt}{beside}{_of_the_budget(question, lever)}"


def _why(lever: PreChecked) -> str:
    eligible, reached = lever.units
    if not lever.policy.does_something():
        return "its terms are worth nothing"
    if lever.dry_month is None:
        return "it does not reach its full strength before the last month"
    if not eligible:
        return "nobody is eligible"
    if not reached:
        return "nobody is reached; see take_up, capacity and budget"
    return "those reached live as they would without it"


def _of_the_budget(question: Question, lever: PreChecked) -> str:
    """Whether the budget lasts, at the cost of the dry month."""
    policy = lever.policy
    if policy.budget is None or lever.cost <= 0.0:
        return ""
    last = min(question.months, policy.end or question.months)
    months = last - policy.start + 1
    if lever.cost * months < policy.budget:
        left = policy.budget - lever.cost * months
        return f"; at this pace ${left:,.0f} of its ${policy.budget:,.0f} stays unspent"
    return (
        f"; at this pace its ${policy.budget:,.0f} lasts {policy.budget / lever.cost:,.0f} months"
    )
