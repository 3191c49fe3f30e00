"""From outcomes to indices, by SALib: the effect of each factor, with 95 % intervals, chance among the factors.

Blocks with a row that failed are left out whole before anything is computed: one missing number would turn all of
SALib's Sobol indices into zeros without a word. A constant outcome has no indices, and is said to be constant.

| method | index | what it says |
|---|---|---|
| sobol | S1 | share of the variance that would go if the factor were known (Saltelli et al. 2010) |
| | ST | share that would be left if all the others were known (Jansen 1999) |
| morris | mu_star, mu, sigma | mean size and mean of the effect of a step, and how much it varies |
| pawn | median, maximum | Kolmogorov-Smirnov distance between conditional and unconditional distributions |
| delta | delta, S1 | Borgonovo's moment-independent importance (2007), and the first-order share |
| rbd_fast | S1 | first-order share by random balance designs (Tarantola et al. 2006) |

Of chance the methods of one sample give ST alone: half the mean squared difference of two runs that differ in the
seed, over the variance. `mu_star` of chance is the mean size of such a difference, and has no step.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.sensitivities.designs_and_seeds import (
    DESIGN_SEED,
    LEVELS,
    Design,
    first_rows,
)
from poverty_nodes.experiments.sensitivities.factors import CHANCE, Factors

Numbers = NDArray[np.float64]
RESAMPLES = 300
_LEVEL = (0.025, 0.975)


@dataclass(frozen=True)
class Index:
    """One index of one factor with its interval; NaN where there is none. `runs` is how many rows it rests on."""

    factor: str
    index: str
    value: float
    low: float
    high: float
    runs: int


def analyse(method: str, factors: Factors, design: Design, outcome: Numbers) -> list[Index]:
    """The indices of an outcome, a number a row of the design.

    NaN in all of them if it is constant, if fewer blocks than the method needs have all their runs, or if SALib finds
    none: the reading says which.
    """
    kept = whole_blocks(design, outcome)
    chosen, y = Design(design.places[kept], design.seeds[kept], design.blocks[kept]), outcome[kept]
    nothing = [
        Index(name, index, np.nan, np.nan, np.nan, len(y))
        for name in (*factors.names, CHANCE)
        for index in INDICES[method]
    ]
    if is_constant(y) or len(np.unique(chosen.blocks)) < LEAST[method]:
        return nothing
    with _quietly():
        try:
            return list(METHODS[method](factors, chosen, y))
        except (ArithmeticError, ValueError):  # SALib's, of outcomes that have only a few values
            return nothing


def whole_blocks(design: Design, outcome: Numbers) -> NDArray[np.bool_]:
    """Which rows stand in blocks that have all their numbers."""
    failed = np.unique(design.blocks[~np.isfinite(outcome)])
    return ~np.isin(design.blocks, failed)


def is_constant(outcome: Numbers) -> bool:
    """Whether an outcome does not vary, beyond rounding, or has fewer than two numbers."""
    return len(outcome) < 2 or float(np.ptp(outcome)) <= 1e-12 * float(np.abs(outcome).max())


def _sobol(factors: Factors, design: Design, y: Numbers) -> Iterator[Index]:
    from SALib.analyze import sobol

    names = [*factors.names, CHANCE]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    found = sobol.analyze(
        problem, y, calc_second_order=False, num_resamples=RESAMPLES, seed=DESIGN_SEED
    )
    for number, name in enumerate(names):
        for index in ("S1", "ST"):
            value, half = float(found[index][number]), float(found[f"{index}_conf"][number])
            yield Index(name, index, value, value - half, value + half, len(y))


def _morris(factors: Factors, design: Design, y: Numbers) -> Iterator[Index]:
    from SALib.analyze import morris

    size = len(factors.factors) + 2
    by_block = y.reshape(-1, size)
    points = design.places.reshape(-1, size, design.places.shape[1])[:, :-1]
    flat = points.reshape(-1, design.places.shape[1])
    found = morris.analyze(
        factors.problem(), flat, by_block[:, :-1].ravel(),
        num_levels=LEVELS, num_resamples=RESAMPLES, seed=DESIGN_SEED,
    )  # fmt: skip
    for number, name in enumerate([str(each) for each in found["names"]]):
        star, half = float(found["mu_star"][number]), float(found["mu_star_conf"][number])
        yield Index(
            _factor(factors, name), "mu_star", star, max(0.0, star - half), star + half, len(y)
        )
        if not factors.bundled:
            for index in ("mu", "sigma"):
                yield Index(
                    _factor(factors, name),
                    index,
                    float(found[index][number]),
                    np.nan,
                    np.nan,
                    len(y),
                )
    change = by_block[:, -1] - by_block[:, -2]
    yield _resampled(CHANCE, "mu_star", np.abs(change), np.mean, len(y))
    yield Index(CHANCE, "mu", float(change.mean()), np.nan, np.nan, len(y))
    yield Index(CHANCE, "sigma", float(change.std(ddof=1)), np.nan, np.nan, len(y))


def _factor(factors: Factors, key: str) -> str:
    """The factor of a column or group of SALib's."""
    return next((f.name for f in factors.factors if key in (f.name, f.members[0].key)), key)


def _pawn(factors: Factors, design: Design, y: Numbers) -> Iterator[Index]:
    from SALib.analyze import pawn

    x, once = _first(design), _first_of(design, y)
    slices = max(each for each in SLICES if each <= max(2, len(once) // 10))

    def measure(rows: NDArray[np.intp]) -> dict[str, Numbers]:
        found: dict[str, Numbers] = pawn.analyze(
            factors.problem(), x[rows], once[rows], S=slices, seed=DESIGN_SEED
        )
        return found

    yield from _bootstrapped(factors, measure, ("median", "maximum"), len(once), 60)
    yield _chance_total(design, y)


def _rbd_fast(factors: Factors, design: Design, y: Numbers) -> Iterator[Index]:
    from SALib.analyze import rbd_fast

    x, once = _first(design), _first_of(design, y)
    harmonics = max(2, min(10, len(once) // 12))
    found = rbd_fast.analyze(
        factors.problem(), x, once, M=harmonics, num_resamples=RESAMPLES, seed=DESIGN_SEED
    )
    for factor, value, half in zip(factors.factors, found["S1"], found["S1_conf"], strict=True):
        yield Index(
            factor.name, "S1", float(value), float(value - half), float(value + half), len(once)
        )
    yield _chance_total(design, y)


def _delta(factors: Factors, design: Design, y: Numbers) -> Iterator[Index]:
    from SALib.analyze import delta

    x, once = _first(design), _first_of(design, y)
    found = delta.analyze(factors.problem(), x, once, num_resamples=100, seed=DESIGN_SEED)
    for number, factor in enumerate(factors.factors):
        for index, key in (("delta", "delta_balanced"), ("S1", "S1")):
            value, half = float(found[key][number]), float(found[f"{key}_conf"][number])
            yield Index(factor.name, index, value, value - half, value + half, len(once))
    yield _chance_total(design, y)


def _first(design: Design) -> Numbers:
    """The rows of a random sample without those that repeat one."""
    return design.places[first_rows(design)]


def _first_of(design: Design, y: Numbers) -> Numbers:
    return y[first_rows(design)]


def _chance_total(design: Design, y: Numbers) -> Index:
    """Jansen's total index of the seed, from rows that were run twice."""
    once = first_rows(design)
    again = np.setdiff1d(np.arange(len(y)), once)
    position = {int(design.blocks[row]): row for row in once}
    first = np.array([position[int(design.blocks[row])] for row in again])
    square = (y[first] - y[again]) ** 2 / (2.0 * y[once].var())
    return _resampled(CHANCE, "ST", square, np.mean, len(y))


def _resampled(
    name: str, index: str, values: Numbers, measure: Callable[[Numbers], float], runs: int
) -> Index:
    luck = np.random.default_rng(DESIGN_SEED)
    again = [measure(luck.choice(values, len(values))) for _ in range(RESAMPLES)]
    low, high = np.quantile(again, _LEVEL)
    return Index(name, index, float(measure(values)), float(low), float(high), runs)


def _bootstrapped(
    factors: Factors,
    measure: Callable[[NDArray[np.intp]], dict[str, Numbers]],
    indices: tuple[str, ...],
    rows: int,
    times: int,
) -> Iterator[Index]:
    luck = np.random.default_rng(DESIGN_SEED)
    found = measure(np.arange(rows))
    again = [measure(luck.integers(0, rows, rows)) for _ in range(times)]
    for number, factor in enumerate(factors.factors):
        for index in indices:
            low, high = np.quantile([each[index][number] for each in again], _LEVEL)
            yield Index(
                factor.name, index, float(found[index][number]), float(low), float(high), rows
            )


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """SALib prints notes and lets warnings of NumPy and pandas through; neither is for the reader."""
    with (
        warnings.catch_warnings(record=True),
        contextlib.redirect_stdout(io.StringIO()),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("always")
        yield


METHODS = {
    "sobol": _sobol,
    "morris": _morris,
    "pawn": _pawn,
    "delta": _delta,
    "rbd_fast": _rbd_fast,
}
INDICES = {
    "sobol": ("S1", "ST"),
    "morris": ("mu_star", "mu", "sigma"),
    "pawn": ("median", "maximum"),
    "delta": ("delta", "S1"),
    "rbd_fast": ("S1",),
}
LEAST = {"sobol": 4, "morris": 4, "pawn": 10, "delta": 40, "rbd_fast": 12}
"""Blocks, trajectories or rows below which a method gives no index or no interval: SALib's RBD-FAST divides by zero at
4, 8 and 9 rows and has no interval below 10, its PAWN has none below 5, its delta skips factors below 40."""
SLICES = (2, 3, 4, 5, 7, 8, 10)
"""Into how many slices PAWN cuts a factor: SALib counts in steps that do not end at 1 for 6 and 9."""
MAIN = {"sobol": "ST", "morris": "mu_star", "pawn": "median", "delta": "delta", "rbd_fast": "S1"}
"""The index by which factors are ranked."""
