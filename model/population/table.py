"""How a kind of agent is declared: each field once, with its type, unit and meaning."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Field:
    """One state variable of an agent; `unit` is "/1" for a pure number and "code" for a label's position.

    An agent that is added during a run begins with `start`, or, where the field is `copied`, with the value of the
    agent that it copies.
    """

    name: str
    kind: str
    unit: str
    meaning: str
    start: float = 0.0
    copied: bool = False


def record(fields: tuple[Field, ...], near: tuple[str, ...] = ()) -> np.dtype[np.void]:
    """The NumPy dtype of a table of agents; rows read as `firms[f].capital`, compiled or not.

    Fields are laid out widest first, so that no padding is needed and no read is misaligned. Wide ones that are
    `near` stand last among the wide, beside the short ones, so that a pass that reads them fetches less memory.
    """
    names = [field.name for field in fields]
    if len(set(names)) != len(names):
        raise ValueError(f"a field is declared twice among {names}")
    ordered = sorted(fields, key=lambda field: (-np.dtype(field.kind).itemsize, field.name in near))
    return np.dtype(
        (np.record, np.dtype([(field.name, field.kind) for field in ordered], align=True))
    )


def new_table(dtype: np.dtype[np.void], rows: int) -> NDArray[np.void]:
    """A table of so many agents with every field zero."""
    return np.zeros(rows, dtype=dtype)


def blank(dtype: np.dtype[np.void], fields: tuple[Field, ...]) -> NDArray[np.void]:
    """One row with every field as it starts; marks that packages add are neutral at zero."""
    row = new_table(dtype, 1)
    for field in fields:
        row[field.name] = field.start
    return row
