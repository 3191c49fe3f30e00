"""Whether two results of a run are the same, bit for bit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.store.digest import TEXTS, as_text
from poverty_nodes.model.result import RunResult


def differences(one: RunResult, other: RunResult) -> list[str]:
    """What differs, by name and with the largest difference of numbers; nothing if every bit is the same."""
    return list(_differences(one, other))


def _differences(one: RunResult, other: RunResult) -> Iterator[str]:
    for name in TEXTS:
        if as_text(getattr(one, name)) != as_text(getattr(other, name)):
            yield name
    yield from _array("months", one.months, other.months)
    yield from _array("values", one.values, other.values)
    for name in sorted({*one.people, *other.people}):
        if name not in one.people or name not in other.people:
            yield f"people.{name} is in one only"
        else:
            yield from _array(f"people.{name}", one.people[name], other.people[name])


def _array(name: str, one: NDArray[np.generic], other: NDArray[np.generic]) -> Iterator[str]:
    if (one.dtype, one.shape) != (other.dtype, other.shape):
        yield f"{name}: {one.dtype} {one.shape} against {other.dtype} {other.shape}"
    elif one.tobytes() != other.tobytes():
        apart = np.abs(one.astype(np.float64) - other.astype(np.float64))
        size = float(np.nanmax(apart)) if not np.isnan(apart).all() else float("nan")
        yield f"{name}: by up to {size:.3g}"
