"""What is refused before it is measured."""

import pytest

from poverty_nodes.model.measures.sample import checked_line, weighted_sample


def test_columns_of_different_length_are_refused_with_their_shapes():
    with pytest.raises(ValueError, match=r"\(2,\) and \(3,\)"):
        weighted_sample([1, 2], [1, 1, 1])


def test_missing_welfare_is_refused():
    with pytest.raises(ValueError, match="missing"):
        weighted_sample([1, float("nan")], [1, 1])


def test_negative_weights_are_refused():
    with pytest.raises(ValueError, match="not negative"):
        weighted_sample([1, 2], [1, -1])


@pytest.mark.parametrize("line", [0, -1, float("nan"), float("inf")])
def test_a_line_that_nobody_can_be_below_or_above_is_refused(line):
    with pytest.raises(ValueError, match="above 0"):
        checked_line(line)
