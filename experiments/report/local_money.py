"""The money of a report in the currency of the place: at prices of the lines' year, and of the year of its pays."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.report.labels import line_label, people_label, policy_label
from poverty_nodes.experiments.report.numbers import MINUS, NONE, money, number
from poverty_nodes.experiments.report.table import Row, Table

if TYPE_CHECKING:
    from poverty_nodes.scenarios.description.cluster import ClusterDescription

MOST_GROUPS = ("all", "gender", "contract")
"""Dimensions whose groups stand in the table; the others follow by the same rate."""


@dataclass(frozen=True)
class LocalMoney:
    """A currency, and how much of it an international dollar of 2021 buys as much as, by year of its prices."""

    currency: str
    rates: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, cluster: ClusterDescription) -> LocalMoney:
        """Read the rates off a cluster: those of the lines' year and of the year that its pays are of."""
        from poverty_nodes.scenarios.prices import to_dollars

        paid = cluster.money
        years = sorted({paid.line_year, cluster.workers.regular_wage.year})
        return cls(
            paid.currency, tuple((year, 1.0 / to_dollars(1.0, year, paid)) for year in years)
        )


def local_table(comparison: Comparison, local: LocalMoney) -> Table:
    """Return the amounts that a report turns on, in dollars and in the currency of the place."""
    heads = (
        "Amount",
        "Dollars of 2021",
        *(f"{local.currency} of {year}" for year, _ in local.rates),
    )
    rows = tuple(
        Row(title, (money(dollars), *(in_currency(dollars * rate) for _, rate in local.rates)))
        for title, dollars in _amounts(comparison)
    )
    return Table(f"Amounts of this page in {local.currency}", heads, rows)


def in_currency(amount: float) -> str:
    """An amount of local money to three digits.

    >>> in_currency(12.345), in_currency(1234.5), in_currency(3_210_000.0)
    ('12.3', '1,230', '3.21 million')
    """
    if not math.isfinite(amount):
        return NONE
    sign, size = (MINUS if amount < 0 else ""), abs(amount)
    for least, name in ((1e9, "billion"), (1e6, "million")):
        if size >= least:
            return f"{sign}{number(size / least, _digits(size / least))} {name}"
    rounded = float(f"{size:.3g}")
    return f"{sign}{number(rounded, _digits(rounded))}"


def _digits(size: float) -> int:
    """Decimals that leave three digits."""
    return 0 if size >= 100 or size == 0 else max(2 - math.floor(math.log10(size)), 0)


def _amounts(comparison: Comparison) -> Iterator[tuple[str, float]]:
    yield "an international dollar of 2021", 1.0
    terms = comparison.terms
    yield f"the poverty line ({line_label(terms)}), a person and day", terms.line.daily
    yield "the same, a person and month", terms.line.monthly
    winners = comparison.winners
    for _, row in winners[winners["dimension"].isin(MOST_GROUPS) & ~winners["thin"]].iterrows():
        title = f"change of mean consumption a person and month, {people_label(row['group'])}"
        yield title, float(row["mean_change"])
    for _, row in comparison.cost.iterrows():
        whole = row["policy"] == PACKAGE
        name = str(row["policy"]) if whole else policy_label(str(row["policy"]))
        yield f"{name}: spent by the programme", float(row["spent"])
        lifted = float(row.get("cost_per_household_lifted", math.nan))
        if math.isfinite(lifted):
            yield f"{name}: programme cost of a household lifted out", lifted
