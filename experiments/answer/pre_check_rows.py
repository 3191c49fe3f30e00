"""The table of `check`: a row for each component and group; the first row of each has its message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.answer.pre_check import PreChecked
from poverty_nodes.experiments.output.terminal_table import Row
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model.measures.groups import Members, group_members

COLUMNS = (
    *("component", "group", "eligible", "reached", "cost", "first_month", "bites", "message"),
)
UNITS = {"person": "persons", "household": "households", "firm": "firms"}
NOTHING = "this policy does nothing in this cluster"


def rows_of(question: Question, scale: float, components: list[PreChecked]) -> list[Row]:
    """The rows of check.csv, at the real scale; groups are of the cluster, as people stand in the dry month."""
    return [row for component in components for row in _rows(question, component, scale)]


def groups_of(
    question: Question, standing: Mapping[str, NDArray[np.integer]]
) -> dict[str, Members]:
    """Who belongs to which group: "all" and the question's groups; empty for a component that never began."""
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


def _rows(question: Question, component: PreChecked, scale: float) -> Iterator[Row]:
    name, bites = component.policy.name, "yes" if component.felt else "no"
    shared = {"first_month": component.felt or "", "bites": bites}
    eligible, reached = (round(each / scale) for each in component.units)
    first = {"cost": round(component.cost, 2), "message": message(question, component)}
    counts = {"eligible": eligible, "reached": reached}
    yield _row(name, UNITS[component.policy.targets], {**counts, **shared, **first})
    for group, who in groups_of(question, component.standing).items():
        counts = {
            "eligible": round(float((component.eligible & who).sum()) / scale),
            "reached": round(float((component.reached & who).sum()) / scale),
        }
        yield _row(name, group, {**counts, **shared})


def _row(component: str, group: str, values: dict[str, object]) -> Row:
    return {
        name: {"component": component, "group": group, **values}.get(name, "") for name in COLUMNS
    }


def message(question: Question, component: PreChecked) -> str:
    """What a designer has to know of the component, in one or two sentences."""
    policy = component.policy
    if policy.start > question.months:
        return f"{NOTHING}: it starts in month {policy.start}, after the last, {question.months}"
    if component.felt is None:
        return f"{NOTHING}: {_why(component)}{_of_the_budget(question, component)}"
    beside = " beside the other policies, and not by itself" if component.with_others else ""
    return f"first felt in month {component.felt}{beside}{_of_the_budget(question, component)}"


def _why(component: PreChecked) -> str:
    eligible, reached = component.units
    if not component.policy.does_something():
        return "its terms are worth nothing"
    if component.dry_month is None:
        return "it does not reach its full strength before the last month"
    if not eligible:
        return "nobody is eligible"
    if not reached:
        return "nobody is reached; see its take-up, capacity and budget"
    return "those reached live as they would without it"


def _of_the_budget(question: Question, component: PreChecked) -> str:
    """Whether the budget lasts, at the cost of the dry month."""
    policy = component.policy
    if policy.budget is None or component.cost <= 0.0:
        return ""
    last = min(question.months, policy.end or question.months)
    months = last - policy.start + 1
    if component.cost * months < policy.budget:
        left = policy.budget - component.cost * months
        return f"; at this pace ${left:,.0f} of its ${policy.budget:,.0f} stays unspent"
    return f"; at this pace its ${policy.budget:,.0f} lasts {policy.budget / component.cost:,.0f} months"
