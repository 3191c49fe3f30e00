"""The small worlds in which a question is asked again: with one number changed in each, or with all of them drawn.

They are small because each needs a base month of its own, and hundreds of runs have to fit into a minute. What is
compared in them is the same question at other numbers, under the same seeds. Draws and base months depend on the
cluster alone, so that every question about it shares them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.hangs_on.candidates import Candidate, candidates
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.uncertainty.runs import needs_solving, solve_all
from poverty_nodes.experiments.uncertainty.worlds import uncertain_names, worlds_of
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import inputs_of
from poverty_nodes.scenarios.inputs.coherent import parameters_in
from poverty_nodes.scenarios.scenario import Scenario

WORKERS = 1_000
"""Workers of the cluster in these worlds, or all that the question simulates if those are fewer."""
DRAWS = 24
"""Joint draws of all numbers: enough for a range, and a draw costs about a second of one core."""
OWN = 0
"""The world whose numbers all have their own values."""

Arms = Mapping[str, Scenario]


@dataclass(frozen=True)
class Trial:
    """A number at one of the values at which it is tried."""

    candidate: Candidate
    at: str
    value: float


@dataclass(frozen=True)
class SmallWorlds:
    """Arms by the number of the world: `OWN`, those of `trials` and of draws; `left_out` could not be made."""

    by_number: Mapping[int, Arms]
    trials: Mapping[int, Trial]
    draws: tuple[int, ...]
    left_out: int
    numbers: int
    workers: int


def small_worlds(question: Question) -> SmallWorlds:
    """All worlds of a question; draws only if it does not ask for its own."""
    small = in_small(question, 0 if question.draws else DRAWS)
    central, drawn = small.to_scenarios(), worlds_of(small)
    names = uncertain_names(small)
    known = inputs_of(small.description)
    package = [each.name for each in question.policies]
    tried = candidates(package, {name: known[name] for name in names})
    centre = Centre(small.description, parameters_in(small.inputs))
    # Solved from the centre as all others are, so that a number on which nothing depends moves exactly nothing.
    found: dict[int, Arms] = {
        OWN: {name: arm.with_inputs({}, centre) for name, arm in central.items()}
    }
    trials: dict[int, Trial] = {}
    left_out = len(drawn.left_out)
    every = [(each, at, value) for each in tried for at, value in each.values.items()]
    for number, (candidate, at, value) in enumerate(every, start=1):
        try:
            moved = {candidate.number.name: value}
            found[number] = {name: arm.with_inputs(moved, centre) for name, arm in central.items()}
            trials[number] = Trial(candidate, at, value)
        except QuestionError:
            left_out += 1
    offset = len(every)
    draws = {offset + draw: arms for draw, arms in drawn.by_draw.items() if draw > 0}
    workers = round(small.share * small.as_filed.workers.total.value)
    return SmallWorlds({**found, **draws}, trials, tuple(draws), left_out, len(names), workers)


def in_small(question: Question, draws: int) -> Question:
    """The same question in a world of `WORKERS` workers."""
    scale = min(question.share, WORKERS / question.as_filed.workers.total.value)
    return question.model_copy(update={"scale": scale, "draws": draws})


def that_rest(worlds: SmallWorlds, progress: Progress) -> SmallWorlds:
    """Solve the base months that are missing; worlds without a stationary economy are left out."""
    bad: list[int] = []
    missing = {number: next(iter(arms.values())) for number, arms in worlds.by_number.items()}
    solvers = [
        _solver(number, each, bad)
        for number, each in missing.items()
        if needs_solving(each) or number == OWN
    ]
    solve_all(solvers if len(solvers) > 1 or needs_solving(missing[OWN]) else [], progress)
    return SmallWorlds(
        {number: arms for number, arms in worlds.by_number.items() if number not in bad},
        {number: trial for number, trial in worlds.trials.items() if number not in bad},
        tuple(number for number in worlds.draws if number not in bad),
        worlds.left_out + len(bad),
        worlds.numbers,
        worlds.workers,
    )


def _solver(
    number: int, scenario: Scenario, bad: list[int]
) -> Callable[[Callable[[int, int], None]], object]:
    def solve(told: Callable[[int, int], None]) -> object:
        try:
            return scenario.calibration(told)
        except QuestionError:
            if number == OWN:
                raise
            bad.append(number)
            return None

    return solve


def numbers_of(worlds: SmallWorlds) -> Sequence[int]:
    """The worlds that are run under every seed: that of the numbers' own values, and those of the trials."""
    return [OWN, *worlds.trials]
