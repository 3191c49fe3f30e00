"""The figures of a cluster as the model needs them: dollars of 2021, heads at scale, shares by tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import GOVERNANCE
from poverty_nodes.scenarios.description.cluster import BuyerDescription, ClusterDescription
from poverty_nodes.scenarios.prices import to_dollars

TIERS = ("exporter", "subcontractor", "specialist")
POSTS = ("skilled_regular", "regular", "casual", "homework")


@dataclass(frozen=True)
class PlaceFigures:
    """One place at scale. Arrays by tier are (3,), by post (4,), posts by tier (3, 4); money is $/month."""

    code: int
    firms: NDArray[np.int64]
    mean_workers: NDArray[np.float64]
    wages: NDArray[np.float64]
    outside_pay: float
    export_share: float

    def heads(self, posts: NDArray[np.float64]) -> NDArray[np.float64]:
        """Posts of the place by kind (4,), given shares by tier (3, 4)."""
        return (self.firms * self.mean_workers) @ posts


class BuyerFigures(NamedTuple):
    """One buyer: code of its governance, share of orders, volatility in log points, least order in workers (0 none)."""

    governance: int
    share: float
    volatility: float
    minimum_order: float


@dataclass(frozen=True)
class Figures:
    """All that the synthesis reads of a description; shares, ratios and spreads are pure numbers."""

    places: tuple[PlaceFigures, ...]
    posts: NDArray[np.float64]
    women: NDArray[np.float64]
    minority: NDArray[np.float64]
    size_spread: NDArray[np.float64]
    formal_share: NDArray[np.float64]
    own_rate: NDArray[np.float64]
    buyers: tuple[BuyerFigures, ...]


def read_figures(cluster: ClusterDescription, scale: float) -> Figures:
    """The figures of a cluster and its comparator at a scale (simulated persons a real one)."""
    firms, workers = cluster.firms, cluster.workers
    regular = to_dollars(workers.regular_wage.value, workers.regular_wage.year, cluster.money)
    casual = regular * workers.casual_ratio.value
    wages = np.array(
        [regular * workers.skilled_ratio.value, regular, casual, casual * workers.home_ratio.value]
    )
    outside = regular * workers.outside_ratio.value
    posts = np.array([[getattr(getattr(workers.posts, t), k).value for k in POSTS] for t in TIERS])
    mean = np.array([getattr(firms.mean_workers, t).value for t in TIERS])
    share = np.array([getattr(firms.tier_share, t).value for t in TIERS])
    there = cluster.places.dispersed
    far_mean = np.maximum(mean * there.size_ratio.value, 1.0)
    far_share = share * np.array([1.0, 1.0, there.specialist_ratio.value])
    far_share = far_share / far_share.sum()
    far_total = there.workers.value / float(far_share @ far_mean)
    export = cluster.chain.export_share.value
    return Figures(
        places=(
            _place(0, firms.total.value * scale * share, mean, wages, outside, export),
            _place(
                1,
                far_total * scale * far_share,
                far_mean,
                wages * there.wage_ratio.value,
                outside * there.outside_ratio.value,
                export * there.export_ratio.value,
            ),
        ),
        posts=posts,
        women=np.array([getattr(workers.women, k).value for k in POSTS]),
        minority=np.array([getattr(workers.minority, k).value for k in POSTS]),
        size_spread=np.array([getattr(firms.size_spread, t).value for t in TIERS]),
        formal_share=np.array([getattr(firms.formal_share, t).value for t in TIERS]),
        own_rate=np.array([getattr(firms.own_rate, t).value for t in TIERS]),
        buyers=tuple(_buyer(each) for each in cluster.chain.buyers),
    )


def _buyer(told: BuyerDescription) -> BuyerFigures:
    return BuyerFigures(
        GOVERNANCE.index(told.governance),
        told.share.value,
        told.volatility.value,
        told.minimum_order.value if told.minimum_order else 0.0,
    )


def _place(
    code: int,
    firms: NDArray[np.float64],
    mean: NDArray[np.float64],
    wages: NDArray[np.float64],
    outside: float,
    export: float,
) -> PlaceFigures:
    # A tier that the description has is there at every scale, and one that it has not at none.
    whole = np.where(firms > 0.0, np.maximum(np.rint(firms), 1), 0).astype(np.int64)
    # Rounding the number of firms must not change the number of workers that they stand for.
    return PlaceFigures(code, whole, mean * firms / np.maximum(whole, 1), wages, outside, export)
