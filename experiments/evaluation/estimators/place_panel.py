"""Means of places over waves, and weights of places or waves that make others like the one with the programme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.survey.survey import Survey

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class PlacePanel:
    """Mean answers of places (places,) before the programme opened, (places, waves), and at the last wave.

    The place with the programme is the first row.
    """

    before: Numbers
    last: Numbers

    @classmethod
    def of(cls, survey: Survey) -> PlacePanel | None:
        """From those who answered every wave that is read; None without two other places."""
        if survey.place is None or survey.opens is None or not len(survey):
            return None
        months = np.array(survey.months)
        opened = survey.opens[survey.offered > 0]
        if not len(opened):
            return None
        first = months < opened.min()
        first[0] = True
        read = np.append(np.flatnonzero(first), len(months) - 1)
        y = survey.y[:, read]
        kept = np.isfinite(y).all(axis=1)
        y, place, weight = y[kept], survey.place[kept], survey.weight[kept]
        ours = np.unique(place[survey.offered[kept] > 0])
        others = np.setdiff1d(place, ours)
        if len(ours) != 1 or len(others) < 2:
            return None
        means = np.stack(
            [np.average(y[place == each], 0, weight[place == each]) for each in (*ours, *others)]
        )
        return cls(means[:, :-1], means[:, -1])

    def with_first(self, row: int) -> PlacePanel:
        """The same among the other places alone, as if one of them had had the programme."""
        order = [row, *(each for each in range(1, len(self.last)) if each != row)]
        return PlacePanel(self.before[order], self.last[order])


def shares(columns: Numbers, target: Numbers, ridge: float) -> Numbers:
    """Shares w of columns (rows, n), none below 0 and 1 in sum, by which they come nearest to a target (rows,).

    Least |columns w - target|^2 + ridge |w|^2: non-negative least squares with a heavy row for the sum finds which
    shares are above 0, and these are then solved for exactly.
    """
    from scipy.optimize import nnls  # only who weighs places pays for it

    number = columns.shape[1]
    if number == 1:
        return np.ones(1)
    most = (np.abs(columns).max(), np.abs(target).max(), np.sqrt(ridge), 1e-12)
    size = max(float(each) for each in most)
    a, b = columns / size, target / size
    heavy = 1e3
    stacked = np.vstack([a, np.sqrt(ridge) / size * np.eye(number), heavy * np.ones((1, number))])
    rough, _ = nnls(stacked, np.concatenate([b, np.zeros(number), [heavy]]))
    found = np.zeros(number)
    held = rough > 1e-9
    found[held] = _summing_to_one(a[:, held], b, ridge / size**2)
    return found if (found >= -1e-9).all() else rough / rough.sum()


def _summing_to_one(a: Numbers, b: Numbers, ridge: float) -> Numbers:
    """The shares of columns that are all above 0, by the normal equations with the sum as a condition."""
    number = a.shape[1]
    left = np.ones((number + 1, number + 1))
    left[:number, :number] = a.T @ a + ridge * np.eye(number)
    left[number, number] = 0.0
    right = np.append(a.T @ b, 1.0)
    return np.asarray(np.linalg.lstsq(left, right)[0][:number])
