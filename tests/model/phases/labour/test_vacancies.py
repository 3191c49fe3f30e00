"""Vacancies lie on a ring; from any point of it the next open one is found, without walking over filled ones."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.phases.labour import vacancies
from poverty_nodes.model.population.open_node import OPEN_NODE
from poverty_nodes.model.population.table import new_table


def test_vacancies_are_posts_wanted_beyond_those_held() -> None:
    vacancy = np.zeros((1, 4), np.int32)
    target, staff = np.array([[2, 0, 5, 1]], np.int32), np.array([[1, 3, 5, 0]], np.int32)
    vacancies.open_vacancies(target, staff, vacancy)
    assert vacancy.tolist() == [[1, 0, 0, 1]]


@given(
    open_posts=st.lists(st.integers(0, 2), min_size=1, max_size=12),
    points=st.lists(st.integers(0, 11), max_size=20),
)
def test_the_next_open_vacancy_is_the_first_one_going_round(
    open_posts: list[int], points: list[int]
) -> None:
    """Against a plain walk; each vacancy met is filled, so that skipped nodes are remembered."""
    n = len(open_posts)
    left = np.array(open_posts, np.int32)[:, None]
    key, firm = (np.arange(n) + 0.5) / n, np.arange(n, dtype=np.int32)
    nodes, start = vacancies.open_nodes(key, firm, np.zeros(n, np.int8), np.array([0, n]), left)
    assert nodes["firm"].tolist() == [f for f in range(n) if open_posts[f]]
    entries = vacancies.guide(nodes, start)
    for point in points if len(nodes) else ():
        walk = [(point % n + step) % n for step in range(n)]
        expected = next((node for node in walk if left[node, 0] > 0), -1)
        met = vacancies.node_at(point % n / n, 0, nodes, start, entries)
        found = vacancies.next_open(met, 0, len(nodes), nodes, left)
        assert (nodes["firm"][found] if found >= 0 else -1) == expected
        if found >= 0:
            left[nodes["firm"][found], 0] -= 1


UNIT = st.floats(0.0, 1.0, exclude_min=True, exclude_max=True)


@given(here=st.lists(UNIT, max_size=15), there=st.lists(UNIT, min_size=1, max_size=15), point=UNIT)
def test_a_point_meets_the_node_that_a_search_by_halves_finds(
    here: list[float], there: list[float], point: float
) -> None:
    """In the second of two places, where entries of the first lie before its own."""
    key = np.array(sorted(here) + sorted(there))
    start = np.array([0, len(here), len(key)])
    nodes = new_table(OPEN_NODE, len(key))
    nodes["key"] = key
    entries = vacancies.guide(nodes, start)
    for place in (0, 1):
        a, b = start[place], start[place + 1]
        if a < b:
            found = a + int(np.searchsorted(key[a:b], point))
            expected = found if found < b else a
            assert vacancies.node_at(point, place, nodes, start, entries) == expected
