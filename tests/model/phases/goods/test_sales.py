"""Sales, prices, and what firms pay each other along the chain."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    EXPORT_SALES,
    IMPORTED_INPUTS,
    LOCAL_INPUTS,
    LOCAL_SALES,
    PUTOUT_WORK,
    new_flows,
)
from poverty_nodes.model.phases.goods import sales
from tests.model.village import (
    SPECIALIST,
    SUBCONTRACTOR,
    Dollars,
    Table,
    firms,
    instruments,
    parameters,
    places,
    setting,
)

PARAMETERS = {
    "demand_elasticity": 4.0,
    "export_elasticity": 2.0,
    "local_elasticity": 2.0,
    "price_speed": 0.3,
    "patron_share": 0.6,
    "sharing_elasticity": 0.0,
}
EXPORTER = {"putout_share": 0.3, "export_share": 0.75, "buyer": 0}


def chain() -> Table:
    """Two exporters, a subcontractor of each kind of tie, and a specialist, all at base."""
    table = firms(
        {"base_revenue": 3000.0, "base_putout": 450.0, **EXPORTER},
        {"base_revenue": 1000.0, "base_putout": 150.0, **EXPORTER},
        {"base_revenue": 400.0, "tier": SUBCONTRACTOR, "patron": 0},
        {"base_revenue": 200.0, "tier": SUBCONTRACTOR, "patron": -1},
        {"base_revenue": 460.0, "tier": SPECIALIST},
    )
    table["revenue"] = table["base_revenue"]
    table["abroad_part"] = table["export_share"]
    return table


def town(**given: float) -> Table:
    """The place of that chain: inputs are 0.4 of sales, a quarter of them bought at home."""
    bought = {"base_inputs": 1840.0, "local_input_share": 0.25}
    return places({"base_putout": 600.0, "base_final": 4000.0, **bought, **given})


def sold(table: Table, place: Table) -> tuple[Dollars, Dollars]:
    """The month's payments for sales, work put out and inputs."""
    flows = new_flows()
    sales.sell(table, place, parameters(**PARAMETERS), flows)
    return flows, bought(table, place)


def bought(table: Table, place: Table) -> Dollars:
    """The month's payments between firms."""
    flows, pool = new_flows(), np.full((len(place), 3), 7.0)
    case = setting(input_share=0.4)
    sales.pay_suppliers(table, place, parameters(**PARAMETERS), case, instruments(), flows, pool)
    return flows


def test_at_base_sales_are_those_of_the_base_month_and_prices_stand_still() -> None:
    table, place = chain(), town()
    flows, _ = sold(table, place)
    assert table["revenue"].tolist() == table["base_revenue"].tolist()
    assert flows[EXPORT_SALES] == pytest.approx(3000.0)
    assert flows[LOCAL_SALES] == pytest.approx(1000.0)
    for name in ("price_export", "price_local", "price_putout", "price_input", "output", "made"):
        assert place[name][0] == pytest.approx(1.0)
    assert place["exports"][0] == pytest.approx(3000.0)
    assert place["revenue"][0] == pytest.approx(5060.0)


def test_a_rise_in_output_lowers_the_price_and_the_place_notices_in_part() -> None:
    table, place = chain(), town()
    table["output"][:2] = 1.2
    sold(table, place)
    price = 1.2**-0.25
    assert table["revenue"][0] == pytest.approx(3000.0 * 1.2 * price)
    assert place["price_export"][0] == pytest.approx(1.0 + 0.3 * (price - 1.0))
    assert place["price_putout"][0] == pytest.approx(1.0)
    assert place["output"][0] == place["made"][0] == pytest.approx(1.2)


def test_output_is_what_buyers_have_of_it_and_not_a_sum_of_volumes() -> None:
    """Two exporters of one size that make 1.5 and 0.5 times as much leave less of the bundle than two that make 1."""
    table, place = chain(), town()
    table["base_revenue"][:2] = 2000.0
    table["output"][:2] = [1.5, 0.5]
    sold(table, place)
    assert place["output"][0] == pytest.approx(((1.5**0.75 + 0.5**0.75) / 2.0) ** (4.0 / 3.0))
    assert place["output"][0] == pytest.approx(place["made"][0])
    assert place["output"][0] < 1.0


def test_a_firm_counts_in_the_price_of_exports_by_what_is_ordered_from_it() -> None:
    table, place = chain(), town()
    table["base_revenue"][:2] = 2000.0
    table["output"][:2], table["order_weight"][:2] = [2.0, 1.0], [2.0, 0.0]
    sold(table, place)
    assert place["price_export"][0] == pytest.approx(1.0 + 0.3 * (2.0**-0.25 - 1.0))
    both = ((2.0**0.75 + 1.0) / 2.0) ** (-1.0 / 3.0)
    assert place["price_local"][0] == pytest.approx(1.0 + 0.3 * (both - 1.0))


def test_where_nothing_is_ordered_from_abroad_the_price_of_exports_stays() -> None:
    table, place = chain(), town(price_export=1.1)
    table["buyer"][:2], table["output"][:2] = -1, 2.0
    sold(table, place)
    assert place["price_export"][0] == 1.1


def test_exports_are_the_part_of_sales_that_demand_from_abroad_makes_up() -> None:
    """Buyers order twice as much: demand 0.25 + 0.75 x 2 = 1.75, of which 1.5 goes abroad."""
    table, place = chain(), town()
    table["demand"][0], table["abroad_part"][0] = 1.75, 1.5 / 1.75
    flows, _ = sold(table, place)
    assert table["revenue"][0] == pytest.approx(3000.0 * 1.75**0.25)
    abroad = table["revenue"][0] * 1.5 / 1.75 + 750.0
    assert flows[EXPORT_SALES] == pytest.approx(abroad)


def test_a_firm_that_sells_at_home_only_has_no_exports() -> None:
    table = firms({"export_share": 0.0})
    flows, _ = sold(table, places({}))
    assert flows[EXPORT_SALES] == 0.0
    assert flows[LOCAL_SALES] == 1000.0


def test_closed_firms_sell_nothing_and_set_no_price() -> None:
    table = firms({"output": 5.0, "alive": 0})
    place = places({"price_export": 1.1})
    flows, _ = sold(table, place)
    assert not flows.any()
    assert place["price_export"][0] == 1.1


def test_subcontractors_are_paid_in_full_by_those_who_put_work_out() -> None:
    """Sales of 600 are shared 450 to 150, whoever is whose patron."""
    table, place = chain(), town()
    _, between = sold(table, place)
    assert table["putout_cost"][0] == pytest.approx(450.0)
    assert table["putout_cost"][1] == pytest.approx(150.0)
    assert between[PUTOUT_WORK] == pytest.approx(600.0)
    assert table["putout_cost"].sum() == pytest.approx(600.0)


def test_who_puts_out_more_pays_for_more() -> None:
    table, place = chain(), town()
    table["volume_putout"][0] = 2.0
    place["putout"] = (2 * 450.0 + 150.0) / 600.0
    bought_from = bought(table, place)
    assert bought_from[PUTOUT_WORK] == pytest.approx(table["putout_cost"].sum())
    assert table["putout_cost"][0] == pytest.approx(600.0 * 900.0 / 1050.0)


def test_inputs_are_bought_from_specialists_and_abroad() -> None:
    """Inputs are 0.4 of 3000, 1000, 400, 200 = 1840, of which 460 is specialists' sales."""
    table, place = chain(), town()
    _, between = sold(table, place)
    assert table["inputs"][:4].tolist() == pytest.approx([1200.0, 400.0, 160.0, 80.0])
    assert between[LOCAL_INPUTS] == pytest.approx(460.0)
    assert between[IMPORTED_INPUTS] == pytest.approx(1840.0 - 460.0 + 0.4 * 460.0)
    assert place["inputs"][0] == pytest.approx(1.0)


def test_all_that_firms_pay_for_inputs_is_booked() -> None:
    table, place = chain(), town()
    table["output"] = [1.3, 0.7, 1.1, 0.4, 2.0]
    table["demand"] = [0.8, 1.2, 1.0, 1.1, 3.0]
    _, between = sold(table, place)
    booked = between[LOCAL_INPUTS] + between[IMPORTED_INPUTS]
    assert table["inputs"].sum() == pytest.approx(booked)
    assert between[LOCAL_INPUTS] == pytest.approx(table["revenue"][4])


def test_next_months_orders_to_specialists_follow_this_months_needs() -> None:
    table, place = chain(), town()
    table["output"][:4] = [1.5, 1.0, 1.0, 1.0]
    sold(table, place)
    needs = 0.4 * (3000.0 * 1.5**0.75 + 1600.0)
    assert place["inputs"][0] == pytest.approx(needs / 1840.0)


def test_the_same_money_buys_fewer_inputs_where_they_are_dear() -> None:
    table, place = chain(), town(price_input=1.2)
    bought(table, place)
    assert place["inputs"][0] == pytest.approx(1.0 / (1.0 + 0.25 * 0.2))


def test_specialists_whose_customers_have_all_closed_sell_outside_the_place() -> None:
    """Their orders are last month's needs, so that they still sell: somebody must pay."""
    table, place = chain(), town()
    table["alive"][:4] = 0
    _, between = sold(table, place)
    assert between[LOCAL_INPUTS] == 0.0
    assert between[LOCAL_SALES] == pytest.approx(table["revenue"][4])


def test_a_buyer_keeps_part_of_the_price_of_what_is_late() -> None:
    """Half of the order late beyond a tenth: 0.4 x 0.5 of the price of the part sold abroad."""
    paid = []
    for penalty in (0.0, 0.5):
        table, flows = chain()[:1], new_flows()
        table["output"], table["planned_output"] = 0.5, 1.0
        sales.sell(table, town(), parameters(**PARAMETERS, late_penalty=penalty), flows)
        paid.append(float(table["revenue"][0]))
    assert paid[1] == pytest.approx(paid[0] * (1.0 - 0.75 * 0.2))
