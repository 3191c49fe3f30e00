"""Pattern 15: growth goes with joint action, more with vertical ties than with horizontal ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import rank_correlation, stayed
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.patterns.quality_shock import MONTHS, SHOCKED
from poverty_nodes.model.state import Table


def _exporters(life: Life) -> Table:
    """Exporters of month 0 that are still there at the end, as they are then."""
    before, after = life.frames[0], life.frames[MONTHS]
    return after.firms[stayed(before, after) & before.living(tier=1)]


def giving(firms: Table) -> NDArray[np.float64]:
    """What firms give to joint action, as shares of their sales: the horizontal side (firms,)."""
    return np.where(firms["member"] == 1, firms["contribution"], 0.0)


def cooperation(firms: Table) -> NDArray[np.float64]:
    """Index of a firm's co-operation (firms,): the mean of its ranks by the tie to its buyer and by giving."""
    from scipy.stats import rankdata

    return 0.5 * (rankdata(firms["tie"]) + rankdata(giving(firms)))


def growth(firms: Table) -> NDArray[np.float64]:
    """Sales as multiples of the base (firms,)."""
    return np.asarray(firms["revenue"] / firms["base_revenue"])


def with_cooperation(laboratory: Laboratory) -> NDArray[np.float64]:
    """Rank correlation of sales with the index of co-operation."""

    def correlation(life: Life) -> float:
        f = _exporters(life)
        return rank_correlation(growth(f), cooperation(f))

    return laboratory.read(SHOCKED, correlation)


def vertical_more(laboratory: Laboratory) -> NDArray[np.float64]:
    """Rank correlation of sales with the tie to the buyer less that with giving."""

    def more(life: Life) -> float:
        f = _exporters(life)
        tie = rank_correlation(growth(f), f["tie"].astype(np.float64))
        return tie - rank_correlation(growth(f), giving(f))

    return laboratory.read(SHOCKED, more)


PATTERN = pattern("patterns/p15", (with_cooperation, vertical_more))
