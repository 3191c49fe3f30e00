"""What is asked at each wave, a row a field, by the names under which `new cluster --from` reads a survey."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.scenarios.survey.fields import FIELDS

ONCE = ("id", "gender", "minority", "migrant", "age")
"""What does not change between waves, or follows from the first answer."""
OWN = (
    ("consumption", "money", "what the household spent in the month, all purposes"),
    ("wave", "number", "month of the study in which this was answered"),
)
"""What a study asks and a description of a cluster does not read."""


def questionnaire(study: Study) -> pd.DataFrame:
    """Rows of `who`, `field`, `kind`, `meaning`, `answers`, `waves` and `read_by_the_importer`."""
    every = " ".join(str(month) for month in study.waves)
    files = ("firms", "workers") if study.sample.unit == "firm" else ("workers",)
    rows = [
        {
            "who": name.removesuffix("s"),
            "field": field.name,
            "kind": field.kind,
            "meaning": field.meaning,
            "answers": " | ".join(field.categories),
            "waves": str(study.waves[0]) if field.name in ONCE else every,
            "read_by_the_importer": "yes",
        }
        for name in files
        for field in FIELDS[name]
    ]
    rows += [
        {
            "who": "worker",
            "field": name,
            "kind": kind,
            "meaning": meaning,
            "answers": "",
            "waves": every,
            "read_by_the_importer": "no",
        }
        for name, kind, meaning in OWN
    ]
    return pd.DataFrame(rows)
