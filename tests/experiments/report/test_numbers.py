import math

import pytest

from poverty_nodes.experiments.report.numbers import (
    MINUS,
    NONE,
    count,
    decimals,
    interval,
    money,
    number,
    per_cent,
    signed,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.25, "+1.2"), (-1.25, f"{MINUS}1.2"), (0.0, "0.0"), (0.04, "0.0"), (-0.04, "0.0")],
)
def test_a_change_that_rounds_to_nothing_has_no_sign(value, text):
    assert signed(value) == text


def test_what_is_not_known_is_a_dash():
    for text in (
        number(math.nan),
        money(math.nan),
        count(math.nan),
        per_cent(math.nan),
        signed(math.nan),
    ):
        assert text == NONE
    assert interval(math.nan, 1.0) == NONE


@pytest.mark.parametrize(("value", "digits"), [(5, 1), (0.1, 1), (0.06, 2), (0.01, 2), (0.004, 3)])
def test_small_changes_are_shown_with_enough_decimals(value, digits):
    assert decimals(value) == digits
    assert float(number(value, digits)) != 0


@pytest.mark.parametrize(
    ("dollars", "text"),
    [
        (0, "$0"),
        (999.6, "$1,000"),
        (999_999, "$1,000,000"),
        (2.5e9, "$2.50 billion"),
        (-3.2, f"{MINUS}$3.20"),
    ],
)
def test_money_is_said_in_three_digits(dollars, text):
    assert money(dollars) == text
