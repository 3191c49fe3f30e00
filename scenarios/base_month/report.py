"""Targets of the base month against what came out of the synthesis, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis.figures import read_figures

TITLES = ("skilled regular", "regular", "casual", "home work")


@dataclass(frozen=True)
class TargetRow:
    """One line of the report; `note` says what the target is worth."""

    name: str
    target: float
    came_out: float
    unit: str
    note: str = ""


def target_rows(
    cluster: ClusterDescription, scale: float, found: Sequence[Mapping[str, float]]
) -> tuple[TargetRow, ...]:
    """Rows for what `came_out` of some populations of a cluster, their mean against the targets, at the real scale.

    NaN for who holds a kind of post that nobody holds in any of them, as in very small towns.
    """
    mean = {name: _mean(np.array([each[name] for each in found])) for name in found[0]}
    return tuple(
        TargetRow(name, target, mean[name], unit, note)
        for name, target, unit, note in _targets(cluster, scale)
    )


def _targets(c: ClusterDescription, scale: float) -> Iterator[tuple[str, float, str, str]]:
    figures = read_figures(c, scale)
    place = figures.places[0]
    posts = place.heads(figures.posts) / scale
    yield "firms", c.firms.total.value, "firms", "given"
    yield (
        "workers",
        c.workers.total.value,
        "persons",
        "given; posts are solved for by the stationary solver",
    )
    for k, title in enumerate(TITLES):
        yield f"workers in {title}", posts[k], "persons", "given by tier"
    for k, title in enumerate(TITLES):
        yield f"women in {title}", 100 * figures.women[k], "%", "given; offers are solved for"
    for k, title in enumerate(TITLES):
        yield f"minority in {title}", 100 * figures.minority[k], "%", "given; offers are solved for"
    for k, title in enumerate(TITLES):
        note = "given; firms' premiums and women's gap move the mean"
        yield f"mean pay in {title}", place.wages[k], "$ a month", note
    yield "sector's share of adults", 100 * c.workers.sector_share.value, "%", "given"
    yield "persons per household", c.households.size.value, "persons", "given"
    yield (
        "work put out",
        100 * c.chain.putout_share.value,
        "% of exporters' output",
        ("not a target: follows from the workers of each tier"),
    )


def came_out(state: State) -> Iterator[tuple[str, float]]:
    """Name and figure of each row of the report, at the real scale."""
    each = 1.0 / state.scale
    w = state.workers[state.workers["place"] == 0]
    f = state.firms[(state.firms["place"] == 0) & (state.firms["alive"] == 1)]
    h = state.households[state.households["place"] == 0]
    at_work = (w["post"] > 0) & (w["post"] < 5)
    yield "firms", len(f) * each
    yield "workers", at_work.sum() * each
    for k, title in enumerate(TITLES):
        holders = w[w["post"] == k + 1]
        yield f"workers in {title}", len(holders) * each
        yield f"women in {title}", 100 * _mean(holders["gender"] == 1)
        yield f"minority in {title}", 100 * _mean(holders["social_group"] == 1)
        yield f"mean pay in {title}", _mean(holders["wage"])
    yield "sector's share of adults", 100 * (w["post"] > 0).mean()
    yield "persons per household", h["size"].mean()
    exporters = f["tier"] == 1
    out = f["base_putout"][exporters].sum()
    own = f["base_revenue"][exporters].sum() * (1.0 - state.setting["input_share"][0]) - out
    yield "work put out", 100 * out / (out + own)


def _mean(values: NDArray[np.generic]) -> float:
    """The mean of those that are numbers, NaN of none."""
    known = values[~np.isnan(values.astype(np.float64))]
    return float(known.mean()) if len(known) else float("nan")
