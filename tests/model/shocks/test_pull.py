"""What a shock does to the instruments of a month, alone and where several meet."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.instruments import INSTRUMENTS, neutral
from poverty_nodes.model.shocks import (
    REGISTRY,
    BuyerLeaves,
    BuyersStandard,
    ChildLabourAgreement,
    ClosureOrder,
    CurrencyCrisis,
    DemandSlump,
    Flood,
    GovernanceChange,
    InputPrice,
    Pandemic,
    RivalEntry,
    Shock,
)

NULL: tuple[Shock, ...] = (
    DemandSlump(orders_lost=0, home_lost=0, duration=5, recovery=3),
    RivalEntry(price_fall=0, ramp=7),
    CurrencyCrisis(rate=1, home_lost=0, recovery=3),
    InputPrice(price=1, ramp=2),
    BuyersStandard(level=0, notice=0, cost=500, buyer="1"),
    ClosureOrder(level=0, notice=2, cost=500),
    ChildLabourAgreement(child_share=0.2, withdrawn=0, homework_moved=0),
    Pandemic(work_lost=0, orders_lost=0, home_lost=0),
    Flood(capital_lost=0, work_lost=0),
    BuyerLeaves(buyer="0", start=600),
    GovernanceChange(buyer="0", ramp=3),
)


def instruments(month: int, *shocks: Shock) -> np.record:
    row = neutral()[0]
    for shock in shocks:
        shock.pull(row, month)
    return row


def moved(month: int, *shocks: Shock) -> dict[str, float]:
    """The instruments that are not neutral."""
    row, rest = instruments(month, *shocks), neutral()[0]
    return {name: row[name] for name in INSTRUMENTS.names or () if row[name] != rest[name]}


@pytest.mark.parametrize("shock", NULL, ids=lambda shock: shock.name)
def test_a_null_shock_leaves_no_trace_in_any_month(shock: Shock) -> None:
    assert all(instruments(month, shock).tobytes() == neutral()[0].tobytes() for month in range(60))


def test_every_kind_has_a_null_shock_here() -> None:
    assert {shock.name for shock in NULL} == set(REGISTRY)


def test_a_slump_lowers_orders_and_home_demand_along_its_path() -> None:
    slump = DemandSlump(orders_lost=0.4, home_lost=0.2, start=5, duration=2, ramp=1)
    assert moved(4, slump) == {}
    assert moved(5, slump) == {"export_orders": 0.8, "home_demand": 0.9}
    assert moved(6, slump) == {"export_orders": 0.6, "home_demand": 0.8}
    assert moved(7, slump) == {}


def test_rivals_undercut_step_by_step() -> None:
    entry = RivalEntry(price_fall=0.2, start=1, ramp=3)
    prices = [instruments(month, entry).rival_price for month in (1, 2, 3, 4, 50)]
    assert prices == pytest.approx([0.95, 0.9, 0.85, 0.8, 0.8])


def test_a_currency_falls_or_rises() -> None:
    assert moved(12, CurrencyCrisis(rate=1.5)) == {"exchange_rate": 1.5}
    assert moved(12, CurrencyCrisis(rate=0.8)) == {"exchange_rate": pytest.approx(0.8)}


def test_a_standard_is_announced_and_then_required_of_the_suppliers_of_one_buyer() -> None:
    standard = BuyersStandard(level=0.6, notice=3, cost=900, start=10, buyer="1")
    assert moved(9, standard) == {}
    announced = {"standard_announced": 0.6, "standard_cost": 900}
    assert moved(12, standard) == announced | {"standard_due": 1}
    required = announced | {"standard_required": 0.6, "standard_buyer": 1}
    assert moved(13, standard) == moved(60, standard) == required


def test_a_closure_order_is_announced_and_then_closes() -> None:
    order = ClosureOrder(level=0.6, notice=3, cost=900, start=10, end=20)
    announced = {"standard_announced": 0.6, "closure_announced": 0.6, "standard_cost": 900}
    assert moved(10, order) == announced | {"standard_due": 3}
    assert moved(13, order) == announced | {"closure_required": 0.6}
    assert moved(21, order) == {}


def test_of_two_standards_the_earlier_deadline_counts() -> None:
    late = BuyersStandard(level=0.6, notice=9, cost=900, start=10)
    soon = ClosureOrder(level=0.4, notice=3, cost=100, start=12)
    both = [moved(13, *pair)["standard_due"] for pair in ((late, soon), (soon, late))]
    assert both == [2, 2]


def test_children_leave_and_home_work_moves_step_by_step() -> None:
    agreement = ChildLabourAgreement(
        child_share=0.2, withdrawn=0.5, homework_moved=0.8, start=1, ramp=1
    )
    assert moved(1, agreement) == {"child_work_barred": 0.05, "homework_moved": 0.4}
    assert moved(2, agreement) == {"child_work_barred": 0.1, "homework_moved": 0.8}


def test_a_pandemic_stops_work_and_demand_together() -> None:
    found = moved(12, Pandemic(work_lost=0.5, orders_lost=0.25, home_lost=0.75))
    assert found == {"work_allowed": 0.5, "export_orders": 0.75, "home_demand": 0.25}


def test_a_flood_destroys_capital_in_its_first_month_only() -> None:
    flood = Flood(capital_lost=0.3, work_lost=0.5, start=4, duration=2)
    assert moved(4, flood) == {"capital_lost": 0.3, "work_allowed": 0.5}
    assert moved(5, flood) == {"work_allowed": 0.5}
    assert moved(6, flood) == {}


def test_a_buyer_leaves_and_may_come_back() -> None:
    assert moved(12, BuyerLeaves(buyer="0", duration=2)) == {"buyer_gone": 0}
    assert moved(14, BuyerLeaves(buyer="0", duration=2)) == {}


def test_a_buyer_changes_its_type_at_once_and_its_terms_along_the_ramp() -> None:
    change = GovernanceChange(
        buyer="2", becomes="captive", markdown=0.2, premium=-0.1, switching=0.02, orders=0.5, ramp=1
    )
    half = {"markdown_change": 0.1, "premium_change": -0.05, "switching_change": 0.01}
    named = {"governance_buyer": 2, "governance_type": 3}
    assert moved(12, change) == named | half | {"buyer_orders": 0.75}
    assert moved(13, change)["markdown_change"] == 0.2


def test_ratios_multiply_where_shocks_meet() -> None:
    slump, pandemic = (
        DemandSlump(orders_lost=0.5),
        Pandemic(work_lost=0, orders_lost=0.2, home_lost=0),
    )
    assert instruments(12, slump, pandemic).export_orders == pytest.approx(0.4)
    assert instruments(12, CurrencyCrisis(rate=2), CurrencyCrisis(rate=1.5)).exchange_rate == 3


def test_shares_lost_never_exceed_one_where_shocks_meet() -> None:
    floods = [Flood(capital_lost=0.9, work_lost=0) for _ in range(3)]
    assert instruments(12, *floods).capital_lost == pytest.approx(0.999)


def test_the_stricter_standard_counts_and_two_buyers_make_it_everybodys() -> None:
    low = BuyersStandard(level=0.4, notice=0, cost=900, buyer="0")
    high = BuyersStandard(level=0.7, notice=0, cost=300, buyer="1")
    for pair in ((low, high), (high, low)):
        row = instruments(12, *pair)
        assert (row.standard_required, row.standard_cost, row.standard_buyer) == (0.7, 900, -1)
    assert instruments(12, low, low).standard_buyer == 0
