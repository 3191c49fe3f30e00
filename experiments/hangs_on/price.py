"""What it costs to say what an answer hangs on, the first time."""

from __future__ import annotations

from dataclasses import replace

from poverty_nodes.experiments.hangs_on.hangs_on import planned
from poverty_nodes.experiments.hangs_on.worlds import in_small, small_worlds
from poverty_nodes.experiments.question.price import Price
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.uncertainty.price import Cost, cost_of_runs
from poverty_nodes.experiments.uncertainty.runs import needs_solving


def with_what_it_hangs_on(cost: Price | Cost, question: Question) -> Cost:
    """A cost with that of the small worlds put in; the people are those of the question's own runs."""
    worlds = small_worlds(question)
    centres = [next(iter(arms.values())) for arms in worlds.by_number.values()]
    missing = sum(needs_solving(each) for each in centres[1:])
    full = int(needs_solving(centres[0]))
    more = cost_of_runs(in_small(question, 0), len(planned(question, worlds)), missing, full)
    solved = cost.base_months if isinstance(cost, Cost) else 0
    own = Cost(cost.runs, cost.people, solved, cost.minutes, cost.megabytes)
    return replace(
        own,
        runs=own.runs + more.runs,
        base_months=own.base_months + more.base_months,
        minutes=own.minutes + more.minutes,
        megabytes=own.megabytes + more.megabytes,
    )
