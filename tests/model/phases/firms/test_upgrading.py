"""Firms take upgrading steps when they can pay, against a world that moves on."""

from __future__ import annotations

import math

import numpy as np
import pytest

from poverty_nodes.model.ledger import UPGRADING, new_flows
from poverty_nodes.model.phases.firms import upgrading
from tests.model.village import (
    SUBCONTRACTOR,
    Dollars,
    Row,
    Table,
    buyers,
    firms,
    parameters,
    places,
)

HELP = {"knowledge_process": 1.0, "knowledge_product": 0.5, "knowledge_functional": 0.0}
HAZARDS = {"process_hazard": 0.1, "product_hazard": 0.1, "functional_hazard": 0.1}
SURE = dict.fromkeys(HAZARDS, 1e9)
RICH = {"buyer": 0, "cash": 600.0, "base_revenue": 1000.0, "capital": 1000.0, "investment": 10.0}
"""A firm that replaces what is worn out, one per cent a month."""


def upgraded(*rows: Row, **given: float) -> tuple[Table, Dollars]:
    """Firms and payments after a month of upgrading with a buyer's help at base facility."""
    table, flows = firms(*rows), new_flows()
    p = parameters(**{"cash_target": 0.6, "step_cost_months": 0.1, **given})
    place = places({"facility": 1.0})
    upgrading.upgrade(table, buyers(HELP), place, p, flows, 1, 1)
    return table, flows


def test_steps_come_at_their_hazard_times_the_buyers_help() -> None:
    table, _ = upgraded(*[RICH] * 5000, **HAZARDS)
    assert table["process_steps"].mean() == pytest.approx(0.10, abs=0.02)
    assert table["product_steps"].mean() == pytest.approx(0.05, abs=0.02)
    assert not table["functional_steps"].any()


def test_processes_come_with_new_machines_and_other_steps_do_not() -> None:
    growing = {**RICH, "investment": 20.0}
    table, _ = upgraded(*[growing] * 5000, **HAZARDS, embodied=0.5, depreciation=0.01)
    assert table["process_steps"].mean() == pytest.approx(0.15, abs=0.02)
    assert table["product_steps"].mean() == pytest.approx(0.05, abs=0.02)


def test_a_step_is_paid_from_cash_and_raises_its_level_by_one() -> None:
    """A chance is at most one half, so that some of a hundred firms take a step of each kind."""
    table, flows = upgraded(*[RICH] * 100, **SURE, product_gain=0.08)
    steps = table["process_steps"] + table["product_steps"] + table["functional_steps"]
    assert 0 < steps.sum() < 300
    assert table["cash"] == pytest.approx(600.0 - 100.0 * steps)
    assert flows[UPGRADING] == pytest.approx(100.0 * steps.sum())
    assert np.array_equal(table["process_level"], table["process_steps"])
    assert table["quality"] == pytest.approx(np.minimum(0.5 + 0.08 * table["product_level"], 1.0))


def test_a_firm_that_cannot_pay_takes_no_step() -> None:
    table, flows = upgraded(*[{**RICH, "cash": 99.0}] * 50, **SURE)
    assert not table["process_steps"].any()
    assert flows[UPGRADING] == 0.0


def test_a_firm_that_stands_still_falls_behind_the_world() -> None:
    paces = {"process_pace": 0.01, "product_pace": 0.02, "functional_pace": 0.03}
    table, _ = upgraded({**RICH, **paces, "functions": 0.4}, **dict.fromkeys(HAZARDS, 0.0))
    levels = [table[f"{kind}_level"][0] for kind in ("process", "product", "functional")]
    assert levels == pytest.approx([-0.01, -0.02, -0.03])
    assert table["quality"][0] == pytest.approx(0.5 - 0.08 * 0.02)
    assert table["functions"][0] == 0.0


def test_the_pace_of_the_world_is_what_the_base_month_brings() -> None:
    table = firms(RICH, {"tier": SUBCONTRACTOR, "patron": 0}, {"tier": SUBCONTRACTOR, "patron": -1})
    upgrading.set_base_pace(table, buyers(HELP), places({}), parameters(patron_help=0.6, **HAZARDS))
    ordinary = 0.6
    assert table["process_pace"] == pytest.approx([0.1, 0.1 * ordinary, 0.1 * ordinary])
    assert table["product_pace"] == pytest.approx([0.05, 0.05 * ordinary, 0.1 * ordinary])


def test_at_the_pace_of_the_world_levels_stay_on_average() -> None:
    table, flows = firms(*[RICH] * 5000), new_flows()
    p = parameters(cash_target=0.6, step_cost_months=0.0, **HAZARDS)
    place, buying = places({"facility": 1.0}), buyers(HELP)
    upgrading.set_base_pace(table, buying, place, p)
    for month in range(1, 25):
        upgrading.upgrade(table, buying, place, p, flows, 1, month)
    assert table["process_level"].mean() == pytest.approx(0.0, abs=0.06)
    assert table["product_level"].mean() == pytest.approx(0.0, abs=0.06)


def test_closed_firms_do_not_upgrade() -> None:
    table, flows = upgraded({**RICH, "alive": 0, "process_pace": 0.1}, **SURE)
    assert (table["process_level"][0], flows[UPGRADING]) == (0.0, 0.0)


def test_laggards_copy_the_mean_of_their_place_by_size() -> None:
    table = firms(
        {"productivity": 1.0, "base_revenue": 3000.0},
        {"productivity": math.exp(0.4)},
        {"productivity": 5.0, "alive": 0},
        {"productivity": 1.0, "place": 1},
    )
    place = places({}, {})
    upgrading.learn(table, place, parameters(imitation=0.05, learning=0.0))
    assert place["frontier"] == pytest.approx([math.exp(0.1), 1.0])
    assert table["productivity"] == pytest.approx([math.exp(0.005), math.exp(0.4), 5.0, 1.0])


def test_new_buyers_teach_management_by_what_they_order() -> None:
    table = firms({"won_orders": 0.2}, {"won_orders": 0.2, "advised": 2.0}, {"won_orders": 0.0})
    given = {"practice_pace": 0.01, "practice_dropped": 0.0, "buyer_advice": 3.0}
    upgrading.learn(table, places({}, {}), parameters(**given))
    assert table["practices"] == pytest.approx(1.0 - np.exp([-0.006, -0.026, 0.0]))


def test_advice_teaches_management_and_neighbours_do_not_copy_it() -> None:
    table = firms({"advised": 10.0}, {"practices": 0.5}, {}, {"advised": 10.0, "alive": 0})
    given = {"practice_pace": 0.0065, "practice_dropped": 0.01, "imitation": 0.05}
    upgrading.learn(table, places({}, {}), parameters(**given))
    assert table["practices"] == pytest.approx([1.0 - math.exp(-0.065), 0.495, 0.0, 0.0])
    assert table["productivity"] == pytest.approx([1.0] * 4)
