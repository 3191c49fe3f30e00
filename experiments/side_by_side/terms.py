"""The terms of packages beside each other: what they share, and in what they differ, in words and units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_nodes.experiments.answer.question_in_full import question_in_full
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.report.asked_terms import AskedPart
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.report.numbers import money
from poverty_nodes.experiments.report.table import Row, Table

ABSENT = "not in it"
MOST_TOLD = 3
"""Terms of a package that the question in words names; the table has all."""
Questions = Mapping[str, Question]


def called(name: str) -> str:
    """A package in a sentence.

    >>> called("slow_floor")
    '“slow floor”'
    """
    return f"“{name.replace('_', ' ')}”"


def parts_of(question: Question) -> tuple[AskedPart, ...]:
    """The policies of a package, each with all its terms."""
    return question_in_full(question)[: len(question.policies)]


def differing(questions: Questions) -> list[tuple[str, str, dict[str, str]]]:
    """Policy, term and its value by package, wherever packages differ; a policy that some lack is a row of its own."""
    parts = {
        name: {part.title: part for part in parts_of(each)} for name, each in questions.items()
    }
    titles = dict.fromkeys(title for each in parts.values() for title in each)
    found = []
    for title in titles:
        having = {name: each[title] for name, each in parts.items() if title in each}
        if len(having) < len(questions):
            told = {name: "in it" if name in having else ABSENT for name in questions}
            found.append((title, "the policy", told))
        values = {
            name: {term.what: term.value for term in part.terms} for name, part in having.items()
        }
        for what in next(iter(values.values())):
            each = {name: values[name][what] if name in values else ABSENT for name in questions}
            if len({values[name][what] for name in values}) > 1:
                found.append((title, what, each))
    return [*found, *_budgets(questions)]


def _budgets(questions: Questions) -> Iterator[tuple[str, str, dict[str, str]]]:
    told = {
        name: "no cap" if each.budget is None else money(each.budget)
        for name, each in questions.items()
    }
    if len(set(told.values())) > 1:
        yield "The whole package", "most that it may spend", told


def shared(questions: Questions) -> str:
    """The policies that all packages have, and how many of their terms are alike, in a sentence."""
    parts = [{part.title: part for part in parts_of(each)} for each in questions.values()]
    titles = [title for title in parts[0] if all(title in each for each in parts)]
    if not titles:
        return "No policy is in all of them."
    apart = differing(questions)
    alike = [
        f"{title} ({len(parts[0][title].terms) - sum(each[0] == title for each in apart)} of its "
        f"{len(parts[0][title].terms)} terms are alike)"
        for title in titles
    ]
    return f"In all of them: {listed(alike)}."


def differing_table(questions: Questions) -> Table | None:
    """A row a term that differs, a column a package; None where nothing differs."""
    rows: list[Row] = []
    heading = ""
    for title, what, values in differing(questions):
        if title != heading:
            rows.append(Row(title, tone="section"))
        heading = title
        rows.append(Row(what, tuple(values.values())))
    if not rows:
        return None
    heads = ("Term", *(called(name) for name in questions))
    return Table("In what they differ", heads, tuple(rows), tuple(range(len(questions))))


def in_short(questions: Questions) -> str:
    """Each package by its policies and the terms that set it apart, as a part of the question."""
    apart = differing(questions)
    told = []
    for name, question in questions.items():
        policies = [part.title[0].lower() + part.title[1:] for part in parts_of(question)]
        own = [
            f"{what.partition(',')[0]} {values[name]}"
            for _, what, values in apart
            if values[name] != ABSENT and what != "the policy"
        ]
        more = [f"{len(own) - MOST_TOLD} more terms"] if len(own) > MOST_TOLD else []
        terms = "; ".join([*own[:MOST_TOLD], *more])
        told.append(f"{called(name)} is {listed(policies)}{f' ({terms})' if terms else ''}")
    return f"{', '.join(told[:-1])}, and {told[-1]}" if len(told) > 1 else told[0]
