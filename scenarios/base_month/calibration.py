"""What calibration finds for a cluster: numbers that make the base month stationary, never reported as results."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

LEVELS = (
    "price_export",
    "price_local",
    "price_putout",
    "price_input",
    "putout",
    "inputs",
    "capital_level",
)
"""Columns of `levels`: fields of a place that rest away from one because effects of chance are not symmetric."""
PLACES = 2
"""Places of an economy: the cluster and its dispersed comparator."""
SHAPES: dict[str, tuple[int, ...]] = {
    "access": (4, 2, 2),
    "post_scale": (4,),
    "labour_scale": (),
    "demand_scale": (3,),
    "entry_scale": (),
    "exit_scale": (),
    "pace_scale": (3, 3),
    "productivity_drift": (3,),
    "levels": (len(LEVELS),),
    "base_slack": (),
}
"""What is solved, and its shape for one place; arrays have the places as their first dimension."""
ARRAYS = tuple(SHAPES)


class NotAtRestError(ValueError):
    """What was solved is no economy at rest: an array of another shape, or one that holds what is no finite number."""


@dataclass(frozen=True)
class Calibration:
    """Solved for one cluster, one set of parameters and one scale.

    `access` (places, 4, 2, 2): chance that an offer of a kind of post reaches a person, by gender and group.
    `post_scale` (places, 4): posts opened for each post wanted, so that filled posts meet the target. `labour_scale`
    (places,): labour units that a base workforce really has, over its plan. `demand_scale` (places, 3): final demand,
    work put out and specialists' work for which firms want their base posts on average, because effects of chance are
    not symmetric. `entry_scale` (places,): scale of founding that makes entries meet exits. `exit_scale` (places,):
    correction of the hazard of closing for such effects and for firms that cannot pay. `pace_scale` (places, 3, 3):
    chance to upgrade, by tier and kind of step (process, product, function), that cash and new machines allow on
    average over what it would be with cash at its target and machines replaced. `productivity_drift` (places, 3): how
    fast closings of less productive firms raise the mean persistent productivity of a tier, log units a month. `levels`
    (places, 7): where prices and volumes between firms rest, so that month 0 starts there: the price indices of
    exports, the home market, work put out and inputs; volumes of work put out and of inputs; capital over its base.
    `base_slack` (places,): share of adults without a post in the sector. `spread` is the largest gap left between a
    target and what came out, as a share.
    """

    access: NDArray[np.float64]
    post_scale: NDArray[np.float64]
    labour_scale: NDArray[np.float64]
    demand_scale: NDArray[np.float64]
    entry_scale: NDArray[np.float64]
    exit_scale: NDArray[np.float64]
    pace_scale: NDArray[np.float64]
    productivity_drift: NDArray[np.float64]
    levels: NDArray[np.float64]
    base_slack: NDArray[np.float64]
    spread: float = 0.0
    rounds: int = 0
    history: tuple[dict[str, float], ...] = field(default=())

    def check(self, places: int = PLACES) -> None:
        """NotAtRestError unless every array has the shape it has for so many places, and all numbers are finite."""
        for name, per_place in SHAPES.items():
            array = getattr(self, name)
            if array.shape != (places, *per_place):
                raise NotAtRestError(
                    f"{name} of a solved base month has shape {array.shape}, not {(places, *per_place)}"
                )
            if not np.isfinite(array).all():
                raise NotAtRestError(f"{name} of a solved base month is not finite")


def first_guess(places: int) -> Calibration:
    """Before anything is solved: offers reach everybody, every post is filled."""
    return Calibration(
        access=np.ones((places, 4, 2, 2)),
        post_scale=np.ones((places, 4)),
        labour_scale=np.ones(places),
        demand_scale=np.ones((places, 3)),
        entry_scale=np.full(places, 0.004),
        exit_scale=np.ones(places),
        pace_scale=np.ones((places, 3, 3)),
        productivity_drift=np.zeros((places, 3)),
        levels=np.ones((places, len(LEVELS))),
        base_slack=np.full(places, 0.6),
    )
