"""Solved base months are kept on disk beside the compiled rules, under a hash of all that decides them."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from poverty_nodes.model.compiling.folder import cache_folder
from poverty_nodes.scenarios.base_month.calibration import Calibration, NotAtRestError
from poverty_nodes.scenarios.base_month.calibration_file import read_calibration, write_calibration
from poverty_nodes.scenarios.base_month.compiled_process import by_compiled_code, is_plain
from poverty_nodes.scenarios.base_month.scale import solving_scale
from poverty_nodes.scenarios.base_month.stationary_solver import Progress, calibrate
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, QuestionError

Place = tuple[ClusterDescription, Mapping[str, float], float]
"""What is calibrated: a cluster, changed parameters, a scale."""

_solved: dict[str, Calibration] = {}
_solving = threading.Lock()


@lru_cache(maxsize=1)
def _synthesis_hash() -> str:
    """Changes with any Python file of scenarios/; the cache folder itself already depends on model/."""
    room = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(room.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def calibrated(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    progress: Progress = lambda *_: None,
    near: Place | None = None,
) -> Calibration:
    """The calibration of a cluster at a scale: from memory, from disk, or solved now (some seconds).

    `near` is a cluster that differs little: it is solved in full, and this one in a few rounds from there. A large
    scale takes over what a smaller one finds (`solving_scale`).
    """
    scale = solving_scale(cluster, scale)
    start = None if near is None else calibrated(*near)
    key = _key(cluster, parameters, scale, near)
    with _solving:
        if key not in _solved:
            solved = _kept(key)
            if solved is None:
                if is_plain():  # the stationary solver would take minutes
                    solved = by_compiled_code(_solve, cluster, parameters, scale, start)
                else:
                    solved = _solve(cluster, parameters, scale, start, progress)
                _keep(key, solved)
            _solved[key] = solved
        return _solved[key]


def _solve(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    start: Calibration | None,
    progress: Progress = lambda *_: None,
) -> Calibration:
    try:
        solved = calibrate(cluster, parameters, scale, progress, start)
        solved.check()
    except NotAtRestError as error:  # between two rounds as well as after the last
        raise QuestionError(
            [
                Problem(
                    f"base month of {cluster.cluster.id} at scale={scale:g}",
                    f"no economy was found that rests: {error}",
                    remedy="look for a number that is far from the others: poverty-nodes list inputs",
                )
            ]
        ) from error
    return solved


def is_solved(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    near: Place | None = None,
) -> bool:
    """Whether a calibration is at hand, so that asking for it costs nothing."""
    key = _key(cluster, parameters, solving_scale(cluster, scale), near)
    return key in _solved or _kept(key) is not None


def _key(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    near: Place | None = None,
) -> str:
    parts: list[object] = [
        cluster.numbers(),
        sorted(parameters.items()),
        scale,
        _synthesis_hash(),
    ]
    parts += [] if near is None else [_key(*near)]
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]


def _kept(key: str) -> Calibration | None:
    folder = cache_folder()
    return None if folder is None else read_calibration(_path(folder, key), key)


def _keep(key: str, solved: Calibration) -> None:
    folder = cache_folder()
    if folder is not None:
        write_calibration(_path(folder, key), key, solved)


def _path(folder: Path, key: str) -> Path:
    return folder / f"calibration-{key}.json"
