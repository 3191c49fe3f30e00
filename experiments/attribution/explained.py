"""A table of an explanation, and the runs for it that failed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from poverty_nodes.experiments.runs.failure import FailedRun

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.batch import Runs


@dataclass(frozen=True)
class Explained:
    """`table` is over the seeds with all their runs; `failures` are the runs that failed."""

    table: pd.DataFrame
    failures: tuple[FailedRun, ...] = ()


def named_failures(made: Runs, what: str) -> tuple[FailedRun, ...]:
    """The failed runs with labels that say what they were for: "components 101" is that set of them, bit by bit."""
    return tuple(replace(each, scenario=f"{what} {each.scenario}") for each in made.failures)
