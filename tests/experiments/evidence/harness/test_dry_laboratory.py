"""How many lives an order takes is known before the first is lived, and corrected when more are asked for."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness import dry_laboratory
from poverty_nodes.experiments.evidence.harness import laboratory as laboratory_module
from poverty_nodes.experiments.evidence.harness.dry_laboratory import Counted, DryLaboratory, Nobody
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.runs.progress import Pace

ONE, TWO = World("sialkot_surgical", 1), World("sialkot_surgical", 2)


def difference(laboratory: Laboratory) -> NDArray[np.float64]:
    """What reads numbers only."""
    return laboratory.read(TWO, lambda _: 2.0) - laboratory.read(ONE, lambda _: 1.0)


def close_look(laboratory: Laboratory) -> NDArray[np.float64]:
    """What looks into lives itself."""
    pairs = zip(laboratory.lives(ONE), laboratory.lives(TWO), strict=True)
    return np.array([other.path("firms")[0] - one.path("firms")[0] for one, other in pairs])


@pytest.fixture(autouse=True)
def _base_months_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dry_laboratory, "needs_solving", lambda scenario: scenario.months == 2)
    monkeypatch.setattr(Counted, "_ready", lambda *_: None)
    monkeypatch.setattr(
        laboratory_module, "live", lambda world, seed, agents: cast(Life, Nobody(seed))
    )


def test_the_lives_of_all_worlds_are_counted_before_any_is_lived() -> None:
    dry = DryLaboratory.of(Laboratory(range(1, 4)))
    dry.values("difference", difference)
    assert sorted(dry.lived, key=repr) == [(w, s) for w in (ONE, TWO) for s in (1, 2, 3)]
    assert [each.months for each in dry.unsolved.values()] == [2]


def test_a_world_that_is_still_in_memory_is_not_counted_again() -> None:
    dry = DryLaboratory.of(Laboratory(range(1, 4)))
    dry.values("difference", difference)
    dry.values("close look", close_look)
    assert len(dry.lived) == 6


def test_a_measure_that_looks_closely_counts_as_far_as_it_comes() -> None:
    dry = DryLaboratory.of(Laboratory(range(1, 4)))
    dry.values("close look", close_look)
    assert len(dry.lived) == 6


def test_what_the_store_has_takes_no_life() -> None:
    laboratory = Laboratory(range(1, 4), workers=1)
    dry = DryLaboratory.of(laboratory)
    counted = Counted.of(laboratory, dry, Pace(0))
    assert counted.values("difference", difference).tolist() == [1.0, 1.0, 1.0]
    again = DryLaboratory.of(Laboratory(range(1, 4), store=laboratory.store))
    assert again.values("difference", difference).tolist() == [1.0, 1.0, 1.0]
    assert again.lived == []


def test_lives_that_nobody_had_counted_on_are_added_when_they_are_asked_for() -> None:
    laboratory = Laboratory(range(1, 4), workers=1)
    dry = DryLaboratory.of(laboratory)
    dry.values("difference", difference)
    pace = Pace(len(dry.lived))
    counted = Counted.of(laboratory, dry, pace)
    counted.values("difference", difference)
    assert (pace.done, pace.total) == (6, 6)
    more = Counted.of(Laboratory(range(1, 6), store=laboratory.store), dry, counted.steps)
    more.values("difference", difference)
    assert (pace.done, pace.total) == (10, 10)
