"""Makes the runs of many scenarios, lean ones, in an order that leaves a stopped batch balanced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean, run_lean
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import Planned, execute_plan
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.scenarios.base_month.calibration_cache import is_solved
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

Solver = Callable[[Callable[[int, int], None]], object]
"""Solves a base month, and tells what it is given how many parts are done of how many."""
Labelled = Mapping[tuple[str, int], Scenario]
"""Scenarios by label and draw."""


def lean_plan(
    scenarios: Labelled, seeds: Sequence[int], groups: tuple[str, ...]
) -> list[Planned[Lean]]:
    """All scenarios under the first seed, then the second; equal scenarios share one object and so one run."""
    distinct: dict[str, Lean] = {}
    leans = {}
    for name, scenario in scenarios.items():
        lean = Lean(scenario, groups)
        leans[name] = distinct.setdefault(lean.fingerprint(), lean)
    return [Planned(*name, seed, lean) for seed in seeds for name, lean in leans.items()]


def make(question: Question, plan: Sequence[Planned[Lean]], progress: Progress) -> Runs:
    """Make what the store does not have. QuestionError if runs cannot be kept or every one failed."""
    try:
        runs = execute_plan(plan, question.store, run_lean, question.workers, progress)
    except StoreError as error:
        raise QuestionError([Problem("store", str(error))]) from error
    if runs.keys and len(runs.failed) == len(runs.keys):
        first = runs.failures[0].failure.message
        raise QuestionError([Problem("runs", f"every run failed; the first: {first}")])
    return runs


def solve_base_months(scenarios: Iterable[Scenario], progress: Progress) -> None:
    """Solve the base month of each scenario that has none yet; what is solved is kept."""
    distinct = {each.base_fingerprint(): each for each in scenarios}
    missing = [each for each in distinct.values() if needs_solving(each)]
    solve_all([each.calibration for each in missing], progress)


def solve_all(solvers: Sequence[Solver], progress: Progress) -> None:
    """Call each of the solvers, saying how far all are and how long still; after Ctrl-C the done ones are kept."""
    if not solvers:
        return
    several = "base months" if len(solvers) > 1 else "base month"
    with progress.parts(f"solving {len(solvers)} {several} (kept for the next time)") as told:
        for before, solve in enumerate(solvers):

            def of_all(done: int, of: int, before: int = before) -> None:
                told(before * of + done, len(solvers) * of)

            solve(of_all)


def needs_solving(scenario: Scenario) -> bool:
    """Whether the base month of a scenario has to be solved before it can start."""
    centre = scenario.centre
    if centre is not None and centre.ends is not None:
        return False  # put together from its axes, which are solved by themselves
    near = None if centre is None else centre.place(scenario.scale)
    return not is_solved(scenario.cluster, scenario.parameters, scenario.scale, near)
