"""What is said of the draws of all that is not known."""

from __future__ import annotations

import pandas as pd
import pytest

from poverty_nodes.experiments.impact.not_known import NotKnown
from poverty_nodes.experiments.report.not_known_words import _draws


def _found(lower: int | None, higher: int | None, draws: int = 24) -> NotKnown:
    nan = float("nan")
    return NotKnown(pd.DataFrame(), nan, nan, draws, lower, higher, nan, nan, nan, 1000, 308)


@pytest.mark.parametrize(
    ("lower", "higher", "said"),
    [
        (24, 0, "24 times; poverty is lower in all of these draws."),
        (20, 4, "24 times; poverty is lower in 20 and higher in 4 of these draws."),
        (0, 3, "24 times; poverty is higher in 3 of these draws."),
        (0, 0, "24 times; in none of these draws poverty changes."),
        (None, None, "24 times."),
    ],
)
def test_it_is_said_in_how_many_draws_poverty_falls_and_rises(
    lower: int | None, higher: int | None, said: str
) -> None:
    assert _draws(_found(lower, higher)).endswith(said)


def test_without_draws_nothing_is_said_of_them() -> None:
    assert _draws(_found(None, None, draws=0)) == ""
