"""From what one respondent wrote to weights, by the method of asking; None, with problems, if that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from poverty_nodes.experiments.capabilities.elicited.best_worst_method import best_worst
from poverty_nodes.experiments.capabilities.elicited.comparisons import (
    INCONSISTENT,
    principal_weights,
)
from poverty_nodes.experiments.capabilities.elicited.elicited import Numbers
from poverty_nodes.experiments.capabilities.elicited.respondent import Respondent


def _points(who: Respondent) -> Numbers | None:
    found = who.columns({"points": 0.0})
    if found is None:
        return None
    if not found.sum() > 0:
        who.refuse("gives no points at all", "points above 0")
        return None
    return np.asarray(found[0] / found.sum())


def _best_worst(who: Respondent) -> Numbers | None:
    found = who.columns({"best_over": 1.0, "over_worst": 1.0})
    if found is None:
        return None
    for column, values in zip(("best_over", "over_worst"), found, strict=True):
        if not (values == 1.0).any():
            who.refuse(f"{column} is nowhere 1", "1 for the best, or the worst, itself")
    if who.problems:
        return None
    weights, xi = best_worst(*(list(each) for each in found))
    if xi > INCONSISTENT:
        who.notes.append(f"{who.where} contradicts itself (xi {xi:.2f}).")
    return weights


def _pairs(who: Respondent) -> Numbers | None:
    count = len(who.indicators)
    matrix = np.full((count, count), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for row in who.rows:
        times = who.number(row, "times", 1e-6)
        pair = [row[1][name] for name in ("first", "second")]
        if who.problems or any(name not in who.indicators for name in pair):
            return None
        i, j = (who.indicators.index(name) for name in pair)
        if np.isfinite(matrix[i, j]):
            who.refuse("is a pair that stands twice, or no pair", "each pair once", row[0])
        matrix[i, j], matrix[j, i] = times, 1 / times
    for i, j in np.argwhere(np.isnan(np.triu(matrix))):
        left = f"does not compare {who.indicators[i]} with {who.indicators[j]}"
        who.refuse(left, "a row for each pair")
    if who.problems:
        return None
    weights, _, ratio = principal_weights(matrix)
    if ratio > INCONSISTENT:
        who.notes.append(
            f"{who.where} contradicts itself (consistency ratio {ratio:.2f}, above {INCONSISTENT})."
        )
    return weights


def _ranks(who: Respondent) -> Numbers | None:
    """The order of the indicators by their numbers, the most important first."""
    ranks = [who.number(row, "rank", 1.0) for row in who.rows]
    names = [row["indicator"] for _, row in who.rows]
    if len(set(names)) < len(names) or len(set(ranks)) < len(ranks):
        who.refuse("has an indicator or a rank twice", "a rank of its own for each")
    if len(names) < 2:
        who.refuse("ranks fewer than two indicators", "two or more")
    if who.problems or any(name not in who.indicators for name in names):
        return None
    order = [who.indicators.index(names[place]) for place in np.argsort(ranks)]
    return np.array(order, dtype=np.float64)


BY_METHOD: Mapping[str, Callable[[Respondent], Numbers | None]] = {
    "points": _points,
    "rank": _ranks,
    "best_worst": _best_worst,
    "pairs": _pairs,
}
