"""Shocks of size nothing: the economy is bit for bit the one without shocks."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.shocks import (
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
)
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

NULL = (
    DemandSlump(orders_lost=0, start=2),
    RivalEntry(price_fall=0, start=2),
    CurrencyCrisis(rate=1, start=2),
    InputPrice(price=1, start=2),
    BuyersStandard(level=0, notice=1, cost=500, start=2),
    ClosureOrder(level=0, notice=1, cost=500, start=2),
    ChildLabourAgreement(child_share=0.2, withdrawn=0, homework_moved=0, start=2),
    Pandemic(work_lost=0, orders_lost=0, home_lost=0, start=2),
    Flood(capital_lost=0, work_lost=0, start=2),
    GovernanceChange(buyer="largest", start=2),
)


@pytest.mark.slow
def test_shocks_of_size_nothing_change_no_bit_of_a_run() -> None:
    quiet = Scenario(load_cluster("sialkot_surgical"), months=6, scale=0.02)
    shaken = Scenario(load_cluster("sialkot_surgical"), months=6, scale=0.02, shocks=NULL)
    first, second = run_one(quiet, 3), run_one(shaken, 3)
    assert np.array_equal(first.values, second.values, equal_nan=True)
    for name, column in first.people.items():
        assert column.tobytes() == second.people[name].tobytes(), name


@pytest.mark.slow
def test_a_shock_before_its_first_month_has_left_no_trace() -> None:
    quiet = Scenario(load_cluster("sialkot_surgical"), months=6, scale=0.02)
    later = Scenario(
        load_cluster("sialkot_surgical"),
        months=6,
        scale=0.02,
        shocks=(DemandSlump(orders_lost=0.5, start=5),),
    )
    first, second = run_one(quiet, 3), run_one(later, 3)
    assert np.array_equal(first.values[:5], second.values[:5], equal_nan=True)
    assert not np.array_equal(first.values[6], second.values[6], equal_nan=True)
