"""The score: scales that are fixed, weights that do what they say, and more at stake never scores less."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.identify.components import (
    AMONG_ALL,
    COMPONENTS,
    KEYS,
    scores,
    stakes,
)
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES, monthly_line
from poverty_nodes.scenarios.base_month.first_jobs import first_jobs
from poverty_nodes.scenarios.catalogue import load_cluster

VALUES = st.tuples(
    st.floats(0, 1), st.floats(0, 1), *[st.floats(0, 1e7)] * 4, st.floats(0, 1), st.floats(0, 1)
)


@given(VALUES)
def test_a_score_lies_between_0_and_100(values: tuple[float, ...]) -> None:
    assert 0.0 <= float(scores(np.array(values))) <= 100.0


@given(VALUES, st.integers(0, 7), st.floats(0, 1))
def test_more_at_stake_never_scores_less(values: tuple[float, ...], at: int, more: float) -> None:
    raised = np.array(values)
    raised[at] = raised[at] * (1.0 + more) + more
    assert float(scores(raised)) >= float(scores(np.array(values))) - 1e-9


@given(VALUES, st.sampled_from(KEYS))
def test_a_component_of_weight_nothing_does_not_count(values: tuple[float, ...], key: str) -> None:
    other = np.array(values)
    other[KEYS.index(key)] = 0.5
    assert float(scores(np.array(values), {key: 0.0})) == pytest.approx(
        float(scores(other, {key: 0.0}))
    )


def test_the_ends_of_the_scale_are_nothing_and_all() -> None:
    nothing = np.array([0, 0, 100, 100, 100, 100, 0, 0], dtype=float)
    everything = np.array([1, 0.5, 1e6, 1e6, 1e6, 1e6, 1, 1], dtype=float)
    assert scores(np.array([nothing, everything])).tolist() == [0.0, 100.0]


def test_components_by_hand_from_the_numbers_of_a_cluster() -> None:
    cluster = load_cluster("sialkot_surgical")
    found = stakes(cluster, first_jobs(cluster, 0.02, {}, 1), 127.0)
    # Exporters 27,900 and subcontractors 19,650 and specialists 2,200 of 49,750, by posts of home work.
    home = (27_900 * 0.03 + 19_650 * 0.15 + 2_200 * 0.03) / 49_750
    assert found["home_workers"] == pytest.approx(50_000 * home, rel=1e-6)
    assert found["one_buyer"] == pytest.approx(0.95 * 0.4)
    assert found["joint_action"] == 1.0
    assert set(found) == {AMONG_ALL, *(each.key for each in COMPONENTS)}


def test_the_poor_at_first_jobs_are_about_those_of_the_solved_base_month() -> None:
    """Solved once, at 1,200 workers: 25.6 % of the people of the trade's households of Sialkot are below $4.20."""
    cluster = load_cluster("sialkot_surgical")
    line = monthly_line(INTERNATIONAL_LINES["4.20"], 2021)
    found = [stakes(cluster, first_jobs(cluster, 0.024, {}, seed), line) for seed in range(4)]
    assert np.mean([each["headcount"] for each in found]) == pytest.approx(0.256, abs=0.06)
