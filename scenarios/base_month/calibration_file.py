"""A solved base month as a file: read only if it is whole, of the right shapes, and solved for the same question."""

from __future__ import annotations

import hashlib
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from poverty_nodes.scenarios.base_month.calibration import ARRAYS, Calibration


def read_calibration(path: Path, key: str) -> Calibration | None:
    """The calibration kept under `key`; None if there is none that can be believed.

    A file that is cut short, changed in a single digit, of another question or of other shapes is none: the base month
    is solved again, which costs seconds, and its numbers go into compiled code, which looks at no bounds.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["seal"] != _seal(key, found["solved"]):
            return None
        solved = _built(found["solved"])
        solved.check()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return solved


def write_calibration(path: Path, key: str, solved: Calibration) -> None:
    """Keep a calibration under `key`; if the disk does not take it, it is solved again another time."""
    content = {name: getattr(solved, name).tolist() for name in ARRAYS}
    content |= {"spread": solved.spread, "rounds": solved.rounds, "history": list(solved.history)}
    text = json.dumps({"seal": _seal(key, content), "solved": content})
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=".unfinished-", delete=False, encoding="utf-8"
        ) as file:
            draft = Path(file.name)
            file.write(text)
        draft.replace(path)
    except OSError:
        if draft is not None:
            with suppress(OSError):
                draft.unlink()


def _built(found: Any) -> Calibration:
    arrays = {name: np.array(found[name], dtype=np.float64) for name in ARRAYS}
    history = tuple(
        {str(gap): float(size) for gap, size in each.items()} for each in found["history"]
    )
    return Calibration(
        **arrays, spread=float(found["spread"]), rounds=int(found["rounds"]), history=history
    )


def _seal(key: str, content: object) -> str:
    """A hash over the numbers to the last digit, and what they were solved for."""
    return hashlib.sha256(f"{key}\n{json.dumps(content, sort_keys=True)}".encode()).hexdigest()
