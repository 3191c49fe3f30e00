"""What a design costs: distinct runs, base months that have to be solved first, minutes, megabytes."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.question.memory import people_of
from poverty_nodes.experiments.question.price import SECONDS_PER_PERSON_MONTH, Price, price
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.executors.executors import available_cores
from poverty_nodes.experiments.uncertainty.runs import Labelled, needs_solving
from poverty_nodes.experiments.uncertainty.worlds import worlds_of
from poverty_nodes.scenarios.base_month.burn_in import BURN_IN_MONTHS
from poverty_nodes.scenarios.base_month.stationary_solver import SOLVER_SEEDS, months_of_solver

SECONDS_PER_LEAN_RUN = 0.02
"""Besides months: putting the base month together and reading the result; measured at 1,000 workers."""
SECONDS_PER_PERSON = 8e-6
"""Making one adult and letting the labour market run itself in."""
BYTES_PER_RUN = 3_500
"""Columns of a run that are there whatever its length, in the shards of the store."""
BYTES_PER_MONTH = 120
"""The measures of one group in a month, compressed."""


@dataclass(frozen=True)
class Cost:
    """The most that a design costs; what is in the store already costs nothing."""

    runs: int
    people: int
    """Adults simulated in one run, in the cluster and in the comparator."""
    base_months: int
    """Base months of drawn or changed clusters that are solved first, once."""
    minutes: float
    megabytes: float

    def __str__(self) -> str:
        """Say it in a line."""
        minutes = "under a minute" if self.minutes < 1 else f"about {self.minutes:,.0f} minutes"
        solving = f", {self.base_months:,} base months to solve first" if self.base_months else ""
        return (
            f"{self.runs:,} runs of {self.people:,} people{solving}, {minutes} in all, "
            f"about {max(1, round(self.megabytes)):,} megabytes; runs in the store cost nothing"
        )


def cost_of(question: Question, scenarios: Labelled) -> Cost:
    """The cost of scenarios by label and draw under the seeds of a question."""
    distinct = {each.fingerprint(): each for each in scenarios.values()}
    missing = {each.base_fingerprint(): each for each in distinct.values() if needs_solving(each)}
    nearby = sum(each.centre is not None for each in missing.values())
    runs = len(distinct) * question.seeds
    return cost_of_runs(question, runs, nearby, len(missing) - nearby)


def cost_of_runs(question: Question, runs: int, nearby: int, full: int = 0) -> Cost:
    """The cost of so many runs after so many base months solved from their centre's, and in full."""
    people = people_of(question)
    cores = question.workers or available_cores()
    run = SECONDS_PER_LEAN_RUN + people * SECONDS_PER_PERSON
    run += people * (BURN_IN_MONTHS + question.months) * SECONDS_PER_PERSON_MONTH
    months = full * months_of_solver(near=False) + nearby * months_of_solver(near=True)
    solve = SECONDS_PER_PERSON * (full + nearby) + SECONDS_PER_PERSON_MONTH * months
    seconds = runs * run / cores + len(SOLVER_SEEDS) * people * solve / min(cores, 2)
    size = runs * (BYTES_PER_RUN + (question.months + 1) * BYTES_PER_MONTH)
    return Cost(runs, people, nearby + full, seconds / 60, size / 1e6)


def cost_with_draws(question: Question) -> Cost:
    """The cost of a question that is answered at the inputs' own values and, lean, for each draw of them."""
    own = price(question)
    worlds = worlds_of(question).by_draw
    drawn = {
        (label, draw): each
        for draw, arms in worlds.items()
        for label, each in arms.items()
        if draw > 0
    }
    return together(own, cost_of(question, drawn))


def together(own: Price, lean: Cost) -> Cost:
    """The cost of whole runs and of lean ones besides."""
    return Cost(
        runs=own.runs + lean.runs,
        people=own.people,
        base_months=lean.base_months,
        minutes=own.minutes + lean.minutes,
        megabytes=own.megabytes + lean.megabytes,
    )
