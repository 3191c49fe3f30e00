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
from poverty_nodes.experiments.evaluation.estimators.discontinuity import regression_discontinuity
from poverty_nodes.experiments.evaluation.estimators.fit import Estimate
from poverty_nodes.experiments.evaluation.estimators.over_places import (
    differences_over_places,
    synthetic_control,
    synthetic_did,
)
from poverty_nodes.experiments.evaluation.estimators.saturation import beside_winners, winners
from poverty_nodes.experiments.evaluation.estimators.staggered import group_time, two_way
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
        Estimator("differences_over_places", "differences over places", differences_over_places),
        Estimator("synthetic_control", "synthetic control", synthetic_control),
        Estimator("synthetic_did", "synthetic difference in differences", synthetic_did),
        Estimator("regression_discontinuity", "jump at the threshold", regression_discontinuity),
        Estimator("winners", "winners against firms without any", winners),
        Estimator("beside_winners", "losers beside winners (spillover)", beside_winners),
        Estimator("two_way", "two-way fixed effects", two_way),
        Estimator("group_time", "effects by group and time", group_time),
    )
}
