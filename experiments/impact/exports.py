"""Results in the forms that other toolkits take: SALib's and the EMA Workbench's. Neither is needed for them."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Outcomes: TypeAlias = dict[str, NDArray[np.float64]]
Salib: TypeAlias = tuple[dict[str, object], NDArray[np.float64], Outcomes]
"""Problem, design (rows, factors), outcomes (rows,) by name."""
Ema: TypeAlias = tuple[pd.DataFrame, Outcomes]
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
    values: Sequence[Mapping[str, object]],
    seeds: Sequence[int] | NDArray[np.integer] | None = None,
    package: Sequence[str] = (),
) -> pd.DataFrame:
    """The experiments: a column a term or input, then seed, scenario, policy and model, as the workbench has them.

    `policy` is the package by its policies' names, the same in every row unless packages are what is varied: the
    values of terms stand in columns of their own, and one more column that repeats them would take a part of what
    they explain.
    """
    table = pd.DataFrame(list(values))
    if seeds is not None:
        table["seed"] = np.asarray(seeds)
    table["scenario"] = np.arange(len(table))
    named = table.pop("policy") if "policy" in table else "+".join(package) or "none"
    table["policy"] = named
    table["model"] = "poverty_nodes"
    return table.astype({"policy": "category", "model": "category"})


def known_to_workbench(outcomes: Outcomes) -> Outcomes:
    """The same outcomes, entered in the workbench's register of names if it is installed.

    Its `save_results` asks that register how each outcome is written, and knows none that it has not run itself.
    """
    if find_spec("ema_workbench") is None:
        return outcomes
    with warnings.catch_warnings():
        # It warns of each library of its own choice that is not there; that is not for our reader.
        warnings.simplefilter("ignore", UserWarning)
        from ema_workbench.em_framework.outcomes import ArrayOutcome, ScalarOutcome, register

    for name, values in outcomes.items():
        # One name may be a number in a sweep and a path in a comparison: the table handed over last is what holds.
        register.outcomes.pop(name, None)
        ScalarOutcome(name) if values.ndim == 1 else ArrayOutcome(name)
    return outcomes
