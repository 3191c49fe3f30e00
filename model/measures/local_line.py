"""A poverty line in a country's own currency: the grammar of its name, such as "43 INR 2012 a day"."""

from __future__ import annotations

import re
from dataclasses import dataclass

PERIODS = {"day": 365 / 12, "month": 1.0, "year": 1 / 12}
"""How many of each stand in a month."""
LOCAL_ACCEPTED = 'local currency of a year, "43 INR 2011-12 a day" (or a month, a year)'
MOST_LOCAL = 1e9

_NAME = re.compile(
    r"(?P<amount>\d{1,10}(?:\.\d{1,6})?) +(?P<currency>[A-Za-z]{3}) +(?:of +)?"
    r"(?P<year>\d{4})(?:[-/](?P<ends>\d{2}(?:\d{2})?))?(?: +an? +(?P<period>day|month|year))?",
    re.ASCII,
)


@dataclass(frozen=True)
class LocalLine:
    """So much of a currency at the prices of a year, a person a day, month or year."""

    amount: float
    currency: str
    year: int
    period: str

    @property
    def name(self) -> str:
        """The one name of the line."""
        return f"{self.amount:.10g} {self.currency} {self.year} a {self.period}"

    @property
    def monthly(self) -> float:
        """Local currency a person a month of 365/12 days."""
        return self.amount * PERIODS[self.period]


def local_line(text: str) -> LocalLine | None:
    """Read a line in local currency; None for a text of another form, ValueError for one that is no line.

    A year that spans two calendar years has the name of that in which it ends, as in the files of clusters.

    >>> local_line("43 inr 2011-12").name, local_line("1000 INR of 2012 a month").name
    ('43 INR 2012 a day', '1000 INR 2012 a month')
    """
    found = _NAME.fullmatch(text.strip())
    if found is None:
        return None
    amount, year = float(found["amount"]), int(found["year"])
    if not 0 < amount <= MOST_LOCAL:
        raise ValueError(f"'{text}' is no poverty line")
    if found["ends"] is not None:
        if found["ends"] not in (f"{(year + 1) % 100:02d}", str(year + 1)):
            raise ValueError(f"'{found['year']}-{found['ends']}' is no year of twelve months")
        year += 1
    return LocalLine(amount, found["currency"].upper(), year, found["period"] or "day")
