"""Posts of firms with their number, or their kinds, taken from another world."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Posts = NDArray[np.int32]


def held_posts(now: Posts, then: Posts, number: bool, kinds: bool) -> Posts:
    """Posts by kind (firms, 4) with the number, the mix of kinds, or both, of another world; whole posts.

    >>> now, then = np.array([[0, 2, 4, 2]], np.int32), np.array([[0, 4, 0, 0]], np.int32)
    >>> held_posts(now, then, True, False).tolist(), held_posts(now, then, False, True).tolist()
    ([[0, 1, 2, 1]], [[0, 8, 0, 0]])
    """
    if number and kinds:
        return then
    total = (then if number else now).sum(axis=1)
    mix, other = (then, now) if kinds else (now, then)
    # A firm without a post has no mix of kinds: that of the other world stands for it.
    mix = np.where(mix.sum(axis=1, keepdims=True) > 0, mix, other)
    shares = mix / np.maximum(mix.sum(axis=1, keepdims=True), 1)
    exact = total[:, None] * shares
    whole = np.floor(exact + 1e-9)
    missing = np.where(mix.sum(axis=1) > 0, total - whole.sum(axis=1), 0)
    # The posts that are still missing go to the largest remainders.
    rank = np.argsort(np.argsort(whole - exact, axis=1, kind="stable"), axis=1, kind="stable")
    return (whole + (rank < missing[:, None])).astype(now.dtype)
