"""The employment_lists call lists rows in their order, and nobody twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.population.employment_index import (
    CHUNK,
    OWNER,
    index_employment,
    rows_by_post,
)
from tests.model.village import workers
from tests.small_economy import rough_economy


@given(posts=st.lists(st.integers(0, OWNER), max_size=40))
def test_each_list_holds_its_rows_in_their_order(posts: list[int]) -> None:
    at_work, outside = rows_by_post(workers(*[{"post": post} for post in posts]))
    assert at_work.tolist() == [row for row, post in enumerate(posts) if 0 < post < OWNER]
    assert outside.tolist() == [row for row, post in enumerate(posts) if post == 0]


def test_a_place_of_many_chunks_is_called_like_a_small_one() -> None:
    posts = [row * row % (OWNER + 1) for row in range(2 * CHUNK + 7)]
    at_work, outside = rows_by_post(workers(*[{"post": post} for post in posts]))
    assert at_work.tolist() == [row for row, post in enumerate(posts) if 0 < post < OWNER]
    assert outside.tolist() == [row for row, post in enumerate(posts) if post == 0]


def test_a_state_keeps_the_last_call_on_its_desk() -> None:
    state = rough_economy(scale=0.005)
    state.workers["post"] = 0
    index_employment(state)
    assert (len(state.workspace.at_work), len(state.workspace.outside)) == (0, len(state.workers))
