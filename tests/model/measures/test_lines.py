"""A line and what it is held against share a price year, or it is an error."""

import pytest

from poverty_nodes.model.measures.lines import (
    INTERNATIONAL_LINES,
    REPLACED_LINES,
    PovertyLine,
    international_line,
    monthly_line,
    national_line,
)


def test_the_international_lines_are_those_of_2021_prices():
    assert {line.daily for line in INTERNATIONAL_LINES.values()} == {3.00, 4.20, 8.30}
    assert {line.price_year for line in INTERNATIONAL_LINES.values()} == {2021}


def test_a_month_has_a_twelfth_of_365_days():
    assert international_line("3.00").monthly == pytest.approx(3.00 * 365 / 12)
    assert monthly_line(international_line("3.00"), 2021) == pytest.approx(91.25)


def test_a_line_is_refused_for_welfare_in_prices_of_another_year():
    with pytest.raises(ValueError, match=r"4\.20 is in 2021 prices and welfare in 2017 prices"):
        monthly_line(international_line("4.20"), 2017)


def test_a_replaced_line_is_refused_for_welfare_of_2021():
    with pytest.raises(ValueError, match="must share a price year"):
        monthly_line(REPLACED_LINES["2.15"], 2021)


@pytest.mark.parametrize(("old", "new"), [("2.15", "3.00"), ("3.65", "4.20"), ("6.85", "8.30")])
def test_asking_for_a_replaced_line_names_its_successor(old, new):
    with pytest.raises(ValueError, match=rf"{old} is in 2017 prices .* use {new}"):
        international_line(old)


def test_an_unknown_line_is_answered_with_those_there_are():
    with pytest.raises(ValueError, match=r"3\.00, 4\.20, 8\.30"):
        international_line("5.50")


def test_a_national_line_is_converted_by_prices_and_purchasing_power():
    # 3,000 a month in its own year, prices since up by a half, 45 local units to the dollar.
    line = national_line(3000, price_factor=1.5, ppp=45)
    assert line.monthly == pytest.approx(3000 * 1.5 / 45)
    assert (line.name, line.price_year) == ("national", 2021)


@pytest.mark.parametrize("numbers", [(0, 1, 45), (3000, 0, 45), (3000, 1.5, -1)])
def test_a_national_line_of_nothing_is_refused(numbers):
    with pytest.raises(ValueError, match="above 0"):
        national_line(*numbers)


def test_a_line_of_zero_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        PovertyLine("mine", 0, 2021)
