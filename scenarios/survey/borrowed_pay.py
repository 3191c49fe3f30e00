"""Pay that a survey does not give is taken from another place and converted to the survey's money."""

from __future__ import annotations

from typing import Any

from poverty_nodes.scenarios.description.borrowing import borrowed
from poverty_nodes.scenarios.description.cluster import ClusterDescription, Money
from poverty_nodes.scenarios.prices import to_dollars


def borrowed_pay(like: ClusterDescription, money: Money, year: int, rows: int) -> dict[str, Any]:
    """Return the similar cluster's pay of a regular post as an assumption, in money of another currency and year.

    It is converted by purchasing power, so that it buys as much here as there.
    """
    wage = like.workers.regular_wage
    leaf = borrowed(wage, like.cluster.title, rows)
    if money.currency == like.money.currency:
        return leaf
    factor = to_dollars(1.0, wage.year, like.money) / to_dollars(1.0, year, money)
    note = (
        f"{leaf['note']} {wage.value:,.6g} {like.money.currency} of {wage.year} times {factor:.4g}, by purchasing "
        f"power, are {wage.value * factor:,.6g} {money.currency} of {year}."
    )
    return (
        leaf
        | {key: leaf[key] * factor for key in ("value", "low", "high")}
        | {"year": year, "note": note}
    )
