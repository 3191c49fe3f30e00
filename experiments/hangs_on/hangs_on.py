"""Asks a question again in small worlds, and says how far what is not known moves its answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.hangs_on.worlds import (
    OWN,
    SmallWorlds,
    Trial,
    numbers_of,
    small_worlds,
    that_rest,
)
from poverty_nodes.experiments.impact.decomposition import decompose
from poverty_nodes.experiments.impact.interval import Spread, excludes_zero, over_seeds
from poverty_nodes.experiments.impact.not_known import (
    COLUMNS,
    TURNS,
    VANISHES,
    NotKnown,
    with_luck,
)
from poverty_nodes.experiments.question.question import Measured, Question
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import Planned
from poverty_nodes.experiments.uncertainty.readings import read_runs
from poverty_nodes.experiments.uncertainty.runs import make

SEEDS, SEEDS_OF_DRAWS = 12, 2
"""Seeds that each trial and each draw meets. What differs between draws is inputs far more than luck."""

Table = NDArray[np.float64]


def not_known(
    question: Question,
    half: float,
    drawn: tuple[float, float, float, int] | None,
    progress: Progress,
) -> NotKnown:
    """What is not known beside the answer of a question.

    `half` is half the width of the answer's interval over seeds, in points. `drawn` are the least and the largest
    effect and their mean over draws that the question asked for itself, in points, and how many there are.
    """
    worlds = that_rest(small_worlds(question), progress)
    effects = _effects(question, worlds, progress)
    own = over_seeds(effects[OWN])
    trials = _trials(worlds, effects, own)
    low, high, draws, signs = float("nan"), float("nan"), 0, np.zeros(0)
    if drawn is not None:
        far_low, far_high, middle, draws = drawn
        low, high = with_luck(middle, far_low, half), with_luck(middle, far_high, half)
    elif worlds.draws:
        table = np.stack([effects[number][:SEEDS_OF_DRAWS] for number in worlds.draws])
        found = decompose(table)
        low = with_luck(found.value, found.inputs_low, half)
        high = with_luck(found.value, found.inputs_high, half)
        draws, signs = found.draws, np.sign(table.mean(axis=1))
    return NotKnown(
        trials=trials,
        low=low,
        high=high,
        draws=draws,
        lower=int((signs < 0).sum()) if signs.size else None,
        higher=int((signs > 0).sum()) if signs.size else None,
        own=float(own.mean),
        own_low=float(own.low),
        own_high=float(own.high),
        workers=worlds.workers,
        numbers=worlds.numbers,
        left_out=worlds.left_out,
    )


def planned(question: Question, worlds: SmallWorlds) -> list[Planned[Lean]]:
    """Every run, seed by seed, with the draws beside the first seeds, so that a stopped batch is balanced."""
    tried = numbers_of(worlds)
    # One object for all seeds of a scenario, which is then fingerprinted once.
    lean = {
        number: {label: Lean(each) for label, each in worlds.by_number[number].items()}
        for number in (*tried, *worlds.draws)
    }
    return [
        Planned(label, number, question.first_seed + place, each)
        for place in range(SEEDS)
        for number in (*tried, *(worlds.draws if place < SEEDS_OF_DRAWS else ()))
        for label, each in lean[number].items()
    ]


def _effects(question: Question, worlds: SmallWorlds, progress: Progress) -> dict[int, Table]:
    """The effect on the headcount in points (seeds,), by world; NaN where there is no run."""
    runs = make(question, planned(question, worlds), progress)
    window = min(question.window, question.months)
    found = read_runs(runs, [Measured("P0", "all")], lambda _: window)
    table = 100 * (found.values["with"] - found.values["without"])[:, :, 0]
    return dict(zip(found.draws, table, strict=True))


def _trials(worlds: SmallWorlds, effects: dict[int, Table], own: Spread) -> pd.DataFrame:
    rows = [
        _row(trial, over_seeds(effects[number]), over_seeds(effects[number] - effects[OWN]), own)
        for number, trial in worlds.trials.items()
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    largest = table.groupby("input")["difference"].transform(lambda each: each.abs().max())
    order = largest.sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def _row(trial: Trial, effect: Spread, difference: Spread, own: Spread) -> Sequence[object]:
    number = trial.candidate.number
    return (
        number.name,
        trial.candidate.title,
        trial.candidate.clause_at(trial.value),
        number.unit,
        number.kind,
        number.value,
        trial.at,
        trial.value,
        float(effect.mean),
        float(effect.low),
        float(effect.high),
        float(difference.mean),
        float(difference.low),
        float(difference.high),
        verdict(effect, difference, own),
        int(effect.seeds),
    )


def verdict(effect: Spread, difference: Spread, own: Spread) -> str:
    """What a value does to a sign that holds whatever the luck; "" where it still holds, or did not hold before."""
    if not own.certain or not excludes_zero(difference.low, difference.high):
        return ""
    if effect.certain:
        return TURNS if np.sign(effect.mean) != np.sign(own.mean) else ""
    return VANISHES
