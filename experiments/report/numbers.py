"""How numbers are written in a report: few digits, a true minus sign, large sums in words."""

from __future__ import annotations

import math

MINUS = "\N{MINUS SIGN}"
TIED = "\N{NO-BREAK SPACE}"
"""A space at which no line breaks."""
NONE = "\N{EN DASH}"
"""Written where there is no number."""


def decimals(*values: float) -> int:
    """Return how many decimals (1 to 3) show the smallest of these numbers, so that no change is rounded to 0.

    >>> decimals(2.13), decimals(0.04), decimals(0.004), decimals(0.0)
    (1, 2, 3, 1)
    """
    sizes = [abs(value) for value in values if math.isfinite(value) and value != 0]
    smallest = min(sizes, default=1.0)
    return next((digits for digits in (1, 2) if smallest >= 0.95 * 10.0**-digits), 3)


def number(value: float, digits: int = 1) -> str:
    """Return a number with the given decimals; a dash for NaN.

    >>> number(-1234.56, 1).replace(MINUS, "-"), number(float("nan")) == NONE
    ('-1,234.6', True)
    """
    if not math.isfinite(value):
        return NONE
    text = f"{abs(value):,.{digits}f}"
    return f"{MINUS}{text}" if value < 0 and float(text.replace(",", "")) != 0 else text


def signed(value: float, digits: int = 1) -> str:
    """Return the same with a sign in front, such as +1.2; 0 has none."""
    text = number(value, digits)
    is_plus = math.isfinite(value) and value > 0 and float(text.replace(",", "")) != 0
    return f"+{text}" if is_plus else text


def per_cent(share: float, digits: int = 0) -> str:
    """Return a share as a percentage; a few are not rounded to 0 %, nor nearly all to 100 %.

    >>> [per_cent(share).replace(TIED, " ") for share in (0.253, 0.0, 0.004, 0.996, 1.0)]
    ['25 %', '0 %', '<1 %', '>99 %', '100 %']
    """
    if not math.isfinite(share):
        return NONE
    step, size = 10.0**-digits, 100 * share
    if size > 0 and not float(number(size, digits).replace(",", "")):
        return f"<{number(step, digits)}{TIED}%"
    if size < 100 <= float(number(size, digits).replace(",", "").replace(MINUS, "-")):
        return f">{number(100 - step, digits)}{TIED}%"
    return f"{number(size, digits)}{TIED}%"


def money(dollars: float) -> str:
    """Return dollars as one would say them.

    >>> money(12.345), money(1234.5), money(56_789.0), money(3_210_000.0), money(0.0321)
    ('$12.3', '$1,230', '$56,800', '$3.21 million', '$0.0321')
    """
    if not math.isfinite(dollars):
        return NONE
    sign, size = (MINUS if dollars < 0 else ""), abs(dollars)
    for least, name in ((1e9, "billion"), (1e6, "million")):
        if size >= least:
            return f"{sign}${_three_digits(size / least)} {name}"
    return f"{sign}${_three_digits(size)}"


def in_currency(amount: float, digits: int = 3) -> str:
    """An amount of local money to so many digits.

    >>> in_currency(12.345), in_currency(1234.5), in_currency(3_210_000.0), in_currency(34.6, 1)
    ('12.3', '1,230', '3.21 million', '30')
    """
    if not math.isfinite(amount):
        return NONE
    sign, size = (MINUS if amount < 0 else ""), float(f"{abs(amount):.{digits}g}")
    for least, name in ((1e9, "billion"), (1e6, "million")):
        if size >= least:
            return f"{sign}{number(size / least, _decimals(size / least, digits))} {name}"
    return f"{sign}{number(size, _decimals(size, digits))}"


def _decimals(size: float, digits: int) -> int:
    """Decimals that leave so many digits."""
    return 0 if size == 0 else max(digits - 1 - math.floor(math.log10(size)), 0)


def count(value: float) -> str:
    """Return a number of persons, households or firms, to three digits from a thousand on.

    >>> count(18.4), count(12_345.0), count(0.2), count(0.0)
    ('18', '12,300', '<1', '0')
    """
    if not math.isfinite(value):
        return NONE
    if 0 < value < 0.5:
        return "<1"
    return number(value, 0) if abs(value) < 1000 else number(float(f"{value:.3g}"), 0)


def interval(low: float, high: float, digits: int = 1) -> str:
    """An interval for a table: low to high; a dash if there is none."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return NONE
    return f"{number(low, digits)} to {number(high, digits)}"


def _three_digits(size: float) -> str:
    if size == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(size)))
    rounded = float(f"{size:.3g}")
    return f"{rounded:,.{min(digits, 4)}f}"
