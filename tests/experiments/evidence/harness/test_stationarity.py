"""Every cluster of the catalogue stands still for ten years when nothing happens to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.command.new.cluster import begin_cluster
from poverty_nodes.experiments.command.new.order import Order
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import AGENTS
from poverty_nodes.experiments.evidence.harness.stationarity import (
    PRECISE,
    SEEDS,
    SPLIT,
    WIDTH,
    Drift,
    drifts_of,
    level_changes,
)
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.scenarios.catalogue import cluster_ids

SAMPLE = Path(__file__).resolve().parents[4] / "scenarios/samples/town"
SURVEYED = "that of the sample survey"


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        (Interval(0.02, -0.05, 0.09), "yes"),
        (Interval(-0.04, -0.06, -0.031), "no"),
        (Interval(0.04, 0.02, 0.06), "unclear"),
        (Interval(float("nan"), float("nan"), float("nan")), ""),
    ],
)
def test_a_drift_is_no_drift_only_when_its_mean_is_within(found: Interval, stands: str) -> None:
    assert Drift("town", "cluster", "firms", 0.03, found).stands == stands


def test_the_mean_of_changes_is_the_change_of_the_mean() -> None:
    changes = level_changes(np.array([100.0, 300.0]), np.array([120.0, 300.0]))
    assert changes == pytest.approx(np.array([0.1, 0.0]))
    assert changes.mean() == pytest.approx(420.0 / 400.0 - 1.0)


def test_what_was_nothing_has_no_drift() -> None:
    assert np.isnan(level_changes(np.zeros(3), np.zeros(3))).all()


@dataclass(frozen=True)
class Drifting:
    """A laboratory in which the first level drifts by a mean, differently from seed to seed; by chance if asked."""

    seeds: Sequence[int]
    asked: list[int] = field(default_factory=list)
    agents: int = AGENTS
    mean: float = 0.0
    by_chance: bool = False

    def values(self, name: str, measure: object) -> NDArray[np.float64]:
        """Ends of the first level of the first place, and nothing of all others."""
        self.asked.append(len(self.seeds))
        mean = 0.0 if self.by_chance and len(self.seeds) > SEEDS else self.mean
        rows = np.zeros((len(self.seeds), 2 * WIDTH))
        rows[:, SPLIT[0]] = 100.0
        rows[:, SPLIT[0] + 1] = 100.0 * (1.0 + mean + np.resize([0.1, -0.1], len(self.seeds)))
        return rows


def test_a_certain_drift_is_judged_once_more_over_more_seeds_and_for_good() -> None:
    by_chance = Drifting(range(1, SEEDS + 1), mean=0.2, by_chance=True)
    found = next(drifts_of(cast(Laboratory, by_chance), "suame_vehicle_repair"))
    assert (by_chance.asked, found.stands) == ([SEEDS, PRECISE], "yes")
    lasting = Drifting(range(1, SEEDS + 1), mean=0.2)
    found = next(drifts_of(cast(Laboratory, lasting), "suame_vehicle_repair"))
    assert (lasting.asked, found.stands) == ([SEEDS, PRECISE], "no")
    small = Drifting(range(1, SEEDS + 1), mean=0.01)
    found = next(drifts_of(cast(Laboratory, small), "suame_vehicle_repair"))
    assert (small.asked, found.stands) == ([SEEDS], "yes")


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the cluster lies that the sample survey gives."""
    files = [str(SAMPLE / name) for name in ("workers.csv", "firms.csv")]
    survey = {"from": files, "map": str(SAMPLE / "map.yaml")}
    folder = tmp_path_factory.mktemp("surveyed")
    order = Order.model_validate(
        {"kind": "cluster", "name": "my_town", **survey, "output": str(folder)}
    )
    return str(begin_cluster(order).folder)


@pytest.mark.slow
@pytest.mark.parametrize("cluster", [*cluster_ids(), SURVEYED])
def test_a_quiet_cluster_stands_still_in_both_places(
    cluster: str, request: pytest.FixtureRequest
) -> None:
    if cluster == SURVEYED:
        cluster = request.getfixturevalue("surveyed")
    found = list(drifts_of(Laboratory(range(1, SEEDS + 1)), cluster))
    assert len(found) == 18
    moved = [(d.place, d.measure, d.found) for d in found if d.stands == "no"]
    assert moved == []
