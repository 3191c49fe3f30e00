"""Packages beside each other from Python: scenarios by name, which share all but their policies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from poverty_nodes.experiments.command.in_python import HowRun
from poverty_nodes.experiments.question.about_scenario import PYTHON
from poverty_nodes.experiments.question.asked_packages import LEAST, MOST
from poverty_nodes.experiments.question.packages import BASELINE
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.side_by_side.side_by_side import SideBySide, side_by_side
from poverty_nodes.model.lives import seeds_of
from poverty_nodes.model.measures.crossing import ALL_DIMENSIONS
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario


def compare_packages(
    packages: Mapping[str, Scenario],
    seeds: int = 20,
    groups: Sequence[str] = ALL_DIMENSIONS,
    quiet: bool = True,
    **runs: Unpack[HowRun],
) -> SideBySide:
    """Compare scenarios by name, which differ in their policies alone, with the same town without any and in pairs.

    `compare_packages({"slow": slow, "fast": fast}, seeds=20)`; how the runs are made is as in `compare`. The result has
    the table `packages`, and by pair `comparisons["fast", "slow"]` and `comparisons["fast", "without"]` with all tables
    of a comparison. QuestionError if scenarios differ in more, or every run of one fails; TypeError for another key.
    """
    if unknown := set(runs) - set(HowRun.__annotations__):
        raise TypeError(f"compare_packages() takes no {', '.join(sorted(unknown))}")
    if problems := _problems(packages):
        raise QuestionError(problems)
    first = next(iter(packages.values()))
    worlds = {BASELINE: replace(first, policies=()), **packages}
    numbers = seeds_of(runs.get("first_seed", 1), seeds, runs.get("lives", 4))
    made = execute(
        worlds, numbers, runs.get("store"), run_one, runs.get("workers"), Progress(quiet=quiet)
    )
    made.need_results()
    return side_by_side(made, worlds, groups)


def _problems(packages: Mapping[str, Scenario]) -> list[Problem]:
    """What is wrong with packages as such: how many, their names, what they do not share."""
    found = []
    if not LEAST <= len(packages) <= MOST:
        found.append(Problem(PYTHON, f"there are {len(packages)} packages", f"{LEAST} to {MOST}"))
    if BASELINE in packages:
        message = f"'{BASELINE}' is what the town without packages is called"
        found.append(Problem(PYTHON, message, "another name"))
    found += [
        Problem(f"{PYTHON}: {name}", "has no policy; the town without policies is there anyway")
        for name, each in packages.items()
        if not each.policies
    ]
    worlds = {name: replace(each, policies=()).fingerprint() for name, each in packages.items()}
    other = [name for name, each in worlds.items() if each != next(iter(worlds.values()))]
    found += [
        Problem(f"{PYTHON}: {name}", "differs from the first package in more than its policies")
        for name in other
    ]
    return found
