"""Refuses a result in which somebody's welfare is no number, before anything is kept of it."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.runs.failure import stage
from poverty_nodes.model.result import RunResult

OF_PERSONS = ("weight", "welfare_base", "welfare_final", "earnings_base", "earnings_final")
"""What everybody has, whatever became of them."""


def sound(result: RunResult) -> RunResult:
    """The result; ArithmeticError if a person's welfare or earnings are not finite, or a measure is beyond all numbers.

    A measure may be none, where a group is empty: NaN. It is never without end.
    """
    with stage("measures"):
        for name in OF_PERSONS:
            column = result.people.get(name)
            lost = 0 if column is None else int(np.count_nonzero(~np.isfinite(column)))
            if lost:
                raise ArithmeticError(
                    f"{name} of {lost} of {len(result.people[name])} persons is not a finite number: some amount, "
                    "price or parameter of this question is too large or too small to reckon with"
                )
        _refuse_endless(result)
    return result


def _refuse_endless(result: RunResult) -> None:
    names = [
        name
        for which, name in enumerate(result.measures)
        if np.isinf(result.values[:, which]).any()
    ]
    if names:
        raise ArithmeticError(
            f"{', '.join(names)} without end: some amount of this question is too large"
        )
