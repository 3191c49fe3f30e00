"""Money that no honest source gives: prices that fell, a purchasing power or a line out of any range that is known.

A price index or a rate that was turned upside down looks like any other number, and moves every poverty rate. So what
is hardly ever true is asked about: it is taken if its note says that it was looked at ("Confirmed: ...").
"""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.description.sections import Money
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.prices import national_line

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
