"""A wage floor that leaves home workers out leaves women behind in Sialkot; one that includes them does not."""

from __future__ import annotations

import pandas as pd
import pytest

from poverty_nodes.experiments import compare
from poverty_nodes.experiments.question.checked_question import ask

SEEDS = 12


def winners(experiment: str, store: object) -> pd.DataFrame:
    scenario = ask([f"experiment={experiment}"]).to_scenarios()["with"]
    return compare(scenario, seeds=SEEDS, store=store).winners.set_index("group")  # type: ignore[arg-type]


@pytest.mark.slow
def test_women_lose_under_a_floor_without_home_workers_and_not_under_one_with_them(tmp_path):
    excluded = winners("high_floor_without_home_workers", tmp_path)
    included = winners("high_floor_with_home_workers", tmp_path)
    women, home = "gender=female", "contract=homework"
    assert excluded.loc[women, "high"] < 0
    assert included.loc[women, "high"] > 0
    assert included.loc[home, "high"] > 0
    # The same world without a floor and the same seeds, so that the two worlds can be set side by side.
    assert included.loc[home, "low"] > excluded.loc[home, "mean_change"]
    assert included.loc[women, "low"] > excluded.loc[women, "high"]
