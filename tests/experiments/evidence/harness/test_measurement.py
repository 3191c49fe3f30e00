"""What a stopped validation has measured is not measured again, and nothing stale is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness import measurement as measurement_module
from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.scenarios.code.closure import reached_here

Make = Callable[..., Laboratory]


def level(laboratory: Laboratory) -> NDArray[np.float64]:
    """A tenth of the seed; nothing for the second."""
    laboratory.told(str([*laboratory.seeds]))
    return np.array([np.nan if seed == 2 else seed / 10.0 for seed in laboratory.seeds])


def rows(laboratory: Laboratory) -> NDArray[np.float64]:
    """Two numbers a seed."""
    return np.array([[seed, 1.0 / seed] for seed in laboratory.seeds])


def mean(laboratory: Laboratory) -> NDArray[np.float64]:
    """Each seed less the mean of all."""
    laboratory.told(str([*laboratory.seeds]))
    seeds = np.array(laboratory.seeds, dtype=np.float64)
    return seeds - seeds.mean()


@pytest.fixture
def measured() -> list[str]:
    """The seeds that were measured, as they were; not among what a measure is made of."""
    return []


@pytest.fixture
def laboratory(tmp_path: Path, measured: list[str]) -> Make:
    """Seeds from 1, and a store that is opened anew, as a second command does."""

    def made(last: int = 3, **more: Any) -> Laboratory:
        seeds = range(1, last + 1)
        return Laboratory(seeds, told=measured.append, **{"store": Store(tmp_path), **more})

    return made


def test_a_measure_is_made_once_in_a_command_and_once_over_commands(
    laboratory: Make, measured: list[str]
) -> None:
    first = laboratory()
    expected = np.array([0.1, np.nan, 0.3])
    for room in (first, first, laboratory()):
        assert np.array_equal(room.values("a", level), expected, equal_nan=True)
    assert measured == ["[1, 2, 3]"]


def test_more_seeds_are_added_to_those_that_are_there(
    laboratory: Make, measured: list[str]
) -> None:
    laboratory().values("a", level)
    assert laboratory(5).values("a", level).tolist()[2:] == [0.3, 0.4, 0.5]
    assert measured == ["[1, 2, 3]", "[4, 5]"]


def test_a_measure_of_all_seeds_together_is_made_again_for_other_seeds(
    laboratory: Make, measured: list[str]
) -> None:
    for last in (3, 5, 3):
        found = laboratory(last).values("a", mean, together=True)
        assert found.tolist() == (np.arange(1, last + 1) - (last + 1) / 2).tolist()
    assert measured == ["[1, 2, 3]", "[1, 2, 3, 4, 5]"]


def test_rows_keep_their_shape_and_every_bit(laboratory: Make, measured: list[str]) -> None:
    expected = rows(laboratory())
    assert laboratory().values("b", rows).tobytes() == expected.tobytes()
    assert laboratory().values("b", level).shape == (3,)  # of another measure
    assert laboratory().values("b", rows).tobytes() == expected.tobytes()


def test_a_damaged_file_is_measured_again(
    laboratory: Make, measured: list[str], tmp_path: Path
) -> None:
    laboratory().values("a", level)
    (shard,) = tmp_path.glob("part-*.parquet")
    shard.write_bytes(shard.read_bytes()[:-9])
    with pytest.warns(UserWarning, match="left aside"):
        laboratory().values("a", level)
    assert len(measured) == 2


def test_what_was_measured_with_other_descriptions_or_code_is_not_read(
    laboratory: Make, measured: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    laboratory().values("a", level)
    monkeypatch.setattr(measurement_module, "catalogue", lambda: "f" * 64)
    laboratory().values("a", level)
    monkeypatch.setattr(measurement_module, "code_of", lambda _: "f" * 64)
    laboratory().values("a", level)
    assert len(measured) == 3


def test_a_folder_that_cannot_be_written_is_said_in_words(laboratory: Make, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StoreError, match="cannot be kept"):
        laboratory(store=Store(blocked / "under")).values("a", level)


def test_other_sizes_and_ablations_are_other_measures(
    laboratory: Make, measured: list[str]
) -> None:
    plain = laboratory()
    others = (
        plain,
        laboratory(agents=1_000),
        plain.ablated(Ablation("a knob", {"knob": 0.0})),
        plain.ablated(Ablation("a knob", {"knob": 0.0}, at_base=True)),
    )
    for room in (*others, *others):
        room.values("level", level)
    assert len(measured) == len(others)


def test_the_code_of_every_measure_is_followed_to_the_model() -> None:
    measures = [
        *(each.measure for pattern in PATTERNS for each in pattern.statistics),
        *(each.measure for trial in TRIALS for each in trial.effects),
        *(each.measure for each in MOMENTS),
    ]
    for module in {each.__module__ for each in measures}:
        code = reached_here(module)
        for needed in (
            "poverty_nodes.experiments.evidence.harness.observed_run",
            "poverty_nodes.model.month",
            module,
        ):
            assert needed in code
