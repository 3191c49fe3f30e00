"""Ratios of sums over the firms of a tier."""

from __future__ import annotations

import numpy as np

from poverty_nodes.scenarios.base_month.by_tier import ratio_by_tier
from tests.model.village import firms


def test_sums_are_taken_by_place_and_tier_and_an_empty_tier_is_told_apart() -> None:
    table = firms({"tier": 1}, {"tier": 1}, {"tier": 3, "place": 1})
    part, whole = np.array([1.0, 2.0, 8.0]), np.array([2.0, 4.0, 4.0])
    found = ratio_by_tier(table, 2, part, whole, empty=-1.0)
    assert found.tolist() == [[0.5, -1.0, -1.0], [-1.0, -1.0, 2.0]]
