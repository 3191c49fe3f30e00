"""Variance due to chance and variance due to unknown inputs, from a table of draws by seeds.

Every draw of the inputs meets the same seeds, so that a number y of draw d and seed s is taken for

    y_ds = m + a_d + b_s + e_ds

with a the inputs, b chance that all draws share and e chance that meets each draw in its own way. The variances of a,
b and e are estimated by the method of moments for a crossed two-way table without replication (Searle, Casella &
McCulloch 1992, chapter 4), negative estimates being set to 0.

- The *interval from chance* is Student's, of the mean over draws, over seeds: how far other seeds would move it, the
  inputs being those that were drawn.
- The *ends from inputs* hold the middle 95 % of what each draw would come to over many seeds, and of fewer than forty
  draws all of it: four draws tell of a range, and interpolating between them would tell of less. Means over a few
  seeds scatter more than that; each is drawn towards the mean of all by sqrt(var a / (var a + var e / seeds)), which
  gives them the variance that the inputs have.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from poverty_nodes.experiments.impact.interval import ends_of, over_seeds

_ROUNDING = 1e-24
"""Relative to the largest square: a variance below it is a rounding."""


@dataclass(frozen=True)
class Decomposed:
    """A mean, its interval from chance and its ends from inputs.

    `share_inputs` is the inputs' part (0 to 1) of the variance of a single run. NaN where there are
    too few draws or seeds to tell: below two of them.
    """

    value: float
    chance_low: float
    chance_high: float
    inputs_low: float
    inputs_high: float
    variance_inputs: float
    variance_chance: float
    draws: int
    seeds: int

    @property
    def share_inputs(self) -> float:
        """The inputs' part of the variance of a single run."""
        whole = self.variance_inputs + self.variance_chance
        return self.variance_inputs / whole if whole > 0 else float("nan")


def decompose(table: ArrayLike) -> Decomposed:
    """Decompose a table (draws, seeds); draws or seeds with a missing number are left out whole.

    >>> found = decompose([[1.0, 2.0], [3.0, 4.0]])  # inputs move it by 2, chance by 1, nothing else does
    >>> found.value, found.variance_inputs, found.variance_chance
    (2.5, 2.0, 0.5)
    """
    y = _complete(np.asarray(table, dtype=np.float64))
    draws, seeds = y.shape
    if not y.size:
        nothing = float("nan")
        return Decomposed(
            nothing, nothing, nothing, nothing, nothing, nothing, nothing, draws, seeds
        )
    inputs, shared, rest = _variances(y)
    chance = over_seeds(y.mean(axis=0))
    middle, scatter = y.mean(), inputs + rest / seeds
    known = draws > 1 and np.isfinite(inputs)
    shrink = np.sqrt(inputs / scatter) if known and scatter > 0 else 0.0
    means = middle + shrink * (y.mean(axis=1) - middle)
    ends = ends_of(means if known else [])
    return Decomposed(
        value=float(middle),
        chance_low=float(chance.low),
        chance_high=float(chance.high),
        inputs_low=ends[0],
        inputs_high=ends[1],
        variance_inputs=inputs,
        variance_chance=shared + rest,
        draws=draws,
        seeds=seeds,
    )


def _complete(y: np.ndarray) -> np.ndarray:
    """Leave out the draws that miss more than half of the seeds, then every seed that still misses a number."""
    known = np.isfinite(y)
    kept = known.mean(axis=1) >= 0.5
    y, known = y[kept], known[kept]
    return y[:, known.all(axis=0)] if len(y) else y


def _variances(y: np.ndarray) -> tuple[float, float, float]:
    """The variances of inputs, of shared chance and of the rest; NaN below two draws or two seeds."""
    draws, seeds = y.shape
    if draws < 2 or seeds < 2:
        return (float("nan"),) * 3
    by_draw, by_seed, middle = y.mean(axis=1), y.mean(axis=0), y.mean()
    rest = ((y - by_draw[:, None] - by_seed + middle) ** 2).sum() / ((draws - 1) * (seeds - 1))
    of_draws = seeds * ((by_draw - middle) ** 2).sum() / (draws - 1)
    of_seeds = draws * ((by_seed - middle) ** 2).sum() / (seeds - 1)
    rounding = _ROUNDING * float(np.abs(y).max()) ** 2
    found = ((of_draws - rest) / seeds, (of_seeds - rest) / draws, rest)
    return tuple(float(each) if each > rounding else 0.0 for each in found)  # type: ignore[return-value]
