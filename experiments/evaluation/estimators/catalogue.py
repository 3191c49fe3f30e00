"""The estimators by name: what each does in a line, and whose effect it means to find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from poverty_nodes.experiments.evaluation.estimators.alike import matched, reweighted
from poverty_nodes.experiments.evaluation.estimators.differences import (
    ancova,
    before_after,
    difference_in_differences,
    difference_in_means,
    instrument,
)
from poverty_nodes.experiments.evaluation.estimators.fit import Estimate
from poverty_nodes.experiments.evaluation.survey.survey import Survey


@dataclass(frozen=True)
class Estimator:
    """One way to read a survey."""

    name: str
    title: str
    of: Callable[[Survey], Estimate]
    compares: bool = True
    """Whether it sets those offered against others."""


ESTIMATORS = {
    each.name: each
    for each in (
        Estimator("before_after", "before and after", before_after, compares=False),
        Estimator("difference_in_means", "difference at the end", difference_in_means),
        Estimator(
            "difference_in_differences", "difference in differences", difference_in_differences
        ),
        Estimator("ancova", "ANCOVA", ancova),
        Estimator("reweighted", "reweighted difference in differences", reweighted),
        Estimator("matched", "matched difference in differences", matched),
        Estimator("instrument", "instrumental variable", instrument),
    )
}
