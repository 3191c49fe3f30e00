"""A base month is solved once: kept in memory and on disk under all that decides it."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from poverty_nodes.scenarios.base_month import calibration_cache as cache
from poverty_nodes.scenarios.base_month import calibration_file
from poverty_nodes.scenarios.base_month.calibration import ARRAYS, Calibration, first_guess
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import QuestionError
from tests.small_economy import cluster

Solved = list[tuple[dict[str, float], float]]


@pytest.fixture
def solved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Solved:
    """What had to be solved; answers are made up, memory is empty and the disk a new folder."""
    asked: Solved = []

    def answer(
        cluster: ClusterDescription,
        parameters: Mapping[str, float],
        scale: float,
        progress: object,
        near: Calibration | None,
    ) -> Calibration:
        assert near is None
        asked.append((dict(parameters), scale))
        guess = replace(first_guess(2), labour_scale=np.array([0.1 + 0.2, 1 / 3]), spread=1e-17)
        return replace(guess, rounds=3, history=({"posts_0": 0.1}, {"posts_0": -0.01}))

    monkeypatch.setattr(cache, "calibrate", answer)
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(cache, "_solved", {})
    return asked


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the process had been started anew."""
    monkeypatch.setattr(cache, "_solved", {})


def test_what_was_solved_is_not_solved_again(solved: Solved) -> None:
    first = cache.calibrated(cluster(), {}, 0.1)
    assert cache.calibrated(cluster(), {}, 0.1) is first
    assert len(solved) == 1


def test_another_process_reads_it_from_disk_to_the_last_bit(
    solved: Solved, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cache.calibrated(cluster(), {}, 0.1)
    forget(monkeypatch)
    again = cache.calibrated(cluster(), {}, 0.1)
    assert len(solved) == 1
    for name in ARRAYS:
        assert np.array_equal(getattr(first, name), getattr(again, name)), name
    assert (first.spread, first.rounds) == (again.spread, again.rounds)
    assert first.history == again.history


@pytest.mark.parametrize(
    ("parameters", "scale"), [({"wage_curve": 0.03}, 0.1), ({}, 0.2), ({"wage_curve": 0.04}, 0.1)]
)
def test_another_scale_or_parameter_is_solved_by_itself(
    solved: Solved, parameters: dict[str, float], scale: float
) -> None:
    cache.calibrated(cluster(), {}, 0.1)
    cache.calibrated(cluster(), parameters, scale)
    assert solved == [({}, 0.1), (parameters, scale)]


def test_the_order_of_parameters_does_not_matter(solved: Solved) -> None:
    cache.calibrated(cluster(), {"wage_curve": 0.03, "rent_sharing": 0.2}, 0.1)
    cache.calibrated(cluster(), {"rent_sharing": 0.2, "wage_curve": 0.03}, 0.1)
    assert len(solved) == 1


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", '{"access": 3}', "null"])
def test_a_broken_file_only_means_solving_again(
    solved: Solved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    cache.calibrated(cluster(), {}, 0.1)
    (kept,) = tmp_path.glob("calibration-*.json")
    kept.write_text(content)
    forget(monkeypatch)
    cache.calibrated(cluster(), {}, 0.1)
    assert len(solved) == 2


Solution = dict[str, Any]


def longer(solution: Solution) -> None:
    solution["demand_scale"] = [[1.0] * 4] * 2


def of_one_place(solution: Solution) -> None:
    for name in ARRAYS:
        solution[name] = solution[name][:1]


def not_a_number(solution: Solution) -> None:
    solution["labour_scale"][0] = math.nan


def a_digit_more(solution: Solution) -> None:
    solution["labour_scale"][0] += 1e-9


@pytest.mark.parametrize("change", [longer, of_one_place, not_a_number, a_digit_more])
@pytest.mark.parametrize("sealed", [False, True])
def test_a_file_that_was_changed_is_not_believed(
    solved: Solved,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Solution], None],
    sealed: bool,
) -> None:
    first = cache.calibrated(cluster(), {}, 0.1)
    (kept,) = tmp_path.glob("calibration-*.json")
    content = json.loads(kept.read_text())
    change(content["solved"])
    if sealed and change is not a_digit_more:  # a sound seal does not make a shape fit
        key = kept.stem.removeprefix("calibration-")
        content["seal"] = calibration_file._seal(key, content["solved"])
    kept.write_text(json.dumps(content))
    forget(monkeypatch)
    assert not cache.is_solved(cluster(), {}, 0.1)
    again = cache.calibrated(cluster(), {}, 0.1)
    assert len(solved) == 2
    assert np.array_equal(first.labour_scale, again.labour_scale)


def test_a_file_under_the_name_of_another_question_is_not_believed(
    solved: Solved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.calibrated(cluster(), {}, 0.1)
    (first,) = tmp_path.glob("calibration-*.json")
    cache.calibrated(cluster(), {}, 0.2)
    (second,) = set(tmp_path.glob("calibration-*.json")) - {first}
    second.write_bytes(first.read_bytes())
    forget(monkeypatch)
    cache.calibrated(cluster(), {}, 0.2)
    assert len(solved) == 3


def test_an_economy_is_not_begun_from_arrays_of_another_shape() -> None:
    wrong = replace(first_guess(2), post_scale=np.ones((1, 4)))
    with pytest.raises(ValueError, match="post_scale"):
        synthesise(cluster(), wrong, 0.005, {}, 1)


def test_a_base_month_that_is_no_number_is_refused_in_words(
    solved: Solved, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = replace(first_guess(2), base_slack=np.array([0.5, math.nan]))
    monkeypatch.setattr(cache, "calibrate", lambda *_: wrong)
    with pytest.raises(QuestionError, match="base_slack"):
        cache.calibrated(cluster(), {}, 0.1)


def test_a_base_month_that_is_no_number_between_two_rounds_is_refused_in_words(
    solved: Solved, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = replace(first_guess(2), access=np.full((2, 4, 2, 2), math.nan))
    monkeypatch.setattr(cache, "calibrate", lambda *_: synthesise(cluster(), wrong, 0.005, {}, 1))
    with pytest.raises(QuestionError, match="no economy was found that rests: access"):
        cache.calibrated(cluster(), {}, 0.1)


def test_nothing_half_written_is_left(solved: Solved, tmp_path: Path) -> None:
    cache.calibrated(cluster(), {}, 0.1)
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_a_folder_that_cannot_be_written_costs_only_time(
    solved: Solved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "not there")
    assert cache.calibrated(cluster(), {}, 0.1).rounds == 3


def test_it_is_known_whether_asking_costs_time(
    solved: Solved, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not cache.is_solved(cluster(), {}, 0.1)
    cache.calibrated(cluster(), {}, 0.1)
    assert cache.is_solved(cluster(), {}, 0.1)
    forget(monkeypatch)
    assert cache.is_solved(cluster(), {}, 0.1)
    assert not cache.is_solved(cluster(), {}, 0.3)
