"""Lines of local currency: one name for every way of writing, and no line for what is none."""

from __future__ import annotations

import pytest

from poverty_nodes.model.measures.lines import line_name
from poverty_nodes.model.measures.local_line import local_line


@pytest.mark.parametrize(
    "written",
    ["43 INR 2012 a day", "43 inr 2011-12", "43.0 INR of 2011-2012 a day", " 43  INR 2012 "],
)
def test_a_line_has_one_name_however_it_is_written(written: str) -> None:
    assert line_name(written) == "43 INR 2012 a day"
    assert line_name(line_name(written)) == line_name(written)


def test_a_month_and_a_year_are_carried_to_a_month() -> None:
    monthly = [local_line(f"365 INR 2012 {period}") for period in ("a day", "a month", "a year")]
    assert [round(each.monthly, 6) for each in monthly if each] == [
        pytest.approx(365 * 365 / 12),
        365.0,
        pytest.approx(365 / 12),
    ]


def test_dollars_with_the_year_of_the_lines_are_a_line_of_dollars() -> None:
    assert line_name("3.65 USD 2021") == "3.65"
    with pytest.raises(ValueError, match="purchasing power is known for 2021 alone"):
        line_name("3.65 USD 2017")


@pytest.mark.parametrize(
    "written", ["0 INR 2012", "43 INR 2011-13", "43 INR", "INR 43 2012", "43 INR 2012 a week"]
)
def test_what_is_no_line_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no poverty line|no year of twelve months"):
        line_name(written)
