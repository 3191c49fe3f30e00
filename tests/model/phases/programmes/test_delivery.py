"""Programmes whose money moves with what firms do: the matching grant, and orders that pass no exporter."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    EXPORT_SALES,
    JOINT_GRANT,
    LOCAL_SALES,
    PUBLIC_SALES,
    PUTOUT_WORK,
    new_flows,
)
from poverty_nodes.model.phases.association import joint_action
from poverty_nodes.model.phases.goods import sales
from poverty_nodes.model.rules.wages import bargained, marginal_cost
from tests.model.village import (
    EXPORTER,
    SUBCONTRACTOR,
    firms,
    instruments,
    parameters,
    places,
    setting,
)


def matched(room: float, place: int = -1, **instrument: float) -> tuple[list[float], float]:
    """The funds of two places after a grant, and what it cost."""
    where, flows, paid = places({"fund": 100.0}, {"fund": 40.0}), new_flows(), np.zeros(1)
    given, left = where["fund"].copy(), np.array([room])
    joint_action.match_giving(where, instruments(**instrument), given, place, left, paid, flows)
    assert paid[0] == flows[JOINT_GRANT]
    return where["fund"].tolist(), float(paid[0])


def test_each_dollar_given_is_matched() -> None:
    assert matched(1e9, matching=0.5) == ([150.0, 60.0], 70.0)
    assert matched(1e9) == ([100.0, 40.0], 0.0)


def test_a_programme_for_one_place_matches_there() -> None:
    assert matched(1e9, place=0, matching=0.5) == ([150.0, 40.0], 50.0)


def test_no_more_is_granted_than_the_programme_has() -> None:
    assert matched(30.0, matching=0.5) == ([130.0, 40.0], 30.0)


def test_what_a_subcontractor_sells_at_fairs_and_to_the_state_no_exporter_pays_for() -> None:
    table = firms(
        {"tier": EXPORTER, "base_putout": 500.0, "putout_share": 0.5},
        {"tier": SUBCONTRACTOR, "direct_part": 0.4, "public_part": 0.1},
    )
    where, flows = places({"base_putout": 500.0}), new_flows()
    sales.sell(table, where, parameters(), flows)
    sold = table["revenue"][1]
    assert flows[PUBLIC_SALES] == pytest.approx(0.1 * sold)
    assert flows[EXPORT_SALES] == pytest.approx(0.3 * sold) == where["exports"][0]
    sales.pay_suppliers(
        table, where, parameters(), setting(), instruments(), flows, np.zeros((1, 3))
    )
    assert flows[PUTOUT_WORK] == pytest.approx(0.6 * sold) == table["putout_cost"][0]
    paid_by_others = flows[PUBLIC_SALES] + flows[EXPORT_SALES] + flows[PUTOUT_WORK]
    assert paid_by_others == pytest.approx(sold)
    assert flows[LOCAL_SALES] == pytest.approx(table["revenue"][0])


def test_organised_workers_win_rent_and_the_cost_of_one_more_worker_stays() -> None:
    """At a voice of one all of the markdown is won: pay is then what one more worker costs."""
    assert 100.0 * bargained(1.0, 1.0, 0.25) == marginal_cost(100.0, 0.25, 0.0, 0.0)
