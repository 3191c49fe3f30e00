"""Outside incomes, local services paid out of last month's spending, consumption and saving."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    LOCAL_SPENDING,
    OTHER_SPENDING,
    OUTSIDE_INCOME,
    SERVICES_INCOME,
    new_flows,
)
from poverty_nodes.model.phases.people import households as phase
from poverty_nodes.model.phases.people import local_services
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.model.village import (
    REGULAR,
    Dollars,
    Row,
    Table,
    households,
    parameters,
    places,
    workers,
)

GIVEN = {
    "income_smoothing": 0.5,
    "buffer_speed": 0.1,
    "local_spending": 0.3,
    "local_ceiling": 400.0,
}


def test_those_outside_share_local_services_by_their_factors() -> None:
    people = workers({"outside_factor": 1.0}, {"outside_factor": 3.0}, {"post": REGULAR})
    homes, flows = households({}, {}, {}), new_flows()
    place = places({"outside_world": 50.0, "services_income": 80.0})
    local_services.outside_incomes(
        people, rows_by_post(people)[1], homes, place, flows, np.zeros(1)
    )
    assert place["outside_pay"][0] == pytest.approx(50.0 + 80.0 / 4.0)
    assert people["earnings"].tolist() == [70.0, 210.0, 0.0]
    assert homes["income"].tolist() == [70.0, 210.0, 0.0]
    assert (flows[SERVICES_INCOME], flows[OUTSIDE_INCOME]) == (80.0, 200.0)
    assert place["services_income"][0] == 0.0


def test_where_nobody_is_outside_local_services_wait() -> None:
    people = workers({"post": REGULAR})
    place, flows = places({"services_income": 80.0}), new_flows()
    local_services.outside_incomes(
        people, rows_by_post(people)[1], households({}), place, flows, np.zeros(1)
    )
    assert place["services_income"][0] == 80.0
    assert not flows.any()


def spent(home: Row, **given: float) -> tuple[np.record, Table, Dollars]:
    """A household after its month, its place and the payments."""
    homes, place, flows = households(home), places({"services": 99.0}), new_flows()
    phase.consume_and_save(homes, place, parameters(**{**GIVEN, **given}), flows)
    before = home.get("savings", 0.0) + home.get("income", 0.0)
    after = homes[0].savings + homes[0].consumption
    assert after == pytest.approx(before)
    assert flows[LOCAL_SPENDING] + flows[OTHER_SPENDING] == pytest.approx(homes[0].consumption)
    return homes[0], place, flows


def test_steady_income_is_spent_and_its_local_part_fills_the_till() -> None:
    steady = {"income": 200.0, "smoothed_income": 200.0, "savings": 300.0, "buffer_months": 1.5}
    home, place, flows = spent({**steady, "size": 4})
    assert home.consumption == pytest.approx(200.0)
    assert home.savings == pytest.approx(300.0)
    assert place["services_income"][0] == place["services"][0] == flows[LOCAL_SPENDING]
    assert flows[LOCAL_SPENDING] == pytest.approx(60.0)


def test_consumption_follows_a_windfall_slowly() -> None:
    home, _, _ = spent({"income": 300.0, "smoothed_income": 200.0})
    assert home.smoothed_income == pytest.approx(250.0)
    assert home.consumption == pytest.approx(250.0)
    assert home.savings == pytest.approx(50.0)


def test_savings_above_the_buffer_are_spent_and_below_it_rebuilt() -> None:
    steady = {"income": 200.0, "smoothed_income": 200.0, "buffer_months": 1.0}
    assert spent({**steady, "savings": 300.0})[0].consumption == pytest.approx(210.0)
    assert spent({**steady, "savings": 100.0})[0].consumption == pytest.approx(190.0)


def test_nobody_spends_more_than_is_at_hand() -> None:
    home, _, _ = spent({"income": 20.0, "smoothed_income": 200.0, "savings": 10.0})
    assert home.consumption == pytest.approx(30.0)
    assert home.savings == pytest.approx(0.0)


def test_the_rich_buy_from_elsewhere() -> None:
    _, place, flows = spent({"income": 2000.0, "smoothed_income": 2000.0, "size": 2})
    assert place["services_income"][0] == pytest.approx(0.3 * 800.0)
    assert flows[OTHER_SPENDING] == pytest.approx(2000.0 - 240.0)


def test_each_place_keeps_its_own_till() -> None:
    homes = households({"place": 0}, {"place": 1}, income=100.0, smoothed_income=100.0)
    place = places({"services_income": 5.0}, {})
    phase.consume_and_save(homes, place, parameters(**GIVEN), new_flows())
    assert place["services_income"].tolist() == [35.0, 30.0]
    assert place["services"].tolist() == [30.0, 30.0]
