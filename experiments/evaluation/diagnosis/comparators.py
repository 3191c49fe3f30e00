"""Places without the programme, ranked by what a comparison with each alone finds where there is nothing to find."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import smallest_effect
from poverty_nodes.experiments.evaluation.estimators.differences import difference_in_differences
from poverty_nodes.experiments.evaluation.panel.world import CLUSTER, World
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.field import Field, places_of

SURVEYS = 4
"""Surveys of each world in which a comparator is tried."""


def comparators_table(
    worlds: Sequence[World], study: Study, line: float, take_up: float
) -> pd.DataFrame:
    """A row for each comparator, the best first; no rows where a study has fewer than two.

    `mean` is what difference in differences finds on average without a programme, `rmse` how far it is from nothing,
    and `smallest_effect` what is found in eight of ten studies once the mean is taken off.
    """
    if study.is_inside or len(study.comparators) < 2:
        return pd.DataFrame()
    codes = dict(zip(study.places, places_of(study, worlds[0])[1:], strict=True))
    found = {name: np.full((len(worlds), SURVEYS), np.nan) for name in study.comparators}
    for at, world in enumerate(worlds):
        laid = Field(world, study, line, take_up)
        for number in range(SURVEYS):
            survey = laid.survey(number, enacted=False)
            assert survey.place is not None
            for name, table in found.items():
                pair = survey.of(np.isin(survey.place, [CLUSTER, codes[name]]))
                table[at, number] = difference_in_differences(pair).value
    rows = [
        {
            "comparator": name,
            "mean": float(np.nanmean(table)),
            "rmse": float(np.sqrt(np.nanmean(table**2))),
            "smallest_effect": smallest_effect(table),
        }
        for name, table in found.items()
    ]
    return pd.DataFrame(rows).sort_values("rmse", ignore_index=True)
