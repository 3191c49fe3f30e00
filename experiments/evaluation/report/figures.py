"""The figures of an evaluation: the design, what studies find, how sure they are, and what more money buys."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import POWER
from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.evaluated import Evaluated
from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.study.study import DISPERSED, Study
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    UNSURE,
    WITHOUT,
    Box,
    Drawing,
    Sheet,
    Told,
    blank,
    drawn_in_turn,
    light_grid,
    unheard,
)

COLOURS = (GAIN, LOSS, "#009e73", "#cc79a7", QUIET)
MARKS = ("o", "s", "^", "D", "v")
_INSIDE = {
    "lottery": "winners and losers",
    "threshold": "either side of the line",
    "encouragement": "encouraged and not",
    "saturation": "firms of each kind",
}


def draw_all(found: Evaluated, told: Told = unheard) -> list[Drawing]:
    """In the order of the page; what there is to draw of curves comes last."""
    four = (draw_design, draw_estimates, draw_errors, draw_power)
    curves = (
        ("follow_up", "last_wave", "by the month of the last wave", "month of the last wave"),
        (
            "comparators",
            "comparators",
            "by the number of comparators",
            "comparators, the best first",
        ),
    )
    drawn = [each for each in curves if _curve(found, each[0]) is not None]
    draws = [partial(draw, found) for draw in four]
    return drawn_in_turn([*draws, *(partial(draw_curve, found, *each) for each in drawn)], told)


def draw_design(found: Evaluated) -> Drawing:
    """Who is asked when, and when the programme runs."""
    study, policies = found.order.study, found.order.question.policies
    names, sizes = _rows(study)
    opens = [min((each.start for each in policies), default=None), *study.opens.values()]
    closes = [max((each.end or study.last for each in policies), default=study.last)]
    closes += [study.last] * len(study.opens)
    with Sheet("design", "Who is asked, and when", 1.1 + 0.45 * len(sizes)) as sheet:
        axes = sheet.axes(Box(1.7, 0.55, 6.0, 0.35 + 0.45 * len(sizes)))
        lowest, highest = 0.4 - len(sizes), 0.75
        for row, opened in enumerate(opens):
            if opened is not None:
                # Where places open one after another each has its own band, else one goes through all.
                band = (-row - 0.45, -row + 0.45) if study.opens else (lowest, highest)
                low, high = ((each - lowest) / (highest - lowest) for each in band)
                axes.axvspan(opened, closes[row], low, high, color=GAIN, alpha=0.10, linewidth=0)
        for row in range(len(sizes)):
            axes.plot(study.waves, [-row] * len(study.waves), "-o", color=INK, markersize=7)
        told = [
            f"{name}\n{size:,} {study.sample.unit}s"
            for name, size in zip(names, sizes, strict=True)
        ]
        axes.set_yticks([-row for row in range(len(sizes))], told, fontsize=8)
        axes.set_ylim(lowest, highest)
        reach = 0.1 * study.last
        axes.set_xticks(study.waves)
        axes.set_xlim(-reach, study.last + reach)
        axes.set_xlabel("month (the programme runs where it is shaded)")
        return sheet.finish(
            f"Waves at months {', '.join(map(str, study.waves))}; units drawn: "
            f"{', '.join(f'{n} {s:,}' for n, s in zip(names, sizes, strict=True))}."
        )


def _rows(study: Study) -> tuple[list[str], list[int]]:
    """The places of a study and the units that are drawn in each."""
    names, sizes = ["in the cluster"], [study.sample.size]
    if study.is_inside:
        names = [_INSIDE[study.assignment]]
    else:
        names += [
            *study.opens,
            *("outside it" if each == DISPERSED else each for each in study.comparators),
        ]
        sizes += [study.sample.size] * len(study.opens)
        sizes += [study.sample.in_comparator] * len(study.comparators)
    return [each.replace("_", " ") for each in names], sizes


def draw_estimates(found: Evaluated) -> Drawing:
    """What such studies find, with the programme and without it, and the truth."""
    readings, outcome = found.trials.readings[found.first], OUTCOMES[found.order.study.outcome]
    ours, null = (
        each[np.isfinite(each)] for each in (readings.value.ravel(), readings.placebo.ravel())
    )
    title = f"What {len(ours):,} such studies find by {ESTIMATORS[found.first].title}"
    with Sheet("estimates", title, 2.6) as sheet:
        if not len(ours):
            blank(sheet, "no study could be read")
            return sheet.finish("No study could be read.")
        axes = sheet.axes(Box(0.7, 0.55, 7.0, 1.95))
        edges = list(np.histogram_bin_edges(np.concatenate([ours, null]), 40))
        axes.hist(null, edges, color=WITHOUT, alpha=0.45, label="in worlds without the programme")
        axes.hist(ours, edges, color=GAIN, alpha=0.55, label="with the programme")
        truth = float(np.nanmean(readings.truth))
        axes.axvline(truth, color=LOSS, linewidth=1.8, label="the truth")
        axes.axvline(0.0, color=INK, linewidth=0.8)
        axes.set_xlabel(f"estimated effect, {outcome.unit}")
        axes.set_ylabel("studies")
        axes.legend(frameon=False, fontsize=8)
        light_grid(axes)
        return sheet.finish(
            f"{title}: mean {np.mean(ours):.3g}, standard deviation {np.std(ours):.3g}, truth "
            f"{truth:.3g} {outcome.unit}; "
            f"without the programme mean {np.mean(null):.3g}, standard deviation {np.std(null):.3g}."
        )


def draw_errors(found: Evaluated) -> Drawing:
    """The three parts of the error of each estimator."""
    table = found.errors
    unit = OUTCOMES[found.order.study.outcome].unit
    title = "Where the error of each estimator comes from"
    with Sheet("errors", title, 0.95 + 0.3 * len(table)) as sheet:
        axes = sheet.axes(Box(2.6, 0.5, 5.1, 0.1 + 0.3 * len(table)))
        parts = (("bias", LOSS), ("chance_of_the_place", UNSURE), ("sampling", GAIN))
        rows = np.arange(len(table))
        for at, (name, colour) in enumerate(parts):
            values = table[name].abs().to_numpy(dtype=float)
            label = {"bias": "bias", "sampling": "sampling"}.get(name, "luck of the place")
            axes.barh(rows + 0.26 * (at - 1), values, 0.24, color=colour, label=label)
        names = [ESTIMATORS[str(each)].title for each in table["estimator"]]
        axes.set_yticks(rows, names, fontsize=8)
        axes.invert_yaxis()
        axes.set_xlabel(f"{unit} (bias in size; standard deviations)")
        axes.legend(frameon=False, fontsize=8)
        light_grid(axes, "x")
        return sheet.finish(f"{title}; the table of errors has the same numbers.")


def draw_power(found: Evaluated) -> Drawing:
    """Power against cost, a line for each way to study the question."""
    table = found.designs
    title = "How often a study finds the effect, by what it costs"
    with Sheet("power", title, 2.7) as sheet:
        if table.empty:
            blank(sheet, "no other study could be laid out")
            return sheet.finish("No other study could be laid out in this place.")
        axes = sheet.axes(Box(0.7, 0.55, 7.0, 2.05))
        sized = table[~table["design"].isin(["follow_up", "comparators"])]
        for at, (_, rows) in enumerate(sized.groupby("design", sort=False)):
            axes.errorbar(
                rows["cost"],
                100 * rows["power"],
                200 * rows["power_mc"].fillna(0.0),
                color=COLOURS[at % len(COLOURS)],
                marker=MARKS[at % len(MARKS)],
                linewidth=1.4,
                elinewidth=0.8,
                label=rows["title"].iloc[0],
            )
        axes.axhline(100 * POWER, color=QUIET, linewidth=0.8, linestyle="--")
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda cost, _: f"${cost:,.0f}"))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.set_ylim(-2, 102)
        axes.set_xlabel("cost")
        axes.set_ylabel("studies that find it, %")
        axes.legend(frameon=False, fontsize=8)
        light_grid(axes)
        return sheet.finish(f"{title}; the table of studies has the same numbers.")


def _curve(found: Evaluated, design: str) -> pd.DataFrame | None:
    """The rows of a curve with the study as asked at its end; None if there is no curve."""
    table, size = found.designs, found.order.study.sample.size
    rows = table[table["design"] == design]
    if rows.empty:
        return None
    asked = table[(table["design"] == "asked") & (table["size"] <= size)].tail(1)
    return pd.concat([rows, asked])


def draw_curve(found: Evaluated, design: str, column: str, words: str, label: str) -> Drawing:
    """The smallest effect that is found, and the truth, by something else than size."""
    rows, unit = _curve(found, design), OUTCOMES[found.order.study.outcome].unit
    assert rows is not None
    title = f"What is found in eight of ten tries, {words}"
    with Sheet(f"by_{column}", title, 2.2) as sheet:
        axes = sheet.axes(Box(0.7, 0.55, 7.0, 1.55))
        least, error = rows["smallest_effect"], 2 * rows["smallest_effect_mc"].fillna(0.0)
        axes.errorbar(rows[column], least, error, color=GAIN, marker="o", label="found in 8 of 10")
        axes.plot(
            rows[column], rows["truth"].abs(), color=LOSS, marker="s", label="the truth, in size"
        )
        axes.set_xticks(sorted(set(rows[column])))
        axes.set_ylim(bottom=0.0)
        axes.set_xlabel(label)
        axes.set_ylabel(unit)
        axes.legend(frameon=False, fontsize=8)
        light_grid(axes)
        return sheet.finish(f"{title}; the table of studies has the same numbers.")
