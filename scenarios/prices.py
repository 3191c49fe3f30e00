"""Money of a place: what it is in international dollars of the year of the lines, and whether it can be right.

The welfare lines are in dollars of 2021 at the PPP of 2021 (private consumption); an amount of
another year is first carried to 2021 by consumer prices. An amount whose year has no price index
is an error, never a guess.

A price index or a rate that was turned upside down looks like any other number, and moves every poverty rate. So what
is hardly ever true is asked about: it is taken if its note says that it was looked at ("Confirmed: ...").
"""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.model.measures.lines import DAYS_PER_MONTH, PovertyLine
from poverty_nodes.model.measures.local_line import LocalLine, local_line
from poverty_nodes.scenarios.description.cluster import Money
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.errors import Problem, QuestionError

CONFIRMED = "Confirmed:"
"""By these words in its note a number is known that was looked at and is as it stands."""
DAYS = 365.25 / 12.0
FASTEST = 3.0
"""Growth of prices in a year above which it is asked about: four times a year is hyperinflation."""
LINES = (0.7, 60.0)
"""Dollars of 2021 a day: national lines of all countries lie within (judged; the World Bank's from about 1.2 to 40)."""
PRICE_LEVELS = (0.05, 2.5)
"""Purchasing power over the market rate: what a dollar of prices costs, from the poorest to the dearest country."""
ADVICE = f"correct it, or begin the number's note with '{CONFIRMED}' and say how you know"


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


def implausible(money: Money, where: str) -> list[Problem]:
    """Return a question for each amount that is hardly ever true; `where` is the file, with the section."""
    return [*_indices(money, where), *_line(money, where), *_price_level(money, where)]


def _indices(money: Money, where: str) -> Iterator[Problem]:
    for year, index in sorted(money.price_index.items()):
        years = money.line_year - year
        if years == 0 or _confirmed(index):
            continue
        # Of a later year the index is the other way round: below 1 where prices rose.
        rise = index.value if years > 0 else 1.0 / index.value
        key = f"{where}.price_index.{year}"
        if rise < 1.0:
            message = f"{index.value:g} says that prices fell by {1.0 - rise:.0%} between {year} and {money.line_year}"
            accepted = f"consumer prices of {money.line_year} over those of {year}"
            remedy = f"is it upside down? The other way round it is {1.0 / index.value:.4g}. Else {ADVICE}"
            yield Problem(key, message, accepted, remedy=remedy)
        elif rise ** (1.0 / abs(years)) > 1.0 + FASTEST:
            message = f"{index.value:g} says that prices rose by {rise ** (1.0 / abs(years)) - 1.0:.0%} a year"
            yield Problem(key, message, f"at most {FASTEST:.0%} a year", remedy=ADVICE)


def _line(money: Money, where: str) -> Iterator[Problem]:
    line = money.national_line
    if line.year not in {money.line_year, *money.price_index} or _confirmed(line):
        return  # a year without prices is refused by itself
    daily = national_line(money) / DAYS
    if not LINES[0] <= daily <= LINES[1]:
        message = f"is {daily:,.2f} international dollars of {money.line_year} a day"
        accepted = f"{LINES[0]:g} to {LINES[1]:g} dollars a day"
        remedy = (
            "look at the line (a month's? in this currency?), at ppp_2021 (local currency for a dollar) and at "
            f"price_index.{line.year}; {ADVICE}"
        )
        yield Problem(f"{where}.national_line", message, accepted, remedy=remedy)


def _price_level(money: Money, where: str) -> Iterator[Problem]:
    rate, ppp = money.exchange_rate, money.ppp_2021
    index = 1.0 if rate.year == money.line_year else None
    if rate.year in money.price_index:
        index = money.price_index[rate.year].value
    if index is None or _confirmed(ppp) or _confirmed(rate):
        return
    level = ppp.value / index / rate.value
    if not PRICE_LEVELS[0] <= level <= PRICE_LEVELS[1]:
        message = (
            f"{ppp.value:g} beside an exchange rate of {rate.value:g} ({rate.year}) says that prices are {level:.2g} "
            "times those of the United States"
        )
        accepted = f"{PRICE_LEVELS[0]:g} to {PRICE_LEVELS[1]:g} times"
        yield Problem(
            f"{where}.ppp_2021",
            message,
            accepted,
            remedy=f"both in local currency for a dollar; {ADVICE}",
        )


def _confirmed(number: Estimate) -> bool:
    return number.note.startswith(CONFIRMED)
