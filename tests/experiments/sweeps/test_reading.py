"""The sentence that heads a sweep's page says what the table of its points says, whatever came out."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.sweeps.reading import plainly
from poverty_nodes.experiments.sweeps.study import Study

KEY = "policy.micro_credit.take_up"


def study(values: list[float], half: float) -> Study:
    rows = [
        {"point": at, "outcome": "P0", "group": "all", "quantity": "effect",
         "value": value, "low": value - half, "high": value + half}
        for at, value in enumerate(values, start=1)
    ]  # fmt: skip
    points = [SimpleNamespace(number=at, values={KEY: at / 10}) for at in range(1, len(values) + 1)]
    found = SimpleNamespace(
        outcomes=(Measured("P0"),), quantity="effect", summary=pd.DataFrame(rows),
        sweep=SimpleNamespace(
            points=points, keys=(KEY,), first=SimpleNamespace(package=[SimpleNamespace(name="micro_credit")])
        ),
    )  # fmt: skip
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("values", "half", "words"),
    [
        ([0.0, 0.0], 0.0, "leaves the poverty headcount as it is at each of the 2 points"),
        ([0.01, -0.02], 0.05, "At none of the 2 points can a change"),
        ([0.01, -0.02], np.nan, "At none of the 2 points can a change"),
        (
            [0.01, -0.02],
            0.015,
            "With micro-credit, the poverty headcount is 2.0 points lower than without at one point (take-up 20 %): ",
        ),
        ([np.nan, np.nan], np.nan, "was measured at no point. It has no value in"),
    ],
)
def test_the_headline_is_true_of_every_kind_of_result(values, half, words) -> None:
    text = plainly(study(values, half))
    assert words in text
    assert "nan" not in text


def test_how_many_points_are_no_luck_is_counted_as_in_the_table() -> None:
    text = plainly(study([0.01, -0.02], 0.015))
    assert "it is lower at 1 of the 2 points and higher at none of the 2 points" in text


def test_what_gets_worse_is_told_before_what_gets_better() -> None:
    text = plainly(study([-0.04, 0.02, -0.03], 0.01))
    assert text.index("2.0 points higher") < text.index("4.0 points lower")
