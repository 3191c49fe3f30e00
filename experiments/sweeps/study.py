"""Makes the runs of a sweep and reads them: each point with and without its package, under the same luck."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.exports import (
    Ema,
    Salib,
    experiments_table,
    known_to_workbench,
    problem_of,
)
from poverty_nodes.experiments.question.grammar import literal
from poverty_nodes.experiments.question.question import Measured, measured
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sweeps.packages import Books, packages_table
from poverty_nodes.experiments.sweeps.packages_by_group import GROUPS, by_group_table
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.experiments.uncertainty.intervals import interval_row
from poverty_nodes.experiments.uncertainty.readings import Readings, groups_kept, read_runs
from poverty_nodes.experiments.uncertainty.runs import lean_plan, make, solve_base_months
from poverty_nodes.experiments.uncertainty.worlds import worlds_of
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario

See = Callable[[str, int, int, int, RunResult], None]
"""Called with scenario, point, draw, seed and result of every run."""


@dataclass(frozen=True, repr=False)
class Study:
    """A finished sweep: `summary` has a row for each point, outcome and quantity (without, with, effect)."""

    sweep: Sweep
    runs: Runs
    outcomes: tuple[Measured, ...]
    readings: Readings
    summary: pd.DataFrame
    left_out: Mapping[int, str]
    """Draws whose inputs cannot hold together, by number."""
    packages: pd.DataFrame
    """What each package spends and brings: see `packages_table`."""
    packages_by_group: pd.DataFrame
    """The order of packages for each of some groups: see `by_group_table`."""

    def __repr__(self) -> str:
        """What was swept and measured, in a line."""
        over = ", ".join(self.sweep.keys)
        names = ", ".join(each.name for each in self.outcomes)
        seeds = len(self.sweep.first.seed_numbers)
        return f"<Study of {len(self.sweep.points)} points ({over}) over {seeds} seeds: {names}>"

    @property
    def quantity(self) -> str:
        """What the figures show: the effect of the package, or the level where there is none."""
        return "effect" if (self.summary["quantity"] == "effect").any() else "without"

    def to_salib(self) -> Salib:
        """SALib's problem (swept numbers between their ends), the points and each outcome's mean over seeds by name.

        ValueError if what is swept is no number.
        """
        keys = self.sweep.keys
        values = [[point.values[key] for key in keys] for point in self.sweep.points]
        return problem_of(keys, values), np.array(values, dtype=np.float64), self._means()

    def to_ema(self) -> Ema:
        """Experiments and outcomes as the EMA Workbench has them: a row a point, means over seeds."""
        keys = self.sweep.keys
        values = [{key: shown(each.values[key]) for key in keys} for each in self.sweep.points]
        names = [policy.name for policy in self.sweep.first.policies]
        return experiments_table(values, package=names), known_to_workbench(self._means())

    def _means(self) -> dict[str, NDArray[np.float64]]:
        rows = self.summary[self.summary["quantity"] == self.quantity]
        found = {}
        for outcome in self.outcomes:
            mine = rows[(rows["outcome"] == outcome.measure) & (rows["group"] == outcome.group)]
            found[outcome.name] = mine.sort_values("point")["value"].to_numpy(dtype=np.float64)
        return found


def scenarios_of(sweep: Sweep) -> tuple[dict[tuple[str, int], Scenario], dict[int, str]]:
    """All scenarios by label ("37/with") and draw, and the draws that are left out."""
    scenarios: dict[tuple[str, int], Scenario] = {}
    left_out: dict[int, str] = {}
    for point in sweep.points:
        worlds = worlds_of(point.question)
        left_out |= worlds.left_out
        for draw, arms in worlds.by_draw.items():
            for arm, scenario in arms.items():
                scenarios[f"{point.number}/{arm}", draw] = scenario
    return scenarios, left_out


def study(sweep: Sweep, progress: Progress) -> tuple[Runs, dict[int, str]]:
    """Make all the runs that the store does not have; QuestionError if they cannot be kept."""
    first, outcomes = sweep.first, measured(sweep.first.outcomes)
    scenarios, left_out = scenarios_of(sweep)
    solve_base_months(scenarios.values(), progress)
    ranked = GROUPS if "policy" in sweep.keys else ()
    groups = tuple(dict.fromkeys([*groups_kept(outcomes), *ranked]))
    plan = lean_plan(scenarios, first.seed_numbers, groups)
    return make(first, plan, progress), left_out


def read(sweep: Sweep, runs: Runs, left_out: Mapping[int, str], see: See) -> Study:
    """Read every run once and sum up."""
    outcomes = measured(sweep.first.outcomes)
    points, books = {point.number: point for point in sweep.points}, Books()

    def window(label: str) -> int:
        return points[int(label.split("/")[0])].question.window

    def each(label: str, draw: int, seed: int, result: RunResult) -> None:
        number, arm = label.split("/")
        see(arm, int(number), draw, seed, result)
        if draw == 0:
            books.see(points[int(number)], arm, seed, result)

    readings = read_runs(runs, outcomes, window, each)
    cells = _cells(sweep)
    packages = packages_table(sweep, books, cells)
    by_group = by_group_table(sweep, books, cells) if "policy" in sweep.keys else pd.DataFrame()
    return Study(
        sweep, runs, outcomes, readings, _summary(sweep, readings), left_out, packages, by_group
    )


def _cells(sweep: Sweep) -> dict[int, dict[str, object]]:
    """The swept keys of each point as cells of a table."""
    return {
        point.number: {key: shown(point.values[key]) for key in sweep.keys}
        for point in sweep.points
    }


def _summary(sweep: Sweep, readings: Readings) -> pd.DataFrame:
    rows = []
    for point in sweep.points:
        for outcome in readings.outcomes:
            arms = {
                arm: readings.of(label, outcome)
                for arm in ("without", "with")
                if (label := f"{point.number}/{arm}") in readings.values
            }
            if len(arms) == 2:
                arms["effect"] = arms["with"] - arms["without"]
            for quantity, table in arms.items():
                rows.append(
                    {
                        "point": point.number,
                        **{key: shown(point.values[key]) for key in sweep.keys},
                        "outcome": outcome.measure,
                        "group": outcome.group,
                        "quantity": quantity,
                        "unit": outcome.unit,
                        **interval_row(table, readings.draws),
                    }
                )
    return pd.DataFrame(rows)


def shown(value: object) -> object:
    """A swept value as a cell of a table: names with a plus between them, a path over time as it is typed.

    >>> shown(["micro_credit", "cash_transfer"]), shown({1: 1.0, 13: 1.1})
    ('micro_credit+cash_transfer', '{1:1.0,13:1.1}')
    """
    if isinstance(value, Mapping) or (
        isinstance(value, list) and not all(isinstance(each, str) for each in value)
    ):
        return literal(value)
    if isinstance(value, list):
        return "+".join(value) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else value
