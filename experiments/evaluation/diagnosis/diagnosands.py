"""What an estimator is worth over many studies, each number with its Monte Carlo error.

The worlds are what is independent, so that errors are those of leaving out a world at a time (jackknife).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.diagnosis.trials import Readings
from poverty_nodes.experiments.evaluation.inference.placebo import LEVEL, Placebo, spread

Numbers = NDArray[np.float64]
POWER = 0.8
"""The power that a study is planned for, by custom."""
METHODS = {
    "placebo": "worlds without the programme",
    "clusters": "errors clustered by what was drawn",
    "wild": "wild cluster bootstrap",
    "places": "places without the programme, as many as were asked",
    "permutation": "permutation over places",
}


@dataclass(frozen=True)
class Verdicts:
    """What an inference says of each study (worlds, surveys), 1 or 0: the truth is in its interval; it is not
    nothing."""

    covers: Numbers
    finds: Numbers
    false_alarm: Numbers
    """It is not nothing, where there was no programme."""
    right: Numbers
    """The sign of what it finds is that of the truth."""


Number = tuple[float, float]
"""A value and its Monte Carlo error."""


def verdicts(found: Readings, method: str) -> Verdicts:
    """What one of `METHODS` says of every study."""
    truth = found.truth[:, None]
    if method == "permutation":
        return _by_permutation(found, truth)
    if method == "wild":
        few = found.wild_truth.shape[1]
        alpha = 1 - LEVEL
        value = found.value[:, :few]
        return _verdicts(
            found.wild_truth > alpha,
            found.wild_null <= alpha,
            found.wild_placebo <= alpha,
            value,
            truth,
            np.isfinite(found.wild_truth),
        )
    if method == "placebo":
        chance = Placebo.of(found.placebo)
        half, centre = chance.half[:, None], chance.centre[:, None]
        null_half = half
    else:
        from scipy.special import stdtrit  # scipy.stats would take a second to import

        reach = stdtrit(np.maximum(found.clusters - 1, 1), (1 + LEVEL) / 2)
        half, null_half = reach * found.error, reach * found.placebo_error
        centre = np.zeros_like(truth)
    value, null = found.value - centre, found.placebo - centre
    known = np.isfinite(value) & np.isfinite(half * np.ones_like(value))
    with np.errstate(invalid="ignore"):
        return _verdicts(
            np.abs(value - truth) <= half,
            np.abs(value) > half,
            np.abs(null) > null_half,
            value,
            truth,
            known,
        )


def _by_permutation(found: Readings, truth: Numbers) -> Verdicts:
    """With few places no value is rare enough: then nothing is found, as the test has it."""
    alpha, known = 1 - LEVEL, np.isfinite(found.over_truth)
    with np.errstate(invalid="ignore"):
        covers, finds = found.over_truth > alpha, found.over_null <= alpha
        alarm = found.over_placebo <= alpha
    return _verdicts(covers, finds, alarm, found.value, truth, known)


def _verdicts(
    covers: NDArray[np.bool_],
    finds: NDArray[np.bool_],
    alarm: NDArray[np.bool_],
    value: Numbers,
    truth: Numbers,
    known: NDArray[np.bool_],
) -> Verdicts:
    right = np.sign(value) == np.sign(np.nanmean(truth))
    columns = [np.where(known, each, np.nan) for each in (covers, alarm, right)]
    # A study that cannot be read finds nothing.
    return Verdicts(
        columns[0], np.where(known, finds, 0.0), columns[1], np.where(known, right, 0.0)
    )


def diagnose(found: Readings, method: str) -> dict[str, Number]:
    """Coverage, power, false alarms, wrong signs and exaggeration of an inference."""
    said = verdicts(found, method)
    tables = {
        "covers": said.covers,
        "finds": said.finds,
        "alarm": said.false_alarm,
        "right": said.right,
        "size": np.abs(found.value[:, : said.finds.shape[1]]),
        "truth": found.truth[:, None],
    }
    return {
        "coverage": jackknife(tables, lambda t: _mean(t["covers"])),
        "power": jackknife(tables, lambda t: _mean(t["finds"] * t["right"])),
        "false_alarms": jackknife(tables, lambda t: _mean(t["alarm"])),
        "wrong_sign": jackknife(tables, lambda t: _mean(t["finds"] * (1 - t["right"]))),
        "type_s": jackknife(tables, lambda t: _ratio(t["finds"] * (1 - t["right"]), t["finds"])),
        "exaggeration": jackknife(
            tables,
            lambda t: _over(_ratio(t["size"] * t["finds"], t["finds"]), abs(_mean(t["truth"]))),
        ),
    }


def error_split(found: Readings) -> dict[str, Number]:
    """Truth, bias, root mean square error, and the error's three parts; effect that is found in 8 of 10 studies.

    Sampling is the variance between surveys of one world; chance of the place is what worlds differ in besides. Both
    are standard deviations here, so that their squares and that of the bias add up to that of the error.
    """
    tables = {
        "error": found.value - found.truth[:, None],
        "truth": found.truth[:, None],
        "placebo": found.placebo,
    }
    return {
        "truth": jackknife(tables, lambda t: _mean(t["truth"])),
        "estimate": jackknife({"value": found.value}, lambda t: _mean(t["value"])),
        "bias": jackknife(tables, lambda t: _mean(t["error"])),
        "placebo_mean": jackknife(tables, lambda t: _mean(t["placebo"])),
        "rmse": jackknife(tables, lambda t: float(np.sqrt(_mean(t["error"] ** 2)))),
        "sampling": jackknife(tables, lambda t: _parts(t["error"])[0]),
        "chance_of_the_place": jackknife(tables, lambda t: _parts(t["error"])[1]),
        "smallest_effect": jackknife(tables, lambda t: smallest_effect(t["placebo"])),
        "textbook_error": jackknife({"error": found.error}, lambda t: _mean(t["error"])),
    }


def smallest_effect(placebo: Numbers) -> float:
    """The effect that is found in eight of ten studies, by the spread of placebo estimates (worlds, surveys)."""
    from scipy.special import ndtri, stdtrit

    worlds = int(np.isfinite(placebo).all(axis=1).sum())
    if worlds < 3:
        return float("nan")
    reach = float(stdtrit(worlds - 1, (1 + LEVEL) / 2) + ndtri(POWER))
    return reach * spread(placebo[np.isfinite(placebo).all(axis=1)])


def jackknife(
    tables: Mapping[str, Numbers], statistic: Callable[[Mapping[str, Numbers]], float]
) -> Number:
    """A statistic of tables (worlds, ...) and its standard error over worlds."""
    value = statistic(tables)
    worlds = len(next(iter(tables.values())))
    if worlds < 3 or not np.isfinite(value):
        return value, float("nan")
    without = np.array(
        [
            statistic({name: np.delete(each, world, axis=0) for name, each in tables.items()})
            for world in range(worlds)
        ]
    )
    known = without[np.isfinite(without)]
    error = (
        np.sqrt((worlds - 1) / worlds * ((known - known.mean()) ** 2).sum()) if len(known) else 0
    )
    return value, float(error)


def _parts(error: Numbers) -> tuple[float, float]:
    """Standard deviations of sampling and of the place, from errors (worlds, surveys) of worlds that have them all."""
    error = error[np.isfinite(error).all(axis=1)]
    worlds, surveys = error.shape
    if worlds < 2 or surveys < 2:
        return float("nan"), float("nan")
    within = float(error.var(axis=1, ddof=1).mean())
    between = float(error.mean(axis=1).var(ddof=1))
    return float(np.sqrt(within)), float(np.sqrt(max(between - within / surveys, 0.0)))


def _mean(values: Numbers) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else float("nan")


def _over(above: float, below: float) -> float:
    return above / below if below > 0.0 else float("nan")


def _ratio(above: Numbers, below: Numbers) -> float:
    known = np.isfinite(above) & np.isfinite(below)
    total = float(below[known].sum())
    return _over(float(above[known].sum()), total)
