"""What a pattern, a trial, a moment and a quiet run come to in a tiny laboratory does not move by accident."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS
from poverty_nodes.experiments.evidence.harness.stationarity import drifts_of
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from tests.golden import small_town

ELSEWHERE = 1e-9
"""Allowed on another machine than the one that kept the numbers, as in tests/golden."""
KEPT = {
    "p12": ("0x1.7488f139d3230p-6", "0x1.6ba53bb9fd55bp-6"),
    "rama2001": ("0x1.fc0856ce32b92p+1", "0x1.e39614563e7dep+1"),
    "brown2018": ("0x1.eb587a5a9f3b4p+5", "0x1.11164ef637a95p+6"),
    "local_multiplier": ("0x1.763f04f69fe22p+0", "0x1.e4465f8f1baf2p+0"),
}
"""By name the first value of each over two seeds; a shock, a policy, a policy made of all seeds, and an act."""
DRIFT = ("0x1.81a581be60508p-3", "0x1.9b75e6dd6bf00p-11", "0x1.80d7c6caf19a8p-2")
"""The drift of the cluster's value added over ten quiet years, with its interval."""


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return Laboratory(range(1, 3), agents=1_000)


def is_same(found: np.ndarray, kept: tuple[str, ...]) -> bool:
    """To the last bit on the machine that kept the numbers, which is that of tests/golden."""
    expected = np.array([float.fromhex(each) for each in kept])
    if small_town.kept()[0] == small_town.machine():
        return np.array_equal(found, expected)
    return np.allclose(found, expected, rtol=ELSEWHERE, atol=ELSEWHERE)


@pytest.mark.slow
@pytest.mark.parametrize("name", KEPT)
def test_what_a_measure_comes_to_has_not_moved(name: str, laboratory: Laboratory) -> None:
    measures = {each.id: each.measure for each in MOMENTS}
    measures |= {each.id: each.statistics[0].measure for each in PATTERNS}
    measures |= {each.id: each.effects[0].measure for each in TRIALS}
    for _ in ("measured", "from the store"):
        found = laboratory.values(name, measures[name], together=name == "brown2018")
        assert is_same(found, KEPT[name])


@pytest.mark.slow
def test_a_drift_has_not_moved(laboratory: Laboratory) -> None:
    found = next(
        each.found
        for each in drifts_of(laboratory, "sialkot_surgical")
        if (each.place, each.measure) == ("cluster", "value_added")
    )
    assert is_same(np.array([found.value, found.low, found.high]), DRIFT)
