"""The workspace of a run: the ring of vacancies, and the types that entrants copy."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.population import ring
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.workspace import base_hazards
from tests.small_economy import synthesised

POSTS = ("skilled_regular", "regular", "casual", "homework")


@pytest.fixture(scope="module")
def town() -> State:
    return synthesised(scale=0.05)


def test_the_ring_of_a_place_is_sorted_and_holds_its_firms_only(town: State) -> None:
    d = town.workspace
    for place in range(2):
        nodes = slice(d.ring_start[place], d.ring_start[place + 1])
        assert np.all(np.diff(d.ring_key[nodes]) > 0.0)
        assert np.all(town.firms["place"][d.ring_firm[nodes]] == place)
    assert d.ring_start[-1] == len(d.ring_key)


def test_a_firm_has_a_node_for_every_four_posts_of_a_kind_or_part_of_four(town: State) -> None:
    d, f = town.workspace, town.firms
    row = int(np.argmax(f["base_heads"]))
    for kind, post in enumerate(POSTS):
        posts = f["base_heads"][row] * f[f"share_{post}"][row]
        nodes = np.sum((d.ring_firm == row) & (d.ring_kind == kind))
        assert nodes == np.ceil(posts / ring.POSTS_PER_NODE)


def test_free_rows_have_no_node_and_no_type(town: State) -> None:
    free = np.flatnonzero(town.firms["alive"] == 0)
    assert len(free) > 0
    assert not np.isin(town.workspace.ring_firm, free).any()
    assert len(town.workspace.types) == (town.firms["alive"] == 1).sum()


def test_keys_hang_on_the_firm_and_the_kind_of_post_and_not_on_the_seed() -> None:
    """Sizes differ with the seed, so a firm has more nodes in one world: the shared ones agree."""

    def keys(seed: int) -> dict[tuple[int, int], set[float]]:
        d = synthesised(seed=seed, scale=0.02).workspace
        found: dict[tuple[int, int], set[float]] = {}
        for firm, kind, key in zip(d.ring_firm, d.ring_kind, d.ring_key, strict=True):
            found.setdefault((int(firm), int(kind)), set()).add(float(key))
        return found

    one, other = keys(1), keys(2)
    shared = one.keys() & other.keys()
    assert len(shared) > 20
    assert all(one[node] <= other[node] or other[node] <= one[node] for node in shared)


def test_types_weigh_as_much_as_they_are_likely_to_close(town: State) -> None:
    d, hazards = town.workspace, base_hazards(town.firms, town.parameters[0])
    assert np.all(hazards[town.firms["alive"] == 1] > 0.0)
    assert not hazards[town.firms["alive"] == 0].any()
    for place in range(2):
        weight = d.type_weight[d.type_start[place] : d.type_start[place + 1]]
        here = (town.firms["place"] == place) & (town.firms["alive"] == 1)
        assert np.array_equal(weight, hazards[here])
    assert np.array_equal(d.types["type_number"], np.arange(len(d.types)))
    assert not d.openings.any()


def test_small_and_young_firms_close_more_often(town: State) -> None:
    alive = town.firms["alive"] == 1
    hazards = base_hazards(town.firms, town.parameters[0])[alive]
    size = np.log(town.firms["base_heads"][alive])
    assert np.corrcoef(size, hazards)[0, 1] < -0.3


def test_firms_whom_lasting_luck_left_poor_close_more_often(town: State) -> None:
    plain = town.firms.copy()
    plain["initial_advantage"] = 1.0
    p, alive = town.parameters[0], plain["alive"] == 1
    more = base_hazards(town.firms, p)[alive] > base_hazards(plain, p)[alive]
    assert np.array_equal(more, town.firms["initial_advantage"][alive] < 1.0)


def test_programmes_serve_every_row_once_in_an_order_of_luck(town: State) -> None:
    assert sorted(town.queue) == list(range(len(town.firms)))
    rank = np.argsort(town.queue)
    assert abs(np.corrcoef(rank, town.firms["base_heads"])[0, 1]) < 0.2
