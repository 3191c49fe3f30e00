"""Draws of the inputs for a question that is answered at their own values: chance and ignorance, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from poverty_nodes.experiments.impact.interval import ENOUGH, by_population
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.question.question import Measured, Question, measured
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import cut_down
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.uncertainty.intervals import interval_row
from poverty_nodes.experiments.uncertainty.readings import (
    SCHEMA,
    Numbers,
    groups_kept,
    read_runs,
    rows_of,
)
from poverty_nodes.experiments.uncertainty.runs import lean_plan, make, solve_base_months
from poverty_nodes.experiments.uncertainty.uncertainty_figure import draw_uncertainty
from poverty_nodes.experiments.uncertainty.words import (
    figure,
    inputs_part,
    moved,
    moved_between,
    no_value,
    title,
    unit_words,
)
from poverty_nodes.experiments.uncertainty.worlds import Worlds, left_out_words, worlds_of


@dataclass(frozen=True)
class Uncertainty:
    """What draws of the inputs say: `table` has a row for each quantity (without, with, effect) and outcome."""

    question: Question
    table: pd.DataFrame
    worlds: Worlds
    outcomes: tuple[Measured, ...]
    central: Runs
    drawn: Runs
    drawing: Drawing

    @property
    def sentence(self) -> str:
        """The first outcome with both intervals, in words."""
        outcome = self.outcomes[0]
        row = self.table[self.table["outcome"] == outcome.measure].iloc[-1]
        is_effect = row["quantity"] == "effect"
        what = f"effect on the {title(outcome)}" if is_effect else f"{title(outcome)} at the end"
        if not np.isfinite(float(row["value"])):
            return f"The {what} could not be measured. {no_value(outcome)}"
        differs = row["low"] != row["high"] or row["inputs_low"] != row["inputs_high"]
        window, draws = min(self.question.window, self.question.months), int(row["draws"])
        unknown, luck = (
            _between(row, ends, outcome, is_effect)
            for ends in (("inputs_low", "inputs_high"), ("low", "high"))
        )
        value = float(row["value"])
        level = f"{figure(value, outcome, False)} {unit_words(outcome, False)}"
        own = moved(value, outcome) if is_effect else level
        return (
            f"Whatever is not known: over {draws} draws of the numbers that are not known the {title(outcome)} is "
            f"{unknown}{_few(draws)}. With each of them at its own value it is {own}, and luck alone takes it "
            f"from {luck}. It is a mean of the last {window} months and counts whoever then lives in the cluster; "
            f"{inputs_part(float(row['share_inputs']), differs)}."
        )

    @property
    def left_out(self) -> str:
        """How many draws are left out and why, in words; "" if none is."""
        return left_out_words(self.worlds.left_out.values(), self.question.draws)

    @property
    def effect_on_poverty(self) -> tuple[float, float, float, int] | None:
        """The ends and the mean of the effect on the headcount over draws in points, and how many; None without it."""
        table = self.table
        rows = table[
            (table["outcome"] == "P0") & (table["group"] == "all") & (table["quantity"] == "effect")
        ]
        if rows.empty:
            return None
        row = rows.iloc[0]
        low, high, mean = (
            100 * float(row[name]) for name in ("inputs_low", "inputs_high", "mean_of_draws")
        )
        return low, high, mean, int(row["draws"])

    def write(self, folder: Path, png: bool) -> None:
        """Write uncertainty.csv, draws.csv and the picture, which is a PNG too if asked."""
        write_table(self.table, folder / "uncertainty.csv")
        rows = [
            {
                "draw": number,
                "base_month_gap": self._gap(number),
                "left_out": self.worlds.left_out.get(number, ""),
                **values,
            }
            for number, values in self.worlds.drawn.items()
        ]
        write_table(pd.DataFrame(rows), folder / "draws.csv")
        write_drawings([self.drawing], folder, png)

    def _gap(self, draw: int) -> float:
        """The gap that the stationary solver left in the base month of a draw, as a share; NaN if the draw is left
        out."""
        arms = self.worlds.by_draw.get(draw)
        return float("nan") if arms is None else next(iter(arms.values())).calibration().spread

    def outcomes_table(self) -> pa.Table:
        """The monthly measures of all draws, in the columns of outcomes.parquet."""
        batches = [
            rows_of(label, 0, draw, seed, result)
            for label in self.drawn.labels
            for draw, seed, result in self.drawn.results(label)
        ]
        return pa.Table.from_batches(batches, SCHEMA).drop_columns("point")


def _between(row: pd.Series, ends: tuple[str, str], outcome: Measured, is_effect: bool) -> str:
    """An interval of a change or of a level in words."""
    low, high = (float(row[name]) for name in ends)
    if not np.isfinite(low):
        return "one seed, which tells nothing of it"
    if is_effect:
        return moved_between(low, high, outcome)
    shown = " to ".join(figure(each, outcome, False) for each in (low, high))
    return f"{shown} {unit_words(outcome, False)}"


def _few(draws: int) -> str:
    """Say that so few draws give a range only."""
    return "" if draws >= ENOUGH else f" (their range; from {ENOUGH} draws on, the middle 95 %)"


def uncertainty_of(question: Question, central: Runs, progress: Progress) -> Uncertainty:
    """Make the runs of all draws and set them beside those of the question, whose inputs have their own values."""
    worlds, outcomes = worlds_of(question), measured(question.outcomes)
    scenarios = {
        (label, draw): each
        for draw, arms in worlds.by_draw.items()
        for label, each in arms.items()
        if draw > 0
    }
    solve_base_months(scenarios.values(), progress)
    plan = lean_plan(scenarios, question.seed_numbers, groups_kept(outcomes))
    drawn = make(question, plan, progress)
    table = _table(question, outcomes, central, drawn)
    return Uncertainty(
        question, table, worlds, outcomes, central, drawn, draw_uncertainty(table, outcomes)
    )


def _table(
    question: Question, outcomes: Sequence[Measured], central: Runs, drawn: Runs
) -> pd.DataFrame:
    groups = groups_kept(outcomes)
    window = min(question.window, question.months)
    first = {
        label: _central(central, label, outcomes, window, groups, question.seed_numbers)
        for label in central.labels
    }
    found = read_runs(drawn, outcomes, lambda _: window)
    rows = []
    for number, outcome in enumerate(outcomes):
        arms = {
            label: np.concatenate(
                [first[label][None, :, number], found.values[label][:, :, number]]
            )
            for label in central.labels
        }
        # Lives of a population are alike, so that its mean counts as one.
        arms = {
            label: by_population(each.T, question.seed_numbers).T for label, each in arms.items()
        }
        if len(arms) == 2:
            arms["effect"] = arms["with"] - arms["without"]
        rows += [
            {
                "outcome": outcome.measure,
                "group": outcome.group,
                "quantity": quantity,
                "unit": outcome.unit,
                **interval_row(each, (0, *found.draws)),
            }
            for quantity, each in arms.items()
        ]
    return pd.DataFrame(rows)


def _central(
    runs: Runs,
    label: str,
    outcomes: Sequence[Measured],
    window: int,
    groups: tuple[str, ...],
    seeds: Sequence[int],
) -> Numbers:
    """Outcomes (seeds, outcomes) of the runs whose inputs have their own values."""
    found: Mapping[int, list[float]] = {
        seed: [each.of(cut_down(result, groups), window) for each in outcomes]
        for _, seed, result in runs.results(label)
    }
    return np.array([found.get(seed, [np.nan] * len(outcomes)) for seed in seeds])
