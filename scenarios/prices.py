"""From money of a survey's year and place to international dollars of the year of the lines.

The welfare lines are in dollars of 2021 at the PPP of 2021 (private consumption); an amount of
another year is first carried to 2021 by consumer prices. An amount whose year has no price index
is an error, never a guess.
"""

from __future__ import annotations

from poverty_nodes.scenarios.description.sections import Money
from poverty_nodes.scenarios.errors import Problem, QuestionError


def to_dollars(amount: float, year: int, money: Money) -> float:
    """Return local currency of a year in international dollars of 2021.

    Raises QuestionError when the year is neither 2021 nor in `money.price_index`.
    """
    return amount * _prices_of_2021_over(year, money) / money.ppp_2021.value


def national_line(money: Money) -> float:
    """Return the national poverty line in international dollars of 2021 a person a month.

    A line per adult equivalent is multiplied by the mean adult equivalents of a person.
    """
    line = money.national_line
    per_adult = line.unit == "local currency per adult equivalent per month"
    people = money.adult_equivalents.value if per_adult else 1.0
    return to_dollars(line.value * people, line.year, money)


def _prices_of_2021_over(year: int, money: Money) -> float:
    if year == money.line_year:
        return 1.0
    if year in money.price_index:
        return money.price_index[year].value
    known = ", ".join(map(str, sorted(money.price_index)))
    message = f"money of {year} cannot be compared with lines of {money.line_year}"
    raise QuestionError([Problem("money.price_index", message, f"a year of: {known}")])
