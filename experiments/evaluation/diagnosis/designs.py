"""Other studies of the same question, from small to large, with what each costs and whether it finds the effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import (
    POWER,
    diagnose,
    error_split,
)
from poverty_nodes.experiments.evaluation.diagnosis.trials import Effort, Trials, do_trials
from poverty_nodes.experiments.evaluation.inference.placebo import Placebo
from poverty_nodes.experiments.evaluation.panel.world import World
from poverty_nodes.experiments.evaluation.study.assignments import FEWEST_PLACES
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.field import Field

SIZES = (50, 100, 200, 400, 800, 1600, 3200)
SURVEYS = 4
"""Surveys of each world: fewer than of the study itself, since designs are many."""
WORST_BIAS = 0.5
"""A study whose bias is more than this share of the truth finds something else (judged)."""


@dataclass(frozen=True)
class Design:
    """A way to study the question, of any size."""

    name: str
    title: str
    study: Study
    is_curve: bool = False
    """Whether it differs in something else than its size, so that it is tried at the size asked for alone."""


def designs_of(study: Study, can_draw_lots: bool, ranked: Sequence[str] = ()) -> list[Design]:
    """The designs: the study itself; asking only the people whom the question is about; the programme's own lottery.

    With several comparators (`ranked`, the best first), fewer of them.
    """
    found = [Design("asked", "the study as asked", study)]
    if study.frame == "all" and study.who != "all" and study.sample.unit == "household":
        update = {"frame": study.who, "sample": study.sample.model_copy(update={"strata": ()})}
        found.append(
            Design("frame", "asking only where they live", study.model_copy(update=update))
        )
    if can_draw_lots and study.assignment == "place":
        sample = study.sample.model_copy(update={"strata": (), "unit": "household"})
        drawn = {"assignment": "lottery", "estimators": None, "sample": sample}
        found.append(
            Design("lottery", "winners and losers of a draw", study.model_copy(update=drawn))
        )
    return [*found, *_fewer_comparators(study, ranked)]


def follow_ups(study: Study, opens: int) -> list[int]:
    """Months before the last wave, after the programme opens, at which the last wave might have been (at most four)."""
    later = range(6 * (opens // 6 + 1), study.last, 6)
    thinned = later[:: max(1, len(later) // 4)]
    return [month for month in thinned if month > opens][:4]


def at_follow_up(study: Study, month: int) -> Design:
    """The study with its last wave in an earlier month."""
    waves = (*(each for each in study.waves if each < month), month)
    return Design(
        "follow_up", f"last asked in month {month}", study.model_copy(update={"waves": waves}), True
    )


def _fewer_comparators(study: Study, ranked: Sequence[str]) -> list[Design]:
    """The best one, two, four, eight of the comparators; places are weighed where there are two or more."""
    found = []
    for number in (1, 2, 4, 8):
        if number >= len(ranked) or study.assignment != "place":
            break
        update: dict[str, object] = {"comparators": tuple(ranked[:number])}
        if number < FEWEST_PLACES:
            update["estimators"] = None
        title = f"the best {number} of the comparators" if number > 1 else "the best comparator"
        found.append(Design("comparators", title, study.model_copy(update=update), True))
    return found


def design_table(
    designs: Sequence[Design],
    worlds: Sequence[World],
    line: float,
    take_up: float,
    told: Callable[[int, int], None],
) -> pd.DataFrame:
    """A row for each design and size that its frames hold: cost, power, smallest effect, bias, the error's parts."""
    wanted = [(each, size) for each in designs for size in sizes_of(each, worlds, line, take_up)]
    rows: list[dict[str, object]] = []
    for at, (design, size) in enumerate(wanted):
        effort = Effort(size, SURVEYS, design.study.methods[:1], wild=False)
        trials = do_trials(worlds, design.study, line, take_up, effort)
        row = {"design": design.name, "title": design.title, "last_wave": design.study.last}
        rows.append({**row, "comparators": _number_of_comparators(design.study), **_row(trials)})
        told(at + 1, len(wanted))
    return pd.DataFrame(rows, columns=COLUMNS)


COLUMNS = [
    *(
        "design",
        "title",
        "last_wave",
        "comparators",
        "size",
        "asked",
        "heard",
        "cost",
        "truth",
        "truth_mc",
        "smallest_effect",
    ),
    *("smallest_effect_mc", "power", "power_mc", "false_alarms", "coverage", "bias", "sampling"),
    *("chance_of_the_place", "finds"),
]


def sizes_of(design: Design, worlds: Sequence[World], line: float, take_up: float) -> list[int]:
    """The sizes that every world's frames hold, and the largest of them."""
    most = min(_most(Field(world, design.study, line, take_up)) for world in worlds)
    if design.is_curve:
        return [min(design.study.sample.size, most)]
    fitting = [size for size in SIZES if size <= most]
    if most >= 20 and (not fitting or most > 1.3 * fitting[-1]) and most < SIZES[-1]:
        fitting.append(most)
    return fitting


def _number_of_comparators(study: Study) -> int:
    return 0 if study.is_inside else len(study.comparators)


def cost_of(study: Study, units: float, persons: float) -> float:
    """Dollars for a survey of so many units and persons in each wave."""
    cost = study.cost
    return cost.fixed + len(study.waves) * (units * cost.unit + persons * cost.person)


def cheapest(table: pd.DataFrame) -> pd.Series | None:
    """The cheapest study that finds the effect; None if none of them does."""
    finding = table[table["finds"]]
    return None if finding.empty else finding.sort_values("cost").iloc[0]


def _most(laid: Field) -> int:
    """The largest size whose part in each frame, and in each stratum of it, is there."""
    sample = laid.study.sample
    asked = laid.sizes()
    most = []
    for frame, wanted in zip(laid.frames, asked, strict=True):
        parts = [len(members) for members, _ in frame.parts(wanted)]
        in_frame = min(parts) * len(parts) if parts else 0
        most.append(int(in_frame * sample.size / wanted))
    return min(most)


def _row(trials: Trials) -> dict[str, object]:
    found = next(iter(trials.readings.values()))
    split, said = error_split(found), diagnose(found, "placebo")
    truth = split["truth"][0]
    # The interval takes the mean of the placebo worlds off, so that only what is left of the bias counts.
    left = float(np.nanmean(found.value - Placebo.of(found.placebo).centre[:, None])) - truth
    power = said["power"][0]
    return {
        "size": trials.size,
        "asked": trials.asked,
        "heard": trials.persons,
        "cost": cost_of(trials.study, trials.units, trials.asked),
        "truth": truth,
        "truth_mc": split["truth"][1],
        "smallest_effect": split["smallest_effect"][0],
        "smallest_effect_mc": split["smallest_effect"][1],
        "power": power,
        "power_mc": said["power"][1],
        "false_alarms": said["false_alarms"][0],
        "coverage": said["coverage"][0],
        "bias": left,
        "sampling": split["sampling"][0],
        "chance_of_the_place": split["chance_of_the_place"][0],
        "finds": bool(power >= POWER and abs(left) <= WORST_BIAS * abs(truth)),
    }
