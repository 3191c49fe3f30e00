"""Shocks as a cluster meets them: buyers by name, and what can be in one world."""

from __future__ import annotations

import pytest

from poverty_nodes.model.shocks import (
    BuyerLeaves,
    BuyersStandard,
    DemandSlump,
    Flood,
    GovernanceChange,
)
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.scenario import Scenario
from poverty_nodes.scenarios.shocks import settle

SIALKOT = load_cluster("sialkot_surgical")  # german_brands 0.35, us_distributors 0.4, traders 0.25


@pytest.mark.parametrize(("buyer", "number"), [("largest", 1), ("spot_traders", 2), ("0", 0)])
def test_a_buyer_is_named_by_rank_id_or_number(buyer: str, number: int) -> None:
    (shock,) = settle([BuyerLeaves(buyer=buyer)], SIALKOT)
    assert isinstance(shock, BuyerLeaves)
    assert shock.buyer_number() == number


def test_all_buyers_stay_all() -> None:
    standard = BuyersStandard(level=0.5, notice=1, cost=0.0)
    assert settle([standard], SIALKOT) == (standard,)


@pytest.mark.parametrize("buyer", ["us_distributor", "3", "-1", ""])
def test_a_buyer_that_the_cluster_does_not_have_is_refused(buyer: str) -> None:
    with pytest.raises(QuestionError, match="is no buyer of sialkot_surgical") as caught:
        settle([BuyerLeaves(buyer=buyer)], SIALKOT)
    assert "us_distributors" in caught.value.problems[0].accepted


def test_two_buyers_cannot_leave_one_world() -> None:
    with pytest.raises(QuestionError, match="two shocks of the kind 'buyer_leaves'"):
        settle([BuyerLeaves(buyer="0"), BuyerLeaves(buyer="1")], SIALKOT)
    assert len(settle([BuyerLeaves(buyer="0"), GovernanceChange(buyer="0")], SIALKOT)) == 2


def test_the_order_of_shocks_does_not_matter() -> None:
    slump, flood = DemandSlump(orders_lost=0.2), Flood(capital_lost=0.1, work_lost=0.2)
    assert settle([slump, flood], SIALKOT) == settle([flood, slump], SIALKOT)
    one, other = (Scenario(SIALKOT, shocks=each) for each in ((slump, flood), (flood, slump)))
    assert one.fingerprint() == other.fingerprint()


def test_shocks_decide_the_result_and_so_the_fingerprint() -> None:
    quiet, shaken = Scenario(SIALKOT), Scenario(SIALKOT, shocks=(DemandSlump(orders_lost=0.2),))
    larger = Scenario(SIALKOT, shocks=(DemandSlump(orders_lost=0.3),))
    assert len({each.fingerprint() for each in (quiet, shaken, larger)}) == 3
    assert len({each.base_fingerprint() for each in (quiet, shaken, larger)}) == 1


def test_one_buyer_under_two_names_is_one_scenario() -> None:
    by_rank, by_id = (
        Scenario(SIALKOT, shocks=(BuyerLeaves(buyer=buyer),))
        for buyer in ("largest", "us_distributors")
    )
    assert by_rank.fingerprint() == by_id.fingerprint()
