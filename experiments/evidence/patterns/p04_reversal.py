"""Pattern 4: specialised export clusters reverse when a rival enters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.model.shocks import RivalEntry

MONTHS = 132
RIVAL = RivalEntry(start=12, ramp=59, price_fall=0.2)
"""The case of conf/shock/rival_entry.yaml: a fifth cheaper within five years."""
MULTI = (("chain.export_share", 0.36),)
"""Half of the sales of exporters abroad that the real cluster has; the rest at home."""


def world(hit: bool, multi: bool) -> World:
    """Sinos with or without the rival, with one market or two."""
    shocks = (RIVAL,) if hit else ()
    return World("sinos_footwear", MONTHS, shocks=shocks, changes=MULTI if multi else ())


def loss(laboratory: Laboratory, multi: bool) -> NDArray[np.float64]:
    """Share of jobs lost ten years after the rival began, against the same world without it."""
    hit, spared = (
        laboratory.read(
            world(each, multi), lambda life: float(life.path("employment")[-12:].mean())
        )
        for each in (True, False)
    )
    return 1.0 - hit / spared


def loss_of_one_market(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of jobs lost where exports are nearly all."""
    return loss(laboratory, multi=False)


def difference(laboratory: Laboratory) -> NDArray[np.float64]:
    """How much more a single-market cluster loses than one with two markets, share of jobs."""
    return loss(laboratory, multi=False) - loss(laboratory, multi=True)


PATTERN = pattern("patterns/p04", (loss_of_one_market, difference))
