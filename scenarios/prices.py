"""From money of a survey's year and place to international dollars of the year of the lines.

The welfare lines are in dollars of 2021 at the PPP of 2021 (private consumption); an amount of
another year is first carried to 2021 by consumer prices. An amount whose year has no price index
is an error, never a guess.
"""

from __future__ import annotations

from poverty_nodes.model.measures.lines import DAYS_PER_MONTH, PovertyLine
from poverty_nodes.model.measures.local_line import LocalLine, local_line
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


def years_with_prices(money: Money) -> list[int]:
    """The years whose local money can be compared with dollars of 2021, in order."""
    return sorted({money.line_year, *money.price_index})


def line_in_dollars(line: LocalLine, money: Money) -> PovertyLine:
    """Return a line of local currency in international dollars of 2021; QuestionError as of `line_problem`."""
    if (problem := line_problem(line.name, money)) is not None:
        raise QuestionError([problem])
    daily = to_dollars(line.monthly, line.year, money) / DAYS_PER_MONTH
    return PovertyLine(line.name, daily, money.line_year)


def line_problem(name: str, money: Money, where: str = "line") -> Problem | None:
    """Say why a line cannot be converted by the money of a cluster; None if it can, or is of no local currency."""
    line = local_line(name)
    if line is None:
        return None
    years = years_with_prices(money)
    known = f"{money.currency} of {', '.join(map(str, years))}"
    if line.currency != money.currency:
        message = f"{line.currency} is not the money of this cluster, which is {money.currency}"
        return Problem(where, message, f"{known}; dollars; national")
    if line.year not in years:
        message = f"its numbers have no prices of {line.year}, so that {line.currency} of that year mean nothing here"
        remedy = f"carry it to one of these years, or add money.price_index.{line.year} to a cluster of your own"
        return Problem(where, message, known, remedy=remedy)
    return None


def _prices_of_2021_over(year: int, money: Money) -> float:
    if year == money.line_year:
        return 1.0
    if year in money.price_index:
        return money.price_index[year].value
    known = ", ".join(map(str, sorted(money.price_index)))
    message = f"money of {year} cannot be compared with lines of {money.line_year}"
    raise QuestionError([Problem("money.price_index", message, f"a year of: {known}")])
