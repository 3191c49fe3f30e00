"""An outcome that has no value is explained in words, and not printed as a number that is none."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.uncertainty.uncertainty import Uncertainty
from poverty_nodes.experiments.uncertainty.words import no_value
from poverty_nodes.model.measures.catalogue import measures


def unsure(measure: str, value: float) -> Uncertainty:
    row = {"outcome": measure, "quantity": "effect", "value": value, "low": value, "high": value,
           "inputs_low": value, "inputs_high": value, "draws": 3, "share_inputs": np.nan}  # fmt: skip
    question = SimpleNamespace(window=12, months=6)
    table = pd.DataFrame([row])
    return Uncertainty(question, table, None, (Measured(measure),), None, None, None)  # type: ignore[arg-type]


def test_an_index_of_theil_that_is_none_is_explained() -> None:
    text = unsure("theil", np.nan).sentence
    assert text.startswith(
        "The effect on the Theil T of consumption could not be measured. It has no value in"
    )
    assert "consumes less than nothing" in text


def test_what_is_counted_is_said_with_the_number() -> None:
    text = unsure("P0", 0.0002).sentence
    assert "mean of the last 6 months and counts whoever then lives in the cluster" in text
    assert "0.02 points higher" in text


@pytest.mark.parametrize("measure", list(measures()))
def test_of_every_measure_it_can_be_said_when_it_has_no_value(measure: str) -> None:
    assert no_value(Measured(measure)).startswith("It has no value in a month ")
