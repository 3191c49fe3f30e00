"""Posts held to another world: whole, as many as there, of the kinds there."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from poverty_nodes.experiments.attribution.posts import held_posts

POSTS = arrays(np.int32, (3, 4), elements=st.integers(0, 40))


@given(POSTS, POSTS)
def test_held_numbers_are_those_of_the_other_world_and_kinds_can_only_be_its_own(now, then):
    held = held_posts(now, then, True, False)
    assert (held >= 0).all()
    assert (held.sum(axis=1) == then.sum(axis=1)).all()
    has_posts = now.sum(axis=1) > 0
    assert (held[has_posts][now[has_posts] == 0] == 0).all()


@given(POSTS, POSTS)
def test_held_kinds_leave_the_number_of_posts(now, then):
    assert (held_posts(now, then, False, True).sum(axis=1) == now.sum(axis=1)).all()


@given(POSTS, POSTS)
def test_with_both_held_posts_are_those_of_the_other_world(now, then):
    assert (held_posts(now, then, True, True) == then).all()


@given(POSTS)
def test_held_to_their_own_world_posts_stay(now):
    assert (held_posts(now, now, True, False) == now).all()
    assert (held_posts(now, now, False, True) == now).all()
