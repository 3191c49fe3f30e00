"""Clusters ranked by what is at stake, with how sure the rank is, and kinds of clusters after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.identify.components import AMONG_ALL, COMPONENTS, KEYS, scores
from poverty_nodes.experiments.identify.draws import Drawn
from poverty_nodes.experiments.identify.kinds import HIGH, kind_of, with_poverty
from poverty_nodes.experiments.identify.reasons import reason
from poverty_nodes.experiments.impact.interval import ends_of
from poverty_nodes.scenarios.archetypes import archetypes, likenesses

INTERVAL = (2.5, 97.5)
WEIGHTS_BY = 2.0
"""Factor by which each weight is moved at most, up or down, where weights are varied too."""
SEED = 20040101


@dataclass(frozen=True)
class Ranking:
    """`clusters`: a row each, in order of rank; `archetypes`: a row each; `draws` of the score (clusters, draws).

    `failures`: a row for each draw that gave no possible town (cluster, draw, message).
    """

    clusters: pd.DataFrame
    archetypes: pd.DataFrame
    draws: NDArray[np.float64]
    failures: pd.DataFrame

    @property
    def failed(self) -> int:
        """How many draws gave no possible town."""
        return len(self.failures)


def rank(drawn: Sequence[Drawn], weights: Mapping[str, float]) -> Ranking:
    """Rank clusters by their score at their own values; intervals over the draws."""
    common = min(len(each.draws) for each in drawn)
    value = scores(np.array([each.value for each in drawn]), weights)
    table = np.array([each.draws[:common] for each in drawn])
    over = scores(table, weights)
    varied = scores(table, _varied(weights, common))
    order = np.argsort(-value, kind="stable")
    rows = [
        _row(place, drawn[at], float(value[at]), over[at], _ranks(over)[at], _ranks(varied)[at])
        for place, at in enumerate(order, start=1)
    ]
    clusters = pd.DataFrame(rows)
    clusters["reason"] = [reason(row, clusters) for _, row in clusters.iterrows()]
    return Ranking(clusters, _archetypes(drawn, value, over), over[order], _failures(drawn))


def _failures(drawn: Sequence[Drawn]) -> pd.DataFrame:
    rows = [
        (each.cluster.cluster.id, number, message)
        for each in drawn
        for number, message in each.failures
    ]
    return pd.DataFrame(rows, columns=["cluster", "draw", "message"])


def _row(
    place: int,
    drawn: Drawn,
    value: float,
    over: NDArray[np.float64],
    ranks: NDArray[np.int64],
    varied: NDArray[np.int64],
) -> dict[str, object]:
    cluster = drawn.cluster
    own = dict(zip(KEYS, (float(each) for each in drawn.value), strict=True))
    low, high = _ends(over, value)
    head = KEYS.index("headcount")
    ends = {
        f"{key}_{end}": at if len(over) else own[key]
        for k, key in enumerate(KEYS)
        if key in ("headcount", "gap", "poor")
        for end, at in zip(("low", "high"), ends_of(drawn.draws[:, k]), strict=True)
    }
    return {
        **{"rank": place, "cluster": cluster.cluster.id, "phase": cluster.cluster.phase},
        **{"score": value, "low": low, "high": high},
        **own,
        "reason": "",
        "kind": with_poverty(kind_of(cluster), own["headcount"]),
        "high_poverty": float((drawn.draws[:, head] >= HIGH).mean()) if len(over) else np.nan,
        "archetype": likenesses(cluster)[0].archetype,
        "rank_low": int(np.percentile(ranks, INTERVAL[0], method="lower")),
        "rank_high": int(np.percentile(ranks, INTERVAL[1], method="higher")),
        "rank_low_if_weights_vary": int(np.percentile(varied, INTERVAL[0], method="lower")),
        "rank_high_if_weights_vary": int(np.percentile(varied, INTERVAL[1], method="higher")),
        **ends,
        "title": cluster.cluster.title,
        "assumed": cluster.provenance()["assumed"],
        AMONG_ALL: drawn.among_all,
    }


def _ends(over: NDArray[np.float64], value: float) -> tuple[float, float]:
    low, high = ends_of(over) if len(over) else (value, value)
    return float(min(low, value)), float(max(high, value))


def _ranks(over: NDArray[np.float64]) -> NDArray[np.int64]:
    """Ranks (clusters, draws), 1 the highest score of a draw."""
    order = np.argsort(-over, axis=0, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, len(over) + 1)[:, None], axis=0)
    return ranks


def _varied(weights: Mapping[str, float], draws: int) -> NDArray[np.float64]:
    """Weights (draws, 8), each moved by a factor between one half and two, even on the logarithm."""
    own = np.array([weights.get(each.key, each.weight) for each in COMPONENTS])
    moves = np.random.default_rng(SEED).uniform(-1.0, 1.0, (draws, len(own)))
    moved: NDArray[np.float64] = own * WEIGHTS_BY**moves
    return moved


def _archetypes(
    drawn: Sequence[Drawn], value: NDArray[np.float64], over: NDArray[np.float64]
) -> pd.DataFrame:
    """Each archetype's score: the mean over the clusters that are likest to it, its interval over the draws."""
    likest = [likenesses(each.cluster)[0].archetype for each in drawn]
    rows = []
    for name, archetype in archetypes().items():
        mine = [at for at, each in enumerate(likest) if each == name]
        if not mine:
            continue
        mean = float(value[mine].mean())
        low, high = _ends(over[mine].mean(axis=0), mean)
        poor = float(np.mean([drawn[at].value[KEYS.index("headcount")] for at in mine]))
        rows.append(
            {
                **{"archetype": name, "score": mean, "low": low, "high": high, "headcount": poor},
                "clusters": ", ".join(drawn[at].cluster.cluster.id for at in mine),
                "titles": "; ".join(drawn[at].cluster.cluster.title for at in mine),
                "title": archetype.title,
            }
        )
    found = pd.DataFrame(rows).sort_values("score", ascending=False, kind="stable")
    found.insert(0, "rank", range(1, len(found) + 1))
    return found.reset_index(drop=True)
