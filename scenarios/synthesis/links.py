"""Who owns, who buys from whom, and who works for whom along the chain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.parameters.governance_types import TERMS
from poverty_nodes.model.population.buyer import BUYER
from poverty_nodes.model.population.codes import GOVERNANCE, OWNER
from poverty_nodes.model.population.table import new_table
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.figures import Figures
from poverty_nodes.scenarios.synthesis.people import ADULTS_AT_MOST
from poverty_nodes.scenarios.synthesis.table_draws import Chance

Table = NDArray[np.void]
SPARE = 1.5
"""Capacity of a supplier over the least that its buyer asks for, so that a bad month does not cost it the orders."""


def give_owners(
    cluster: ClusterDescription, firms: Table, workers: Table, p: np.record, chance: Chance
) -> None:
    """Each firm gets an owner of the gender and group that the case says: the most skilled such adult of a household.

    Households stand in no order, as when firms are founded later: were the owners of month 0 more skilled than
    founders, those who closed their firms would swell the skilled. No household gets two firms as long as there are
    others, as none founds a second one (model/phases/firms/founders.py).
    """
    order = chance.uniform(by.OWNER_ORDER, workers["id"] // ADULTS_AT_MOST)
    queue = np.lexsort((-workers["skill"].astype(np.int64), order))
    women = chance.flags(by.OWNER_KIND, firms["id"], cluster.firms.women_owners.value)
    minority = chance.flags(by.GROUP, firms["id"], cluster.firms.minority_owners.value)
    for place in np.unique(firms["place"]):
        for gender in (0, 1):
            for group in (0, 1):
                rows = np.flatnonzero(
                    (firms["place"] == place) & (women == gender) & (minority == group)
                )
                fits = (
                    (workers["place"] == place)
                    & (workers["gender"] == gender)
                    & (workers["social_group"] == group)
                    & (workers["post"] == 0)
                )
                chosen = _others_first(queue[fits[queue]], workers)[: len(rows)]
                if len(chosen) < len(rows):
                    raise ValueError(
                        f"place {place} has {len(chosen)} adults who can own {len(rows)} firms "
                        f"(gender {gender}, social group {group}); raise the scale"
                    )
                firms["owner"][rows] = chosen
                firms["household"][rows] = workers["household"][chosen]
                workers["post"][chosen] = OWNER
                workers["employer"][chosen] = rows
    low = (
        chance.flags(by.LOW_PROFIT, firms["id"], cluster.firms.low_profit_lines_women.value) & women
    )
    firms["capital_elasticity"] = np.where(low, p.low_profit_elasticity, p.capital_elasticity)


def _others_first(queue: NDArray[np.int64], workers: Table) -> NDArray[np.int64]:
    """The queue with the first of each household that owns nothing before all others, each part in its order."""
    homes = workers["household"]
    owning = np.unique(homes[workers["post"] == OWNER])
    first = np.zeros(len(queue), dtype=np.bool_)
    first[np.unique(homes[queue], return_index=True)[1]] = True
    behind = ~first | np.isin(homes[queue], owning)
    return queue[np.argsort(behind, kind="stable")]


def terms_of(governance: int, p: np.record) -> dict[str, float]:
    """The terms of a type of governance by name."""
    return {each.name: float(p[f"{GOVERNANCE[governance]}_{each.name}"]) for each in TERMS}


def make_buyers(figures: Figures, p: np.record, chance: Chance) -> Table:
    """One row for each buyer and place, with the defaults of its type of governance."""
    buyers = new_table(BUYER, len(figures.buyers) * len(figures.places))
    row = 0
    for place in figures.places:
        for number, told in enumerate(figures.buyers):
            buyer = buyers[row]
            buyer.id = place.code * 1000 + number
            buyer.place = place.code
            buyer.governance = buyer.base_governance = told.governance
            buyer.volatility = told.volatility
            buyer.minimum_order = told.minimum_order
            buyer.volume = buyer.appeal = 1.0
            default = terms_of(told.governance, p)
            buyer.base_markdown = buyer.markdown = default["markdown"]
            buyer.base_premium = buyer.premium = default["premium"]
            buyer.base_switching = buyer.switching = default["switching"]
            buyer.knowledge_process = default["process"]
            buyer.knowledge_product = default["product"]
            buyer.knowledge_functional = default["functional"]
            buyer.closeness = default["closeness"]
            row += 1
    _set_in_motion(buyers, chance)
    return buyers


def _set_in_motion(buyers: Table, chance: Chance) -> None:
    """Orders of the base month are somewhere on their path already: a draw from the long-run distribution."""
    spread = np.abs(buyers["volatility"])
    buyers["state"] = spread * chance.normal(by.BUYER_STATE, buyers["id"])
    buyers["volume"] = np.exp(buyers["state"] - 0.5 * spread**2)


def link_chain(
    figures: Figures, firms: Table, workers: Table, buyers: Table, p: np.record, chance: Chance
) -> None:
    """Exporters get a main buyer so that buyers' shares of orders hold; subcontractors get a patron."""
    shares = np.array([told.share for told in figures.buyers])
    least = np.array([told.minimum_order for told in figures.buyers])
    alone = firms["base_heads"] / np.maximum(1.0 - firms["putout_share"], 0.05)
    capacity = alone * np.where(firms["member"] == 1, 1.0 + p.joint_pooling, 1.0)
    for place in figures.places:
        exporters = np.flatnonzero((firms["place"] == place.code) & (firms["tier"] == 1))
        fits = capacity[exporters, None] >= SPARE * least
        _share_out(exporters, shares, fits, place.code * len(shares), firms, chance)
        _give_patrons(place.code, exporters, firms, workers, p, chance)
    exported = firms["base_revenue"] * firms["export_share"]
    for b in range(len(buyers)):
        mine = firms["buyer"] == b
        buyers["base_orders"][b] = exported[mine].sum()
        default = terms_of(buyers["governance"][b], p)
        firms["base_tie"][mine] *= default["closeness"]
        firms["tie"][mine] = firms["base_tie"][mine]
        firms["base_price"][mine] = (1.0 + default["premium"] * firms["quality"][mine]) * (
            1.0 - default["markdown"] * (1.0 - firms["functions"][mine])
        )


def _share_out(
    exporters: NDArray[np.int64],
    shares: NDArray[np.float64],
    fits: NDArray[np.bool_],
    first: int,
    firms: Table,
    chance: Chance,
) -> None:
    """Hand exporters to buyers, largest first, each to the buyer that is furthest below its share.

    `fits` (exporters, buyers) says who is large enough for whom; who is so for nobody may come to anyone.
    """
    lot = chance.uniform(by.LINE_OF_BUYER, firms["id"][exporters])
    weight = firms["base_revenue"][exporters] * np.exp(0.3 * (lot - 0.5))
    filled = np.zeros(len(shares))
    for i in np.argsort(-weight, kind="stable"):
        short = filled / shares
        b = int(np.argmin(np.where(fits[i], short, np.inf) if fits[i].any() else short))
        firms["buyer"][exporters[i]] = first + b
        filled[b] += firms["base_revenue"][exporters[i]]


def _give_patrons(
    place: int,
    exporters: NDArray[np.int64],
    firms: Table,
    workers: Table,
    p: np.record,
    chance: Chance,
) -> None:
    """A patron is drawn in proportion to the work it puts out, more often from one's own social group."""
    subcontractors = np.flatnonzero((firms["place"] == place) & (firms["tier"] == 2))
    if len(exporters) == 0 or len(subcontractors) == 0:
        return
    group = workers["social_group"][firms["owner"]]
    draw = chance.uniform(by.PATRON, firms["id"][subcontractors])
    for own in (0, 1):
        rows = subcontractors[group[subcontractors] == own]
        same = group[exporters] == own
        weight = firms["base_putout"][exporters] * np.where(same, p.kin_patron, 1.0)
        steps = np.cumsum(weight) / weight.sum()
        pick = np.searchsorted(steps, draw[group[subcontractors] == own])
        firms["patron"][rows] = exporters[np.minimum(pick, len(exporters) - 1)]
