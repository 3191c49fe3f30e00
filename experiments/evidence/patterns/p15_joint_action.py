"""Pattern 15: growth goes with joint action, more with vertical ties than with horizontal ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
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


PATTERN = Pattern(
    id="p15",
    title="Growth goes with joint action, and that is uneven",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "rank correlation of exporters' sales with an index of co-operation, vertical and horizontal",
            "performance goes with cooperation (Sialkot, Guadalajara)",
            Band(low=0.0),
            "a sign",
            with_cooperation,
        ),
        Statistic(
            "correlation with the tie to the buyer less that with giving",
            "vertical ties matter most",
            Band(low=0.0),
            "a sign",
            vertical_more,
        ),
    ),
    ablation=Ablation(
        "Buyers prefer suppliers with strong ties, ties follow what is traded, the facility serves who gives, and "
        "members buy, take orders and bear losses together and learn sooner how to meet a standard, by parameters: "
        "all at 0.",
        {
            "preference_tie": 0.0,
            "tie_trade": 0.0,
            "own_use": 0.0,
            "joint_buying": 0.0,
            "joint_pooling": 0.0,
            "joint_relief": 0.0,
            "standard_know_how": 0.0,
        },
    ),
    source="nadvi1999; visser1999",
    strength="B",
    remedy="Luck in growth swamps what giving does (its rank correlation with sales is .9).",
    restated="The first statistic was the correlation with giving alone, the horizontal side, where the test asks for "
    "a firm's index of co-operation, vertical and horizontal. Giving alone still does not go with sales (-.04, -.08 to "
    ".01, 24 seeds): the facility grows by 3 % under the standard and wears down again, and what members save by it is "
    "measured against the base. Giving would have to bring orders, as where buyers have a least order that members "
    "meet together, and none was read.",
)
