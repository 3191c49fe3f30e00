"""Targets of the base month beside what came out, also where hardly anybody lives."""

from __future__ import annotations

import numpy as np

from poverty_nodes.scenarios.base_month.report import came_out, target_rows
from tests.small_economy import cluster, synthesised

HOMEWORK = 4


def test_who_holds_a_post_that_nobody_holds_is_not_told() -> None:
    state = synthesised(scale=0.05)
    state.workers["post"][state.workers["post"] == HOMEWORK] = 0
    found = {row.name: row for row in target_rows(cluster(), 0.05, [dict(came_out(state))])}
    assert found["workers in home work"].came_out == 0.0
    assert np.isnan(found["women in home work"].came_out)
    assert np.isnan(found["mean pay in home work"].came_out)
    assert found["women in casual"].came_out >= 0.0


def test_towns_in_which_somebody_holds_it_are_told_of_alone() -> None:
    with_, without = synthesised(scale=0.05), synthesised(scale=0.05)
    without.workers["post"][without.workers["post"] == HOMEWORK] = 0
    alone, both = (
        {
            row.name: row.came_out
            for row in target_rows(cluster(), 0.05, [dict(came_out(each)) for each in states])
        }
        for states in ([with_], [with_, without])
    )
    assert both["women in home work"] == alone["women in home work"]
