"""Sixty-four digits by which a result is known without being kept: the same digits, the same bits."""

from __future__ import annotations

import hashlib
import json

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.result import RunResult

TEXTS = ("measures", "groups", "programme", "units", "conservation")
"""The parts of a result that are kept as text."""


def digest(result: RunResult) -> str:
    """SHA-256 over all that `sameness.differences` compares: names, texts, shapes, types and every bit of a number."""
    found = hashlib.sha256()
    for name in TEXTS:
        found.update(f"{name} {as_text(getattr(result, name))}\n".encode())
    _add(found, "months", result.months)
    _add(found, "values", result.values)
    for name in sorted(result.people):
        _add(found, f"people.{name}", result.people[name])
    return found.hexdigest()


def as_text(value: object) -> str:
    """As the store keeps it: a number of NumPy and the same number of Python are one, and no digit is lost."""
    return json.dumps(value, default=dict)


def _add(found: hashlib._Hash, name: str, array: NDArray[np.generic]) -> None:
    found.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
    found.update(array.tobytes())
