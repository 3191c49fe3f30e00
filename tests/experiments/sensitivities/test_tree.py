"""The tree that says where in input space runs fail."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.sensitivities.tree import failing_boxes

LUCK = np.random.default_rng(5)


def test_a_corner_in_which_runs_fail_is_found_by_its_bounds() -> None:
    x = LUCK.random((600, 3))
    failed = (x[:, 0] > 0.7) & (x[:, 2] <= 0.4)
    box, *rest = failing_boxes(["a", "b", "c"], x, failed)
    assert box.failed / box.rows > 0.95
    assert box.failed > 0.9 * failed.sum()
    text = str(box)
    assert "a > 0.7" in text or "a > 0.69" in text
    assert "c <= 0." in text
    assert "b" not in " ".join(box.bounds)
    assert sum(each.failed for each in (box, *rest)) == failed.sum()


def test_failures_without_a_pattern_stay_in_one_box() -> None:
    x = LUCK.random((8, 2))
    failed = np.array([True] + [False] * 7)
    (box,) = failing_boxes(["a", "b"], x, failed)
    assert (box.rows, box.failed, box.bounds) == (8, 1, ())
    assert "anywhere" in str(box)


def test_without_failures_there_is_no_box() -> None:
    assert failing_boxes(["a"], LUCK.random((50, 1)), np.zeros(50, dtype=bool)) == []
