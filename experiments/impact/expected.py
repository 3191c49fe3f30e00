"""What a policy is expected to do to each person, over several lives that begin with the same people.

Two lives of a person differ by luck. In the life l of L she consumes w_l without the policy and w_l + g_l with it under
the same luck, and the wanted number is the ratio of expectations, E g / E w. Its estimate d = mean g / mean w still has
luck in it, of variance n = s^2 / L, where s^2 is the mean over persons of the variance of g_l - d w_l over lives,
relative to mean w (the usual variance of a ratio). So the estimates lie wider apart than the truth. Three steps take
luck out, by kind of contract (empirical Bayes, Efron and Morris 1973):

1. what groups of the base month predict of a person, m (weighted least squares); it is shrunk by the share
   1 - e^2 / m^2 that is not luck, where e is the standard error of m over populations: luck that all share moves m;
2. how large luck is, from the lives of a person and of others of her kind (luck.py);
3. which distribution of true effects makes the estimates likeliest (mixture.py); what groups predict alone if
   estimates do not vary by more than luck.

A person's true effect then has the distribution that follows from her estimate, by the rule of Bayes, and the share of
a group in a bin is the mean of its persons' chances of being there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.interval import LEVEL
from poverty_nodes.experiments.impact.luck import ROUNDING, STEPS, luck_of
from poverty_nodes.experiments.impact.mixture import PARTS, Cells, Mixture, best_mixture
from poverty_nodes.model.measures.groups_at_base import Members, Numbers

_LARGEST = 1.0
# A wild relative change counts as a whole one: it is far beyond all bins.

_SURELY = 3.0
# Persons of a kind differ in what a policy does to them only if estimates vary by so many errors more than luck does.

_TILT = 40.0
# How far shares are tilted at most; e^-40 is nothing.


@dataclass(frozen=True)
class Estimates:
    """One number a person of a population, each with the luck that is left in it, arrays (people,).

    `noise` is the variance over lives divided by their number, NaN with a single life. `groups` (people, groups), 1 or
    0, are those of the base month, `kind` (people,) the code of the kind of contract within which luck is alike,
    `degrees` the degrees of freedom of the noise.
    """

    value: Numbers
    noise: Numbers
    weight: Numbers
    groups: Numbers
    kind: NDArray[np.int64]
    degrees: int


@dataclass(frozen=True)
class Expected:
    """The distribution of each person's true change: normal parts (people, parts), of deviation 0 where it is known.

    `told` (people,) is whether the interval of what her groups predict leaves out 0.
    """

    share: Numbers
    mean: Numbers
    deviation: Numbers
    told: Members


def relative_change(
    without: Numbers, enacted: Numbers, luck_alone: bool = False
) -> tuple[Numbers, Numbers]:
    """The change of each person's mean consumption (people,) and its noise, from lives (lives, people).

    With `luck_alone` half of the lives count with the opposite sign: the effect cancels, and as much luck is left as
    there is in the change.

    >>> change, noise = relative_change(np.array([[1.0], [3.0]]), np.array([[1.1], [3.3]]))
    >>> round(float(change[0]), 6), round(float(noise[0]), 6)
    (0.1, 0.0)
    """
    gain = enacted - without
    over = without.mean(axis=0)
    divisor = np.where(over > 0, over, np.nan)
    # Who consumes nothing without a policy has no relative change: any is counted as a whole one.
    change = np.where(over > 0, gain.mean(axis=0) / divisor, np.sign(gain.mean(axis=0)))
    rest = np.where(over > 0, (gain - change * without) / divisor, 0.0)
    return _with_noise(change, rest, luck_alone)


def chance_change(
    without: Numbers, enacted: Numbers, luck_alone: bool = False
) -> tuple[Numbers, Numbers]:
    """The change of each person's chance of a state (people,) and its noise, from chances by life (lives, people)."""
    gain = enacted - without
    change = gain.mean(axis=0)
    return _with_noise(change, gain - change, luck_alone)


def _with_noise(change: Numbers, rest: Numbers, luck_alone: bool) -> tuple[Numbers, Numbers]:
    lives, squares = len(rest), np.asarray((rest**2).sum(axis=0))
    if not luck_alone:
        unknown = np.full(change.size, np.nan)
        return change, squares / (lives - 1) / lives if lives > 1 else unknown
    signs = np.resize([1.0, -1.0], lives)
    signs[lives // 2 * 2 :] = 0.0
    total = signs @ rest
    # One degree of freedom of the lives' differences is now the estimate itself.
    left = np.maximum(squares - total**2 / (signs @ signs), 0.0)
    return total / lives, left / (lives - 2) / lives


def expected_of(populations: Sequence[Estimates]) -> list[Expected]:
    """What is expected of each person of each population; luck and groups are learned from all of them together.

    ValueError if no population has two lives.
    """
    noise = np.concatenate([each.noise for each in populations])
    if not np.isfinite(noise).any():
        raise ValueError("luck cannot be told from policy with a single life of each population")
    predicted, shrunk, told = _predicted(populations)
    value = np.concatenate([each.value for each in populations]) - predicted + shrunk
    value = np.clip(value, -_LARGEST, _LARGEST)
    exact = noise <= ROUNDING**2
    value[exact] = np.concatenate([each.value for each in populations])[exact]
    kind = np.concatenate([each.kind for each in populations])
    weight = np.concatenate([each.weight for each in populations])
    degrees = min(each.degrees for each in populations if each.degrees > 0)
    parts = [np.zeros((value.size, STEPS * PARTS)) for _ in range(3)]
    parts[0][:, 0], parts[1][:, 0] = 1.0, value
    for number in np.unique(kind):
        rows = np.flatnonzero((kind == number) & ~exact)
        if not np.isfinite(noise[rows]).any():
            continue
        found = _of_kind(value[rows], noise[rows], weight[rows], shrunk[rows], degrees)
        for part, each in zip(parts, found, strict=True):
            part[rows, : each.shape[1]] = each
    ends = np.cumsum([each.value.size for each in populations])[:-1]
    columns = zip(*(np.split(each, ends) for each in (*parts, told)), strict=True)
    return [Expected(*each) for each in columns]


def _of_kind(
    value: Numbers, noise: Numbers, weight: Numbers, predicted: Numbers, degrees: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Shares, means and deviations of the parts of each person's true effect (people, parts)."""
    luck = luck_of(noise, weight, degrees)
    # Members of a household share one change, so that persons with the same estimate count as one.
    count = weight * np.unique(np.round(value, 9)).size / weight.sum()
    centre = float(np.average(predicted, weights=weight))
    rest = value - predicted
    true, error = _true_variance(rest, luck.chance[luck.of] @ luck.deviation**2, weight, count)
    if true > _SURELY * error:
        found = best_mixture(
            Cells.of(value, count, luck), Cells.of(rest + centre, count, luck), centre, true
        )
    else:
        found = Mixture(np.ones(1), np.full(1, centre), np.zeros(1), null=False)
    share, mean = _of_persons(found, predicted, centre)
    spread = luck.deviation[:, None] ** 2 + found.variance
    away = value[:, None, None] - mean[:, None, :]
    likely = -(away**2) / spread / 2 - np.log(spread) / 2
    likely = np.exp(likely - likely.max(axis=(1, 2), keepdims=True))
    joint = luck.chance[luck.of][:, :, None] * share[:, None, :] * likely
    joint /= joint.sum(axis=(1, 2), keepdims=True)
    kept = found.variance / spread
    deviation = np.broadcast_to(np.sqrt(found.variance * (1 - kept)), joint.shape)
    people = value.size
    middle = mean[:, None, :] + kept * away
    return joint.reshape(people, -1), middle.reshape(people, -1), deviation.reshape(people, -1)


def _true_variance(
    rest: Numbers, luck: Numbers, weight: Numbers, count: Numbers
) -> tuple[float, float]:
    """The variance of true effects around what groups predict, that of estimates less that of luck, and its error."""
    squares = (rest - np.average(rest, weights=weight)) ** 2
    more = np.average(squares - luck, weights=weight)
    spread = np.average((squares - luck - more) ** 2, weights=weight)
    return float(more), float(np.sqrt(spread / count.sum()))


def _of_persons(found: Mixture, predicted: Numbers, centre: float) -> tuple[Numbers, Numbers]:
    """Shares and means of the parts for each person (people, parts), so that they have the mean that is predicted.

    Where all are affected the parts move; where many are not it is the shares that do, by exponential tilting.
    """
    if not found.null:
        share = np.broadcast_to(found.share, (predicted.size, found.share.size))
        return share, found.mean + (predicted - centre)[:, None]
    size = max(float(np.abs(found.mean).max()), ROUNDING)
    steps = np.linspace(-_TILT, _TILT, 401)
    tilted = found.share * np.exp(steps[:, None] * found.mean / size)
    tilted /= tilted.sum(axis=1, keepdims=True)
    tilt = np.interp(predicted, tilted @ found.mean, steps)
    share = found.share * np.exp(tilt[:, None] * found.mean / size)
    return share / share.sum(axis=1, keepdims=True), np.tile(found.mean, (predicted.size, 1))


def _predicted(populations: Sequence[Estimates]) -> tuple[Numbers, Numbers, Members]:
    """What groups predict, the same shrunk, and whether its interval leaves out 0 (people of all populations,)."""
    from scipy.special import stdtrit  # scipy.stats would take a second to import

    found, others = _of_groups(populations)
    mean = np.concatenate([each.groups @ found for each in populations])
    error = np.concatenate([((each.groups @ others) ** 2).sum(axis=1) for each in populations])
    square = np.maximum(mean**2, 1e-300)
    if len(populations) == 1:
        return mean, mean, np.zeros(mean.size, dtype=np.bool_)
    far = stdtrit(len(populations) - 1, (1 + LEVEL) / 2) ** 2
    return mean, mean * np.maximum(0.0, 1 - error / square), square > far * error


def _of_groups(populations: Sequence[Estimates]) -> tuple[Numbers, Numbers]:
    """Weighted least squares of the estimates on the groups: coefficients (groups,), and how they err.

    The second (groups, populations) is by how much each population moves them: the sum of its squares is the variance
    of a coefficient, that of its sums over a person's groups of what is predicted of her.
    """
    size, count = populations[0].groups.shape[1], len(populations)
    square, moment = np.zeros((size, size)), np.zeros(size)
    weighted = [(each.groups * each.weight[:, None]).T for each in populations]
    for each, rows in zip(populations, weighted, strict=True):
        square += rows @ each.groups
        moment += rows @ each.value
    # Groups of a dimension add up to all, so that the solution of least length is taken.
    inverse = np.linalg.pinv(square, rcond=1e-10, hermitian=True)
    found = inverse @ moment
    rest = [
        rows @ (each.value - each.groups @ found)
        for each, rows in zip(populations, weighted, strict=True)
    ]
    return found, inverse @ np.stack(rest, axis=1) * np.sqrt(count / max(count - 1, 1))


def chance_below(found: Expected, limit: float) -> Numbers:
    """Each person's chance (people,) of a true change of at most a limit."""
    from scipy.special import ndtr

    known = found.deviation == 0
    away = limit - found.mean
    below = np.where(known, away >= 0, ndtr(away / np.where(known, 1.0, found.deviation)))
    return np.asarray((found.share * below).sum(axis=1), dtype=np.float64)


def expected_change(found: Expected) -> Numbers:
    """Each person's expectation (people,) of the true change."""
    return np.asarray((found.share * found.mean).sum(axis=1))


def expected_rise(found: Expected) -> Numbers:
    """Each person's expectation (people,) of the true change where it is positive, 0 counted elsewhere."""
    from scipy.special import ndtr

    known = found.deviation == 0
    scale = np.where(known, 1.0, found.deviation)
    away = found.mean / scale
    smooth = found.mean * ndtr(away) + scale * np.exp(-(away**2) / 2) / np.sqrt(2 * np.pi)
    return np.asarray((found.share * np.where(known, found.mean.clip(0), smooth)).sum(axis=1))
