"""Exporters find and lose foreign buyers: what an exporter has of its orders, and what stays with its neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import foreign_buyers
from poverty_nodes.model.population.relation import no_relations
from tests.model.village import SUBCONTRACTOR, Number, Table, buyers, firms, parameters, places

ON = {"relation_turnover": 1.0, "neighbours_help": 0.0, "orders_nearby": 0.33}


class Chain:
    """Exporters of one chain whose relations go on month after month."""

    def __init__(self, count: int, most: int, first: int = 0, **given: float) -> None:
        shared: dict[str, Number] = {"buyer": 0, "buyers_most": most, "export_share": 0.8}
        self.firms = firms(*({"id": first + i} for i in range(count)), **shared)
        self.places, self.buyers = places({}), buyers({})
        self.relations = no_relations(count)
        self.given = {**ON, **given}

    def live(self, months: int, start: int = 1) -> Chain:
        """So many months of relations; hands itself back."""
        for month in range(start, start + months):
            foreign_buyers.keep_relations(
                self.firms, self.buyers, self.places, self.relations,
                parameters(**self.given), 1, month,
            )  # fmt: skip
        return self

    @property
    def table(self) -> Table:
        """The relations that exporters have now."""
        return self.relations[self.relations["share"] > 0.0]


def test_switched_off_nobody_gains_or_loses_a_buyer() -> None:
    chain = Chain(20, 3, relation_turnover=0.0).live(24)
    assert (chain.firms["reach"] == 1.0).all()
    assert (chain.firms["portfolio"] == 1.0).all()
    assert (chain.relations["age"] == -1).all()


def test_a_new_exporter_begins_with_a_trial_order_of_its_main_buyer() -> None:
    chain = Chain(5, 4, relation_trial=0.3).live(1)
    assert chain.relations["age"][:, 0].tolist() == [0] * 5
    assert (chain.relations["age"][:, 1:] == -1).all()
    assert chain.relations["share"][:, 0] == pytest.approx(0.3 * 0.52, abs=0.01)


@pytest.mark.parametrize("most", [1, 4])
def test_over_the_years_exporters_have_the_orders_that_are_theirs(most: int) -> None:
    chain = Chain(400, most).live(200)
    found = [chain.live(1, month).firms["portfolio"].mean() for month in range(201, 301)]
    assert np.mean(found) == pytest.approx(1.0, abs=0.03)
    reach = chain.firms["reach"]
    assert np.mean(reach) == pytest.approx(1.0, abs=0.06)


def test_the_chance_to_lose_a_buyer_falls_with_the_age_of_the_relation() -> None:
    chain = Chain(2000, 1).live(120)
    lost = {}
    for name, low, high in (("young", 0, 12), ("old", 48, 1000)):
        ages = chain.relations["age"][:, 0].copy()
        after = chain.live(1, 121).relations["age"][:, 0]
        among = (ages >= low) & (ages < high)
        lost[name] = float((after[among] < 0).mean())
    assert 0.03 < lost["young"] < 0.08
    assert lost["old"] < 0.5 * lost["young"]


def test_a_large_exporter_is_never_without_orders_for_long_and_a_small_one_is() -> None:
    small, large = (Chain(400, most).live(200).firms["portfolio"] for most in (1, 8))
    assert (small == 0.0).mean() > 0.05
    assert (large == 0.0).mean() < 0.01
    assert small.std() > 1.5 * large.std()


def test_a_third_of_what_one_loses_stays_with_the_others_of_its_chain() -> None:
    chain = Chain(2, 1)
    chain.firms["portfolio"] = [0.0, 1.0]
    foreign_buyers.share_orders(chain.firms, 0, 1.0 / 3.0)
    assert chain.firms["reach"].tolist() == [0.0, pytest.approx(0.5 ** (-1.0 / 3.0))]


def test_where_all_have_lost_their_buyers_nobody_has_orders() -> None:
    chain = Chain(2, 1)
    chain.firms["portfolio"] = 0.0
    foreign_buyers.share_orders(chain.firms, 0, 0.33)
    assert not chain.firms["reach"].any()


def test_neighbours_who_export_bring_buyers_sooner() -> None:
    place = places({"exporters": 20.0, "base_exporters": 10.0})[0]
    assert foreign_buyers.neighbours_help(
        place, parameters(neighbours_help=0.38)[0]
    ) == pytest.approx(1.38)
    alone = places({})[0]
    assert foreign_buyers.neighbours_help(alone, parameters(neighbours_help=0.38)[0]) == 1.0


def test_another_firm_in_the_same_row_has_relations_of_its_own() -> None:
    chain = Chain(1, 1).live(60)
    chain.firms["id"] = 77
    assert chain.live(1, 61).relations["age"][0, 0] == 0


def test_relations_go_by_who_a_firm_is_and_not_by_its_row() -> None:
    both, second = Chain(2, 4).live(80), Chain(1, 4, first=1).live(80)
    assert both.relations[1].tolist() == second.relations[0].tolist()


def test_who_does_not_export_has_no_relations() -> None:
    chain = Chain(3, 2)
    chain.firms["tier"] = SUBCONTRACTOR
    assert len(chain.live(12).table) == 0
    assert (chain.firms["reach"] == 1.0).all()
