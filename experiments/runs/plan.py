"""What is to be run, in which order, under which names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Generic

from poverty_nodes.experiments.runs.key import code_beyond, own_parts, run_key
from poverty_nodes.experiments.runs.outcome import RunFunction, S, Task
from poverty_nodes.model.lives import population_of
from poverty_nodes.scenarios.errors import Problem, QuestionError

LARGEST_SEED = 2**63 - 1
"""What a store can write down."""


@dataclass(frozen=True)
class Planned(Generic[S]):
    """One run by the names that a question gives it.

    `label` is the scenario's, `draw` numbers the draws of uncertain inputs (0 where there is one),
    `seed` is chance.
    """

    label: str
    draw: int
    seed: int
    scenario: S

    @property
    def name(self) -> tuple[str, int, int]:
        """Label, draw and seed: unique in a plan."""
        return self.label, self.draw, self.seed


def interleave(scenarios: Mapping[str, S], seeds: Sequence[int]) -> Iterator[Planned[S]]:
    """All scenarios under the first seed, then the second: a stopped batch is balanced."""
    for seed in seeds:
        for label, scenario in scenarios.items():
            yield Planned(label, 0, seed, scenario)


def abreast(tasks: Sequence[Task[S]], width: int) -> Iterator[Task[S]]:
    """The tasks of `width` populations in turn, so that workers are busy with one each.

    Runs of one population share a base month, which the first of them makes: beside each other the second would
    only wait for it. The order of the tasks of a population stays.
    """
    groups = [list(group) for _, group in groupby(tasks, key=lambda task: population_of(task.seed))]
    for first in range(0, len(groups), width):
        for row in zip_longest(*groups[first : first + width]):
            yield from (task for task in row if task is not None)


def tasks_of(plan: Sequence[Planned[S]], version: str, run: RunFunction[S]) -> list[Task[S]]:
    """The task of each planned run, in the same order; each scenario is fingerprinted once.

    ValueError if two planned runs have the same name, QuestionError if a seed is none.
    """
    _refuse_seeds(plan)
    names = {planned.name for planned in plan}
    if len(names) < len(plan):
        raise ValueError("a scenario, draw and seed stand twice in the plan")
    # By identity: a scenario need not be hashable, and the plan keeps each alive meanwhile.
    scenarios = {id(planned.scenario): planned.scenario for planned in plan}
    prints = {name: scenario.fingerprint() for name, scenario in scenarios.items()}
    own = {kind: code_beyond(run, kind) for kind in {type(each) for each in scenarios.values()}}
    texts = {name: own_parts(run, each).fixed_digits() for name, each in scenarios.items()}
    return [
        Task(
            run_key(print_, each.seed, version, own[type(each.scenario)]),
            each.seed,
            each.scenario,
            print_,
            texts[id(each.scenario)],
        )
        for each in plan
        for print_ in (prints[id(each.scenario)],)
    ]


def _refuse_seeds(plan: Sequence[Planned[S]]) -> None:
    wrong = sorted({each.seed for each in plan if not 0 <= each.seed <= LARGEST_SEED})
    if wrong:
        limits = f"whole numbers from 0 to {LARGEST_SEED:,}"
        raise QuestionError([Problem("seeds", f"{wrong[0]} is no seed", limits)])
