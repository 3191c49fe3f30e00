"""Results in the forms that other toolkits take: SALib's and the EMA Workbench's. Neither is imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Salib: TypeAlias = tuple[dict[str, object], NDArray[np.float64], dict[str, NDArray[np.float64]]]
"""Problem, design (rows, factors), outcomes (rows,) by name."""
Ema: TypeAlias = tuple[pd.DataFrame, dict[str, NDArray[np.float64]]]
"""Experiments, a row each, and outcomes by name, (rows,) or (rows, months)."""


def problem_of(names: Sequence[str], values: Sequence[Sequence[object]]) -> dict[str, object]:
    """A problem of numbers between the least and the largest that occur; ValueError if one is no number."""
    if not all(isinstance(each, int | float) for row in values for each in row):
        raise ValueError("SALib takes numbers: what is varied here holds names; use to_ema()")
    table = np.array(values, dtype=np.float64)
    bounds = [
        [float(low), float(high)] for low, high in zip(table.min(0), table.max(0), strict=True)
    ]
    return {"num_vars": len(names), "names": list(names), "bounds": bounds}


def experiments_table(
    values: Sequence[Mapping[str, object]], seeds: Sequence[int] | NDArray[np.integer] | None = None
) -> pd.DataFrame:
    """The experiments: a column a lever or input, then seed, scenario, policy and model, as the workbench has them."""
    table = pd.DataFrame(list(values))
    if seeds is not None:
        table["seed"] = np.asarray(seeds)
    levers = [name for name in table if str(name).startswith(("policy", "package"))]
    table["scenario"] = np.arange(len(table))
    table["policy"] = table[levers].astype(str).agg(", ".join, axis=1) if levers else "none"
    table["model"] = "poverty_nodes"
    return table
