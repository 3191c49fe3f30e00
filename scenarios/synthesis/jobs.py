"""First jobs: every post of the base month is filled once, before the labour market runs itself in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import DITHER, uniform_pairs
from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.figures import POSTS, Figures
from poverty_nodes.scenarios.synthesis.table_draws import Chance

Table = NDArray[np.void]
FILLED = 0.98
"""Share of posts that are filled while firms stand still (measured over burn-ins)."""


def base_posts(firms: Table, seed: int) -> NDArray[np.int32]:
    """Whole posts of every firm by kind (firms, 4) in the base month, with the model's own rounding.

    The stationary solver's scale of posts is left out: while firms stand still nearly all posts are filled.
    """
    wanted = (
        firms["steady_heads"][:, None]
        / FILLED
        * np.column_stack([firms[f"share_{k}"] for k in POSTS])
    )
    ids = np.repeat(firms["type_id"], 4)
    chance = np.empty(len(ids))
    uniform_pairs(seed, DITHER, 0, ids, np.tile(np.arange(4), len(firms)), chance)
    return np.floor(wanted + chance.reshape(-1, 4)).astype(np.int32)


def fill_first_posts(
    figures: Figures, firms: Table, workers: Table, posts: NDArray[np.int32], chance: Chance
) -> None:
    """Hand posts to adults by kind and gender; skilled posts to the skilled, home work first to carers."""
    order = chance.uniform(by.JOB_ORDER, workers["id"])
    tenure = chance.uniform(by.TENURE, workers["id"])
    for place in np.unique(firms["place"]):
        here = np.flatnonzero(firms["place"] == place)
        for kind in range(4):
            slots = np.repeat(here, posts[here, kind])
            share = figures.women[kind]
            women = int(np.floor(share * len(slots) + 0.5))
            free = (workers["place"] == place) & (workers["post"] == 0)
            if kind == 0:
                free &= workers["skill"] == 1
            # Unskilled posts go to the unskilled first, home work to those with care duties first.
            rank = order + (workers["skill"] == 1) * (kind > 0)
            if kind == 3:
                rank = rank - 2.0 * (workers["care"] == 1)
            queue = np.argsort(rank, kind="stable")
            queue = queue[free[queue]]
            female = queue[workers["gender"][queue] == 1][:women]
            male = queue[workers["gender"][queue] == 0][: len(slots) - len(female)]
            hired = np.concatenate([female, male])
            hired = hired[np.argsort(order[hired], kind="stable")]
            workers["employer"][hired] = slots[: len(hired)]
            workers["post"][hired] = kind + 1
            workers["tenure"][hired] = np.floor(60 * tenure[hired] ** 2).astype(np.int32)
