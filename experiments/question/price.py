"""What a question costs before it is asked: runs, minutes and megabytes, roughly."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.question.memory import people_of
from poverty_nodes.experiments.question.question import Question

SECONDS_PER_PERSON_MONTH = 4e-7
"""One adult for one month on one core, all phases and measures."""
SECONDS_PER_RUN = 0.5
"""Drawing and calibrating the base month, and writing the result."""
SECONDS_TO_COMPILE = 40
"""The rules, once an installation; not counted in the minutes."""
BYTES_PER_PERSON = 24
"""A row of the person-level table in the store, compressed."""
BYTES_PER_MONTH = 8_000
"""The measures of all groups in a month, compressed."""


@dataclass(frozen=True)
class Price:
    """The most that a question costs; runs that are in the store already cost nothing."""

    runs: int
    people: int
    """Adults simulated in one run, in the cluster and in the comparator."""
    minutes: float
    megabytes: float

    def __str__(self) -> str:
        """Say it in a line."""
        minutes = "under a minute" if self.minutes < 1 else f"about {self.minutes:,.0f} minutes"
        return (
            f"{self.runs:,} runs of {self.people:,} people, {minutes}, "
            f"about {max(1, round(self.megabytes)):,} megabytes; runs in the store cost nothing"
        )


def price(question: Question, worlds: int | None = None) -> Price:
    """Estimate the price from the head-counts of the cluster; no run is made.

    `worlds` are those of several packages and their baseline; None takes the one or two of the question.
    """
    from poverty_nodes.experiments.runs.executors.executors import available_cores

    paired = question.verb in ("compare", "evaluate") and question.policies
    scenarios = 2 if paired else 1
    runs = (
        scenarios * question.seeds + _explaining(question)
        if worlds is None
        else worlds * question.seeds
    )
    people = people_of(question)
    seconds = runs * (SECONDS_PER_RUN + people * question.months * SECONDS_PER_PERSON_MONTH)
    cores = question.workers or available_cores()
    size = runs * (people * BYTES_PER_PERSON + question.months * BYTES_PER_MONTH)
    return Price(runs, people, seconds / cores / 60, size / 1e6)


def _explaining(question: Question) -> int:
    """Runs that `why`, `against` and `capabilities` ask for besides those of the comparison."""
    if not question.policies or question.verb != "compare":
        return 0
    runs = 2 * question.seeds * (bool(question.capabilities) + bool(question.against))
    if not question.why:
        return runs
    from poverty_nodes.experiments.attribution import channels, components

    if "components" in question.why:
        runs += components.runs_needed(len(question.policies), question.seed_numbers)
    if "channels" in question.why:
        runs += channels.runs_needed(question.seed_numbers, question.policies)
    return runs
