"""A base month at first jobs: the description's posts and pay, and households that consume what they earn."""

from __future__ import annotations

import numpy as np

from poverty_nodes.scenarios.base_month.first_jobs import first_jobs
from poverty_nodes.scenarios.catalogue import load_cluster


def test_women_hold_the_share_of_each_post_that_the_description_says() -> None:
    cluster = load_cluster("sialkot_surgical")
    state = first_jobs(cluster, 0.1, {}, 1)
    here = state.workers[state.workers["place"] == 0]
    for post, name in enumerate(("skilled_regular", "regular", "casual", "homework"), start=1):
        holders = here[here["post"] == post]
        wanted = getattr(cluster.workers.women, name).value
        assert abs((holders["gender"] == 1).mean() - wanted) < 0.02


def test_households_consume_what_they_earn() -> None:
    state = first_jobs(load_cluster("torreon_jeans"), 0.1, {}, 1)
    np.testing.assert_allclose(
        state.households["consumption"], state.households["income"], rtol=1e-9
    )
    assert (state.households["income"] > 0).mean() > 0.95


def test_the_same_seed_gives_the_same_people() -> None:
    one, other = (first_jobs(load_cluster("torreon_jeans"), 0.05, {}, 3) for _ in range(2))
    np.testing.assert_array_equal(one.households["consumption"], other.households["consumption"])
