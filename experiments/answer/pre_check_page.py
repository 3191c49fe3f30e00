"""The page of `check`: what each policy of a question will reach, cost and do, before anything is run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from poverty_nodes.experiments.answer.question_in_full import question_in_full
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.output.terminal_table import Row as Cells
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.report.labels import (
    capital,
    group_label,
    line_label,
    meanwhile,
    package,
    policy_label,
    span,
)
from poverty_nodes.experiments.report.numbers import NONE, count, money, per_cent
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.experiments.uncertainty.page import Member, page

_HOW = (
    "Told from a few months of one simulated place, each policy by itself and all together, with none beside them: "
    "whom it may reach in its first month at full strength, whom it does reach, and in which month anything changes. "
    "It says nothing of who gains or loses: ask compare."
)
_WORDS = (
    ("Eligible", "Those whom the policy's own terms admit."),
    ("Reached", "Those of them who take part or to whom it is applied, in the month that is told."),
    ("First felt", "The first month in which anything is other than without the policy."),
)


def render(question: Question, rows: Sequence[Cells]) -> str:
    """The page as HTML; `rows` are those of check.csv."""
    cluster = question.as_filed.cluster.title
    of_policies = [list(found) for _, found in groupby(rows, key=lambda row: row["component"])]
    sections: list[tuple[str, list[Member]]] = [
        ("Whom each reaches", [_reached(each) for each in of_policies]),
        ("How it was found out", [_HOW]),
    ]
    return page(
        f"What each policy will reach and cost: {cluster}",
        _question(question, cluster),
        answer_of(rows),
        sections if rows else sections[1:],
        _WORDS,
        asked=question_in_full(question),
        notes=notes_on(question),
    )


def answer_of(rows: Sequence[Cells]) -> list[str]:
    """A sentence a policy, those that do nothing first."""
    first = [row for row in rows if row["message"]]
    told = sorted(first, key=lambda row: row["bites"] == "yes")
    return [_sentence(row) for row in told] or [
        "There is no policy in the package: nothing to check."
    ]


def _sentence(row: Cells) -> str:
    name, cost = capital(policy_label(str(row["component"]))), float(str(row["cost"] or 0))
    reach = (
        f" It reaches {_count(row['reached'])} of {_count(row['eligible'])} eligible {row['group']} for "
        f"{money(cost)} a month."
        if row["bites"] == "yes"
        else ""
    )
    return f"{name}: {row['message']}.{reach}"


def _question(question: Question, cluster: str) -> str:
    scenarios = question.to_scenarios()
    terms = Terms.of(scenarios["with"])
    return (
        f"Whom will {package(terms) or 'no policy'} reach over {span(terms.months)}, at what cost, and from when on is "
        f"it felt{meanwhile(terms)}? The cluster: {cluster}. Poverty line: {line_label(terms)}."
    )


def _reached(rows: Sequence[Cells]) -> Table:
    """Eligible and reached: the policy's own units, then persons by group, those with anybody eligible."""
    shown = [row for at, row in enumerate(rows) if not at or row["eligible"]]
    cells = tuple(
        Row(
            capital(str(row["group"])) if not at else group_label(str(row["group"])),
            (_count(row["eligible"]), _count(row["reached"]), _share(row)),
        )
        for at, row in enumerate(shown)
    )
    name = capital(policy_label(str(rows[0]["component"])))
    heads = ("Whom", "eligible", "reached", "of those eligible")
    return Table(f"{name}: in its first month at full strength", heads, cells)


def _share(row: Cells) -> str:
    eligible = float(str(row["eligible"]))
    return per_cent(float(str(row["reached"])) / eligible) if eligible else NONE


def _count(value: object) -> str:
    return count(float(str(value)))
