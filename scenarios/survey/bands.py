"""Numbers that were asked in bands ("1-5 employees"): only the lower and upper end of each are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.survey.cells import Column
from poverty_nodes.scenarios.survey.mapping import Code, plain
from poverty_nodes.scenarios.survey.number_style import NumberStyle
from poverty_nodes.scenarios.survey.table import and_others

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Banded:
    """Numbers (n,) with the lowest and highest that each can be; NaN where the answer is missing.

    The number itself is the geometric mean of its ends, since small firms and low pay are commoner in a band.
    """

    numbers: Floats
    low: Floats
    high: Floats


def read_bands(
    column: Column,
    empty: NDArray[np.bool_],
    bands: Mapping[Code, list[float]],
    labels: Mapping[str, str],
    style: NumberStyle,
) -> tuple[Banded, list[Problem]]:
    """Read bands; a cell may also hold a plain number, and a cell that is neither is refused."""
    ends = {plain(code): (float(low), float(high)) for code, (low, high) in bands.items()}
    spans = np.full((len(column.cells), 2), np.nan)
    unknown: dict[str, list[int]] = {}
    for at, cell in enumerate(column.cells):
        if empty[at]:
            continue
        key = next(
            (each for each in (plain(cell), plain(labels.get(cell, cell))) if each in ends), None
        )
        number = style.read(cell)
        if key is not None:
            spans[at] = ends[key]
        elif number is not None and number >= column.field.least and plain(cell) not in labels:
            spans[at] = number
        else:
            unknown.setdefault(cell, []).append(column.rows[at])
    low, high = spans[:, 0], spans[:, 1]
    found = Banded(np.where(low > 0, np.sqrt(low * high), (low + high) / 2.0), low, high)
    return found, [
        Problem(
            column.where(rows[0]),
            f"'{cell[:40]}' is no band and no number{and_others(rows)}",
            ", ".join(ends),
            nearest_name(cell, ends),
            f"add it to {column.sheet}.bands.{column.field.name} in map.yaml, or to missing",
        )
        for cell, rows in list(unknown.items())[:20]
    ]
