"""Whether the persons of all runs can be written as a table: of whom it is asked, and how many rows it would have."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.memory import people_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.scenarios.errors import Problem

MOST_ROWS = 50_000_000
"""Rows that persons.parquet has at most: about two gigabytes."""
VERBS = ("compare", "run")


def persons_problems(
    question: Question, origin: Origin, worlds: int | None = None
) -> Iterator[Problem]:
    """What is wrong with asking for persons; `worlds` are those of several packages and their baseline."""
    if question.persons == "no":
        return
    where = f"{origin('persons')}: persons"
    if question.verb not in VERBS:
        message = f"is asked of {' and '.join(VERBS)}, and not of {question.verb}"
        yield Problem(where, message, remedy="persons=no")
        return
    worlds = worlds or (2 if question.verb == "compare" else 1)
    rows = people_of(question) * len(question.seed_numbers) * worlds
    if rows > MOST_ROWS:
        share = (
            0.95 * question.share * MOST_ROWS / rows
        )  # two digits are off by a twentieth at most
        yield Problem(
            where,
            f"persons.parquet would have about {rows:,} rows, one a person, a seed and a world",
            f"at most {MOST_ROWS:,}",
            remedy=f"scale={share:.2g}, fewer seeds, or persons=no",
        )
