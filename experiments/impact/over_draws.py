"""Acceptability over draws of the inputs: chance and unknown inputs together, a run a draw and seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.acceptability import acceptability_table
from poverty_nodes.experiments.impact.cost import delivery
from poverty_nodes.model.measures.groups_at_base import Numbers

if TYPE_CHECKING:
    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.model.result import RunResult


DRAWS = "draws"
"""What the rows of acceptability.csv are over that have the inputs drawn."""


def over_draws(drawn: Runs, policies: Sequence[str], line: float, scenario: str) -> pd.DataFrame:
    """The rows of acceptability.csv over the runs of all draws; empty if these do not measure the whole cluster.

    Draws keep monthly measures and no persons, so only a dollar of poverty gap closed has a curve. `line` is dollars
    a person a month.
    """
    found = [
        (*_costs(enacted, policies), _shortfall(without, line) - _shortfall(enacted, line))
        for without, enacted in _pairs(drawn)
        if "all" in without.groups
    ]
    if not found or not policies:
        return acceptability_table({}, {}, DRAWS, scenario)
    spent, everybody, closed = np.array(found).T
    costs = {"spent": spent, "all_payers": everybody}
    return acceptability_table(costs, {"gap_dollar_closed": closed}, DRAWS, scenario)


def _pairs(drawn: Runs) -> Iterator[tuple[RunResult, RunResult]]:
    for draw in dict.fromkeys(draw for _, draw, _ in drawn.keys):
        for _, without, enacted in drawn.pairs(draw=draw):
            yield without, enacted


def _costs(result: RunResult, policies: Sequence[str]) -> tuple[float, float]:
    books: Numbers = delivery(result.programme, policies)
    return float(books[:, 0].sum()), float(books[:, :3].sum())


def _shortfall(result: RunResult, line: float) -> float:
    """Dollars of poverty gap over all months after the base month."""
    gap = np.nan_to_num(result.series("people") * result.series("P1") * line)
    return float((gap * np.diff(result.months, prepend=result.months[:1])).sum())
