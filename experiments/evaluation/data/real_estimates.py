"""What the answers of a real survey say, each estimate with the interval that worlds without the programme give it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.data.real_answers import read_groups
from poverty_nodes.experiments.evaluation.diagnosis.trials import Effort, Trials
from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.inference.placebo import half_width, spread
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.survey import Survey


def all_estimates(
    answers: Survey, trials: Trials, again: Callable[[Study, Effort], Trials]
) -> pd.DataFrame:
    """The estimates of all persons, and of each group of `study.columns.groups` by the estimator that counts.

    `again` surveys the worlds once more, for the interval of a group is that of the group in worlds without the
    programme.
    """
    study, parts = trials.study, [estimates_of(answers, trials).assign(group=trials.study.who)]
    for label, members in (read_groups(study) if study.columns.groups else {}).items():
        of_group = study.model_copy(update={"who": label, "estimators": study.methods[:1]})
        found = again(of_group, Effort(wild=False))
        parts.append(estimates_of(answers.of(members), found).assign(group=label))
    return pd.concat(parts, ignore_index=True)


def estimates_of(answers: Survey, trials: Trials) -> pd.DataFrame:
    """A row for each estimator: the estimate, what it is on average without a programme, and the 95 % interval.

    `low` and `high` are of the estimate less that average. `textbook_error` is given for a lottery alone: with one
    place against one other it would mislead.
    """
    rows = []
    for name in trials.study.methods:
        found = ESTIMATORS[name].of(answers)
        placebo = trials.readings[name].placebo
        known = placebo[np.isfinite(placebo).all(axis=1)]
        enough = len(known) >= 2
        centre = float(known.mean()) if enough else np.nan
        half = half_width(spread(known), len(known)) if enough else np.nan
        value = found.value - centre
        rows.append(
            {
                "estimator": name,
                "estimate": found.value,
                "without_the_programme": centre,
                "effect": value,
                "low": value - half,
                "high": value + half,
                "is_effect": bool(abs(value) > half),
                "textbook_error": found.error if trials.study.assignment == "lottery" else np.nan,
                "persons": len(answers.complete),
            }
        )
    return pd.DataFrame(rows)
