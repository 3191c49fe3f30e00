"""The base month of a drawn cluster, found from that of its centre."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.scenarios import load_cluster
from poverty_nodes.scenarios.base_month import nearby
from poverty_nodes.scenarios.base_month.calibration import ARRAYS, Calibration, first_guess
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.inputs import inputs_of
from poverty_nodes.scenarios.scenario import Scenario

SCALE = 0.006
CLUSTER = load_cluster("sialkot_surgical")
INPUTS = inputs_of(CLUSTER)
NAMES = ("workers.casual_ratio", "chain.producer_share")
ENDS = {name: (INPUTS[name].low, INPUTS[name].value, INPUTS[name].high) for name in NAMES}
AXES = Centre(CLUSTER, {}, ENDS)


def same(first: object, second: object) -> bool:
    return all(np.array_equal(getattr(first, name), getattr(second, name)) for name in ARRAYS)


@pytest.mark.slow
def test_an_input_that_nothing_depends_on_moves_the_base_month_by_exactly_nothing() -> None:
    start = AXES.solve({}, SCALE)
    assert same(AXES.solve({"chain.producer_share": 0.03}, SCALE), start)
    assert not same(AXES.solve({"workers.casual_ratio": 0.6}, SCALE), start)


@pytest.mark.slow
def test_a_draw_at_the_end_of_an_axis_has_the_base_month_that_was_solved_there() -> None:
    end = {"workers.casual_ratio": INPUTS["workers.casual_ratio"].low}
    found, solved = AXES.solve(end, SCALE), AXES.solve_axis(end, SCALE)
    for name in ARRAYS:
        np.testing.assert_allclose(getattr(found, name), getattr(solved, name), rtol=1e-9)


@pytest.mark.slow
def test_half_the_way_moves_logarithms_by_half() -> None:
    _, value, high = ENDS["workers.casual_ratio"]
    start, half, end = (
        AXES.solve({"workers.casual_ratio": at}, SCALE).demand_scale
        for at in (value, (value + high) / 2, high)
    )
    np.testing.assert_allclose(np.log(half / start), np.log(end / start) / 2, atol=1e-9)


def test_what_decides_the_base_month_of_a_draw_is_in_its_fingerprint() -> None:
    scenario = Scenario(cluster=CLUSTER, scale=SCALE)
    drawn = {"workers.casual_ratio": 0.6}
    exact = scenario.with_inputs(drawn)
    near = scenario.with_inputs(drawn, Centre(CLUSTER))
    along = scenario.with_inputs(drawn, AXES)
    prints = {each.base_fingerprint() for each in (scenario, exact, near, along)}
    assert len(prints) == 4
    assert scenario.with_inputs({}) == scenario


@pytest.mark.parametrize(("at", "pace"), [(0.0, 1e-5), (0.5, -5e-6), (1.0, -2e-5)])
def test_a_pace_that_changes_its_sign_along_an_axis_is_put_together_by_sums(
    monkeypatch: pytest.MonkeyPatch, at: float, pace: float
) -> None:
    low, value, _ = ENDS["workers.casual_ratio"]

    def solved(cluster: ClusterDescription, *_: object, **__: object) -> Calibration:
        there = -2e-5 if cluster.workers.casual_ratio.value == low else 1e-5
        return replace(first_guess(2), productivity_drift=np.full((2, 3), there))

    monkeypatch.setattr(nearby, "calibrated", solved)
    drawn = {"workers.casual_ratio": value + at * (low - value)}
    found = Centre(CLUSTER, {}, ENDS).solve(drawn, SCALE)
    assert found.productivity_drift == pytest.approx(np.full((2, 3), pace))
