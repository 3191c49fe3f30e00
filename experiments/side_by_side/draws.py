"""Packages beside each other whatever is not known: the same under draws of the uncertain inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import by_population
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.question.packages import BASELINE, Packages
from poverty_nodes.experiments.question.question import Measured, measured
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.side_by_side.side_by_side import Pair, SideBySide
from poverty_nodes.experiments.uncertainty.intervals import interval_row
from poverty_nodes.experiments.uncertainty.readings import Readings, groups_kept, read_runs
from poverty_nodes.experiments.uncertainty.runs import (
    Labelled,
    lean_plan,
    make,
    solve_base_months,
)
from poverty_nodes.experiments.uncertainty.worlds import Worlds, worlds_of
from poverty_nodes.model.measures.groups_at_base import Numbers


@dataclass(frozen=True)
class OverDraws:
    """`table` has a row a pair of worlds and outcome: value, luck, and the ends over draws of the inputs."""

    table: pd.DataFrame
    worlds: Worlds
    drawn: Runs

    def of(self, pair: Pair, measure: str = "P0") -> pd.Series | None:
        """The row of a pair and a measure of all persons; None if it is not among the outcomes asked for."""
        table = self.table
        mine = (table["package"] == pair[0]) & (table["against"] == pair[1])
        rows = table[mine & (table["outcome"] == measure) & (table["group"] == "all")]
        return None if rows.empty else rows.iloc[0]

    def write(self, folder: Path) -> None:
        """Write uncertainty.csv, and draws.csv with the inputs of each draw."""
        write_table(self.table, folder / "uncertainty.csv")
        rows = [
            {"draw": number, "left_out": self.worlds.left_out.get(number, ""), **values}
            for number, values in self.worlds.drawn.items()
        ]
        write_table(pd.DataFrame(rows), folder / "draws.csv")


def drawn_scenarios(asked: Packages) -> tuple[Labelled, Worlds]:
    """The baseline and each package under each draw; all have the same draws, since they share all inputs."""
    scenarios = {}
    for name, question in asked.questions.items():
        worlds = worlds_of(question)
        for draw, arms in worlds.by_draw.items():
            if draw > 0:
                scenarios[BASELINE, draw] = arms["without"]
                scenarios[name, draw] = arms["with"]
    return scenarios, worlds


def over_draws(asked: Packages, found: SideBySide, progress: Progress) -> OverDraws | None:
    """Make the runs of all draws and read them; None where none are asked for."""
    first = asked.first
    if not first.draws:
        return None
    outcomes = measured(first.outcomes)
    scenarios, worlds = drawn_scenarios(asked)
    solve_base_months(scenarios.values(), progress)
    plan = lean_plan(scenarios, first.seed_numbers, groups_kept(outcomes))
    drawn = make(first, plan, progress)
    readings = read_runs(drawn, outcomes, lambda _: found.terms.window)
    return OverDraws(differences_table(found, readings, first.seed_numbers), worlds, drawn)


def differences_table(found: SideBySide, readings: Readings, seeds: Sequence[int]) -> pd.DataFrame:
    """A row a pair and outcome; draw 0 has the inputs at their own values."""
    window = found.terms.window
    rows = []
    for outcome in readings.outcomes:
        levels: Mapping[str, Numbers] = {
            label: by_population(
                np.vstack([_central(each, outcome, window, seeds), readings.of(label, outcome)]).T,
                seeds,
            ).T
            for label, each in found.worlds.items()
        }
        for name, against in found.comparisons:
            told = {"package": name, "against": against, "outcome": outcome.measure}
            told |= {"group": outcome.group, "unit": outcome.unit}
            effect = levels[name] - levels[against]
            rows.append({**told, **interval_row(effect, (0, *readings.draws))})
    return pd.DataFrame(rows)


def _central(world: Outcomes, outcome: Measured, window: int, seeds: Sequence[int]) -> Numbers:
    """An outcome with all inputs at their own values (1, seeds), NaN for a seed that failed."""
    path = world.path(outcome.measure, outcome.group)[:, 0, -window:].mean(axis=1)
    of_seed = dict(zip(world.seeds, path.tolist(), strict=True))
    return np.array([[of_seed.get(seed, np.nan) for seed in seeds]])
