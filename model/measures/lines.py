"""Poverty lines, each tied to the prices it is written in.

A line of one price year means nothing to welfare of another: the purchasing power of a dollar
differs, and so do the national lines behind it. The lines in use are the World Bank's of June
2025.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from poverty_nodes.model.measures.local_line import LOCAL_ACCEPTED, LocalLine, local_line

DAYS_PER_MONTH = 365 / 12
PRICE_YEAR = 2021


@dataclass(frozen=True)
class PovertyLine:
    """`daily` international dollars a person, in purchasing power parities of `price_year`.

    ValueError unless daily is above 0.
    """

    name: str
    daily: float
    price_year: int

    def __post_init__(self) -> None:
        """Refuse a line that nobody can be below."""
        if not self.daily > 0:
            raise ValueError(f"the poverty line {self.name} must be above 0, not {self.daily}")

    @property
    def monthly(self) -> float:
        """International dollars a person a month of 365/12 days, in prices of `price_year`."""
        return self.daily * DAYS_PER_MONTH


def _by_name(*lines: PovertyLine) -> Mapping[str, PovertyLine]:
    return MappingProxyType({line.name: line for line in lines})


INTERNATIONAL_LINES = _by_name(
    PovertyLine("3.00", 3.00, 2021),
    PovertyLine("4.20", 4.20, 2021),
    PovertyLine("8.30", 8.30, 2021),
)
"""Extreme, lower-middle-income and upper-middle-income lines. World Bank, 5 June 2025."""

REPLACED_LINES = _by_name(
    PovertyLine("2.15", 2.15, 2017),
    PovertyLine("3.65", 3.65, 2017),
    PovertyLine("6.85", 6.85, 2017),
)
"""What the three replaced; known here so that mixing vintages can be named and refused."""


NATIONAL = "national"
DOLLARS = "USD"
LARGEST = 1000.0
"""Dollars a day above which a line is taken for a mistake: a monthly or yearly one, or one of a local currency."""
LINES_ACCEPTED = (
    "3.00, 4.20, 8.30 or another number up to 1,000, in dollars of 2021 (PPP) a person a day as these are; "
    f"national; or {LOCAL_ACCEPTED}"
)


def line_name(value: object) -> str:
    """The name of any line: `national`, its dollars a day, or its local currency; ValueError for what is no line.

    >>> line_name(4.2), line_name("3.65"), line_name("5"), line_name("national"), line_name("43 INR 2011-12")
    ('4.20', '3.65', '5.00', 'national', '43 INR 2012 a day')
    """
    text = "" if isinstance(value, bool) else str(value).strip()
    if text == NATIONAL:
        return text
    if (local := local_line(text)) is not None:
        return local.name if local.currency != DOLLARS else _of_dollars(local)
    if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", text, re.ASCII):
        raise ValueError(f"'{value}' is no poverty line")
    daily = float(text)
    if not 0 < daily <= LARGEST:
        raise ValueError(f"{text} dollars a day are no poverty line")
    return f"{daily:.2f}" if round(daily, 2) == daily else f"{daily:.6f}".rstrip("0")


def _of_dollars(line: LocalLine) -> str:
    """The name of a line in dollars of a year, of which only those of the lines' year can be held against welfare."""
    if line.year != PRICE_YEAR:
        raise ValueError(
            f"dollars of {line.year} cannot be held against consumption in dollars of {PRICE_YEAR}: purchasing power "
            f"is known for {PRICE_YEAR} alone"
        )
    return line_name(f"{round(line.monthly / DAYS_PER_MONTH, 6):.6f}")


def dollar_line(name: str) -> PovertyLine:
    """The line of any number of dollars a day, in the prices of the named ones; ValueError for what is none."""
    if name in INTERNATIONAL_LINES:
        return INTERNATIONAL_LINES[name]
    return PovertyLine(line_name(name), float(name), PRICE_YEAR)


def international_line(name: str) -> PovertyLine:
    """The line "3.00", "4.20" or "8.30"; ValueError for others, naming what replaced an old one."""
    if name in INTERNATIONAL_LINES:
        return INTERNATIONAL_LINES[name]
    if name in REPLACED_LINES:
        position = list(REPLACED_LINES).index(name)
        successor = list(INTERNATIONAL_LINES)[position]
        raise ValueError(
            f"the line {name} is in {REPLACED_LINES[name].price_year} prices and was replaced by "
            f"{successor} in {PRICE_YEAR} prices; vintages cannot be mixed, use {successor}"
        )
    raise ValueError(f"no line {name!r}; there are {', '.join(INTERNATIONAL_LINES)} dollars a day")


def national_line(monthly_local: float, price_factor: float, ppp: float) -> PovertyLine:
    """A country's own line in international dollars of 2021.

    `monthly_local` is local currency a person a month in its own year, `price_factor` its growth
    in prices from that year to 2021, `ppp` local currency per international dollar of 2021.
    ValueError if one is not above 0.
    """
    for what, value in (("price factor", price_factor), ("purchasing power parity", ppp)):
        if not value > 0:
            raise ValueError(f"the {what} of a national line must be above 0, not {value}")
    daily = monthly_local * price_factor / ppp / DAYS_PER_MONTH
    return PovertyLine("national", daily, PRICE_YEAR)


def monthly_line(line: PovertyLine, welfare_price_year: int) -> float:
    """The line a month, to hold against welfare; ValueError if their price years differ."""
    if line.price_year != welfare_price_year:
        raise ValueError(
            f"the line {line.name} is in {line.price_year} prices and welfare in "
            f"{welfare_price_year} prices: the two must share a price year. Convert welfare to "
            f"{line.price_year} prices, or choose a line in {welfare_price_year} prices"
        )
    return line.monthly
