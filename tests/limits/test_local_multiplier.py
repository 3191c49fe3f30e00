"""A dollar that comes from outside is earned again by those who sell to the one who spends it."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import OUTSIDE_INCOME, SERVICES_INCOME, new_flows
from poverty_nodes.model.phases.people import households as phase
from poverty_nodes.model.phases.people import local_services
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.limits.still_village import still_village
from tests.model.village import Dollars, Table, households, parameters, places, workers
from tests.small_economy import live

LAMBDA = 0.3


def settled(world: float, share: float = LAMBDA, ceiling: float = 1e9) -> tuple[Table, Dollars]:
    """Ten people outside the sector, each with so many dollars from the world, after a long time."""
    people, homes = workers(*[{}] * 10), households(*[{}] * 10)
    place, weight = places({"outside_world": world}), np.zeros(1)
    p = parameters(local_spending=share, local_ceiling=ceiling, income_smoothing=1.0)
    for _ in range(200):
        flows = new_flows()
        homes["income"] = 0.0
        local_services.outside_incomes(people, rows_by_post(people)[1], homes, place, flows, weight)
        phase.consume_and_save(homes, place, p, flows)
    return homes, flows


@pytest.mark.parametrize("share", [0.0, 0.15, 0.3, 0.6])
def test_income_is_what_comes_from_the_world_over_one_less_the_local_share(share: float) -> None:
    homes, flows = settled(100.0, share)
    assert homes["income"] == pytest.approx(np.full(10, 100.0 / (1.0 - share)))
    assert flows[OUTSIDE_INCOME] == pytest.approx(1000.0)
    assert flows[SERVICES_INCOME] == pytest.approx(1000.0 * share / (1.0 - share))


def test_one_more_dollar_is_multiplied() -> None:
    extra = settled(101.0)[0]["income"].sum() - settled(100.0)[0]["income"].sum()
    assert extra / 10.0 == pytest.approx(1.0 / (1.0 - LAMBDA))


def test_above_the_ceiling_a_dollar_leaves_the_place() -> None:
    extra = settled(1001.0, ceiling=400.0)[0]["income"].sum()
    extra -= settled(1000.0, ceiling=400.0)[0]["income"].sum()
    assert extra / 10.0 == pytest.approx(1.0)


def test_outside_income_in_the_still_village_is_multiplied_too() -> None:
    """Posts and wages stand still, so the chain is that of households alone."""
    share = 0.2
    plain, richer = (still_village(local_spending=share, income_smoothing=1.0) for _ in range(2))
    richer.places["outside_world"] += 1.0
    live(plain, 300), live(richer, 300)
    outside = (plain.workers["post"] == 0).sum()
    extra = richer.households["income"].sum() - plain.households["income"].sum()
    assert extra / outside == pytest.approx(1.0 / (1.0 - share), rel=1e-6)
