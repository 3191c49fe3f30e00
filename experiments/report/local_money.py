"""Amounts of a report in local currency, at prices of the year of the poverty lines and of the year of the pays."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.report.labels import line_label, listed, people_label, policy_label
from poverty_nodes.experiments.report.numbers import in_currency, money
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.scenarios.prices import to_dollars

if TYPE_CHECKING:
    from poverty_nodes.scenarios.description.cluster import ClusterDescription

MOST_GROUPS = ("all", "gender", "contract")
"""Dimensions whose groups are in the table; the others convert at the same rate."""


@dataclass(frozen=True)
class LocalMoney:
    """A currency, and how much of it equals an international dollar of 2021, by year of its prices."""

    currency: str
    rates: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, cluster: ClusterDescription, *more: int) -> LocalMoney:
        """Read the rates off a cluster: of the lines' year, of the year that its pays are of, and of more years."""
        paid = cluster.money
        years = sorted({paid.line_year, cluster.workers.regular_wage.year, *more})
        return cls(
            paid.currency, tuple((year, 1.0 / to_dollars(1.0, year, paid)) for year in years)
        )


def line_in_words(terms: Terms, local: LocalMoney | None) -> str:
    """The poverty line in dollars and in the currency of the place, in one sentence; "" if none is known."""
    if local is None:
        return ""
    own = [
        f"{in_currency(terms.line.daily * rate)} {local.currency} at prices of {year}"
        for year, rate in local.rates
    ]
    return f"The poverty line is ${terms.line.daily:.2f} of 2021 a person and day, which buy what {listed(own)} buy."


def local_table(comparison: Comparison, local: LocalMoney) -> Table:
    """Return the main amounts of a report, in dollars and in local currency."""
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
