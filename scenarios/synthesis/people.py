"""Households and their adults: who lives in a place, before anybody has a job."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.household import HOUSEHOLD
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.population.worker import WORKER
from poverty_nodes.model.rules.outside_income import income_shock, spread_for_life
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.figures import Figures, PlaceFigures
from poverty_nodes.scenarios.synthesis.table_draws import Chance

Table = NDArray[np.void]
PLACE_STEP = 10_000_000
"""Identities of place p start at p times this, so that one more household moves no identity elsewhere."""
SKILLED_RESERVE = 1.7
"""Skilled adults who own no firm for each skilled post: some are between posts or in other trades (judged)."""
ADULTS_AT_MOST = 32
"""Adults of a household at most: an adult's identity is the household's times this, plus its place in the household."""


def make_people(
    cluster: ClusterDescription, figures: Figures, place: PlaceFigures, p: np.record, chance: Chance
) -> tuple[Table, Table]:
    """Households and adults of one place; rows of workers stand in the order of their households."""
    owners = int(place.firms.sum())
    posts = place.heads(figures.posts)
    wanted = (posts.sum() + owners) / cluster.workers.sector_share.value
    mean_adults = cluster.households.adults.value
    n = max(round(wanted / mean_adults), 1)
    households = new_table(HOUSEHOLD, n)
    households["id"] = place.code * PLACE_STEP + np.arange(n)
    households["place"] = place.code
    households["adults"] = 1 + chance.count(by.ADULTS, households["id"], mean_adults - 1.0)
    dependants = max(cluster.households.size.value - mean_adults, 0.0)
    households["size"] = households["adults"] + chance.count(
        by.DEPENDANTS, households["id"], dependants
    )
    households["first_worker"] = np.concatenate([[0], np.cumsum(households["adults"])[:-1]])
    spread = chance.normal(by.BUFFER, households["id"])
    households["buffer_months"] = cluster.households.savings_months.value * np.exp(0.9 * spread)
    return households, _adults(cluster, households, posts, owners, figures, p, chance)


def _adults(
    cluster: ClusterDescription,
    households: Table,
    posts: NDArray[np.float64],
    owners: int,
    figures: Figures,
    p: np.record,
    chance: Chance,
) -> Table:
    home = np.repeat(np.arange(len(households)), households["adults"])
    workers = new_table(WORKER, len(home))
    place = int(households["place"][0])
    # An adult's identity hangs on the household's, not on a running count.
    order = np.arange(len(home)) - households["first_worker"][home]
    ids = households["id"][home] * ADULTS_AT_MOST + order
    workers["id"] = ids
    workers["household"] = home
    workers["place"] = place
    workers["employer"] = -1
    workers["gender"] = chance.uniform(by.GENDER, ids) < 0.5
    minority = chance.flags(by.GROUP, households["id"], cluster.workers.minority_population.value)
    workers["social_group"] = minority[home]
    migrant = chance.flags(by.MIGRANT, households["id"], cluster.workers.migrant_share.value)
    workers["migrant"] = migrant[home]
    women = workers["gender"] == 1
    workers["care"][women] = chance.flags(by.CARE, ids[women], cluster.households.care_share.value)
    for gender in (0, 1):
        of = workers["gender"] == gender
        share = figures.women[0] if gender else 1.0 - figures.women[0]
        owning = cluster.firms.women_owners.value
        owning = owners * (owning if gender else 1.0 - owning)
        # Of each household drawn to own a firm the most skilled adult does, and is not there for skilled posts.
        drawn = min(owning / max(len(np.unique(home[of])), 1), 0.5)
        wanted = SKILLED_RESERVE * posts[0] * share / (1.0 - drawn)
        skilled = min(0.9, wanted / max(of.sum(), 1))
        workers["skill"][of] = chance.flags(by.SKILL, ids[of], skilled)
    workers["age"] = np.floor(180 + 540 * chance.uniform(by.WORKER_AGE, ids)).astype(np.int32)
    workers["ability"] = chance.normal(by.ABILITY, ids)
    z = chance.normal(by.OUTSIDE, ids)
    spread = spread_for_life(p.outside_spread, p.persistent_income_share, p.transitory_income_share)
    factor = np.exp(spread * z - 0.5 * spread**2)
    factor = factor * np.where(women, cluster.workers.outside_women.value, 1.0)
    workers["outside_factor"] = factor * np.where(workers["skill"] == 1, p.skilled_outside, 1.0)
    _give_shocks(workers, p, chance)
    return workers


def _give_shocks(workers: Table, p: np.record, chance: Chance) -> None:
    """Outside incomes at a draw from their long-run distribution."""
    for name, decision, share in (
        ("persistent_shock", by.PERSISTENT_SHOCK, p.persistent_income_share),
        ("transitory_shock", by.TRANSITORY_SHOCK, p.transitory_income_share),
    ):
        if share > 0.0:
            drawn = chance.normal(decision, workers["id"])
            workers[name] = [income_shock(z, p.outside_spread, share) for z in drawn]
