"""Solved base months are kept on disk beside the compiled rules, under a hash of all that decides them."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np

from model.rule import cache_folder
from scenarios.calibration import Calibration
from scenarios.cluster import ClusterDescription
from scenarios.pilot import Progress, calibrate
from scenarios.scale import solving_scale

ARRAYS = (
    "access",
    "post_scale",
    "labour_scale",
    "demand_scale",
    "entry_scale",
    "exit_scale",
    "pace_scale",
    "luck_pace",
    "levels",
    "base_slack",
)
Place = tuple[ClusterDescription, Mapping[str, float], float]
"""What is calibrated: a cluster, changed parameters, a scale."""

_solved: dict[str, Calibration] = {}
_solving = threading.Lock()


@lru_cache(maxsize=1)
def _synthesis_hash() -> str:
    """Changes with any Python file of scenarios/: the cache folder itself already hangs on model/."""
    room = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(room.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def calibrated(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    progress: Progress = lambda _: None,
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
            path = _path(key)
            solved = _read(path)
            if solved is None:
                solved = calibrate(cluster, parameters, scale, progress, start)
                _write(path, solved)
            _solved[key] = solved
        return _solved[key]


def is_solved(
    cluster: ClusterDescription,
    parameters: Mapping[str, float],
    scale: float,
    near: Place | None = None,
) -> bool:
    """Whether a calibration is at hand, so that asking for it costs nothing."""
    key = _key(cluster, parameters, solving_scale(cluster, scale), near)
    return key in _solved or _path(key).exists()


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


def _path(key: str) -> Path:
    return cache_folder() / f"calibration-{key}.json"


def _read(path: Path) -> Calibration | None:
    """A kept calibration; a broken or missing file only means that it is solved again."""
    try:
        found = json.loads(path.read_text())
        arrays = {name: np.array(found[name], dtype=np.float64) for name in ARRAYS}
        return Calibration(
            **arrays,
            spread=found["spread"],
            rounds=found["rounds"],
            history=tuple(found["history"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, solved: Calibration) -> None:
    content = {name: getattr(solved, name).tolist() for name in ARRAYS}
    content |= {"spread": solved.spread, "rounds": solved.rounds, "history": list(solved.history)}
    draft = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        draft.write_text(json.dumps(content))
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
