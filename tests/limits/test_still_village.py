"""With nothing left to chance or time the base month repeats for ever, and adds up on paper."""

from __future__ import annotations

from copy import deepcopy

import pytest

from poverty_nodes.model.ledger import (
    EXPORT_SALES,
    IMPORTED_INPUTS,
    INVESTMENT,
    LOCAL_INPUTS,
    LOCAL_SALES,
    OWNER_DRAWS,
    PUTOUT_WORK,
    WAGES,
)
from poverty_nodes.model.state import State
from tests.laws.soundness import faults
from tests.limits.still_village import still_village
from tests.small_economy import live

CLOCKS = {"firms.age", "workers.age", "workers.tenure"}
"""Fields that count months."""


@pytest.fixture
def village() -> State:
    return still_village()


def moved(state: State, base: State) -> list[str]:
    """Columns that differ by more than rounding, clocks left out."""
    return [
        f"{table}.{name} {getattr(base, table)[name]} -> {getattr(state, table)[name]}"
        for table in ("firms", "workers", "households", "buyers", "places")
        for name in getattr(state, table).dtype.names
        if f"{table}.{name}" not in CLOCKS
        and getattr(state, table)[name] != pytest.approx(getattr(base, table)[name], rel=1e-9)
    ]


def test_the_base_month_repeats(village: State) -> None:
    first = deepcopy(live(village, 1))
    for _ in range(24):
        live(village, 1)
        assert moved(village, first) == []
        assert faults(village) == []


def test_the_first_month_is_the_base_month(village: State) -> None:
    base = deepcopy(village)
    live(village, 1)
    for table, name in (
        ("households", "consumption"), ("households", "savings"), ("workers", "wage"),
        ("workers", "employer"), ("firms", "revenue"), ("firms", "output"), ("firms", "cash"),
        ("firms", "capital"), ("firms", "draw"), ("places", "value_added"), ("places", "exports"),
        ("places", "services_income"), ("places", "outside_pay"), ("places", "wage_regular"),
    ):  # fmt: skip
        now, then = getattr(village, table)[name], getattr(base, table)[name]
        assert now == pytest.approx(then), f"{table}.{name}"


def test_every_flow_is_the_one_on_paper(village: State) -> None:
    live(village, 1)
    flows = village.flows
    assert flows[EXPORT_SALES] == pytest.approx(0.8 * 3000.0)
    assert flows[LOCAL_SALES] == pytest.approx(0.2 * 3000.0)
    assert flows[PUTOUT_WORK] == pytest.approx(600.0)
    assert flows[LOCAL_INPUTS] == pytest.approx(360.0)
    assert flows[IMPORTED_INPUTS] == pytest.approx(0.4 * 3960.0 - 360.0)
    assert flows[WAGES] == pytest.approx(740.0 + 240.0 + 180.0)
    worn = 0.01 * 3960.0
    assert flows[INVESTMENT] == pytest.approx(worn)
    margins = 0.6 * 3960.0 - 600.0 - 1160.0
    assert flows[OWNER_DRAWS] == pytest.approx(margins - worn)
    assert village.places["value_added"][0] == pytest.approx(0.6 * 3960.0 - 600.0)


def test_one_months_jolt_to_orders_passes_and_the_village_comes_to_rest(village: State) -> None:
    """All feedbacks together are stable: prices, stocks and pay return to where they were."""
    base = deepcopy(live(village, 1))
    village.buyers["state"] = 0.05
    village.buyers["volatility"] = 0.0
    live(village, 1)
    assert village.firms["demand"][0] > base.firms["demand"][0]
    live(village, 600)
    for name in ("demand", "price_factor", "capital", "cash", "revenue"):
        assert village.firms[name] == pytest.approx(base.firms[name], rel=2e-3), name
