"""Who pays: what each policy costs whoever bears it, in dollars over the whole run at the real scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.cost import AMOUNTS, PACKAGE, Programme, delivery
from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.model.measures.groups_at_base import Numbers

PAYERS = ("government", "donor", "buyers", "firms", "association", "households")
"""Who can bear a cost. What firms and households bear includes what comes on top of programmes: see `cost.csv`."""

COLUMNS = (
    *("scenario", "policy", "payer", "paid", "paid_low", "paid_high", "of_it_besides"),
    *("share", "a_household_a_month"),
)


def payers_table(
    programmes: Sequence[Programme],
    policies: Sequence[str],
    households: float,
    months: int,
    scenario: str,
) -> pd.DataFrame:
    """A row for each policy, and for the package, and each of `PAYERS` who bears something.

    `households` are those of the cluster at the real scale. `of_it_besides` is what the payer bears beside what the
    programme spends (higher wages, contributions, fines); `share` is of all that the policy costs.
    """
    if not policies:
        return pd.DataFrame(columns=list(COLUMNS))
    paid = np.stack([_by_payer(each, policies) for each in programmes])
    besides = np.stack([_besides(each, policies) for each in programmes])
    rows: list[dict[str, object]] = []
    for number, name in enumerate((*policies, PACKAGE)):
        if name == PACKAGE and len(policies) == 1:
            continue
        own = paid.sum(axis=1) if name == PACKAGE else paid[:, number]
        extra = besides.sum(axis=1) if name == PACKAGE else besides[:, number]
        rows += _rows(scenario, name, own, extra, max(households * months, 1.0))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(
    scenario: str, policy: str, paid: Numbers, besides: Numbers, household_months: float
) -> list[dict[str, object]]:
    whole = float(paid.sum(axis=1).mean())
    found: list[dict[str, object]] = []
    for position, payer in enumerate(PAYERS):
        spread = over_seeds(paid[:, position])
        mean = float(spread.mean)
        if mean == 0.0:
            continue
        row: dict[str, object] = {"scenario": scenario, "policy": policy, "payer": payer}
        row |= {"paid": mean, "paid_low": float(spread.low), "paid_high": float(spread.high)}
        row |= {"of_it_besides": float(besides[:, position].mean())}
        row |= {"share": mean / whole if whole else np.nan}
        found.append(row | {"a_household_a_month": mean / household_months})
    return found


def _by_payer(programme: Programme, policies: Sequence[str]) -> Numbers:
    """Dollars (policies, PAYERS): what programmes spend by their payer, and what others bear besides."""
    paid = _besides(programme, policies)
    spent = delivery(programme, policies)[:, AMOUNTS.index("spent")]
    payer = {str(row["policy"]): str(row["payer"]) for row in programme}
    for number, name in enumerate(policies):
        if name in payer:
            paid[number, PAYERS.index(payer[name])] += spent[number]
    return paid


def _besides(programme: Programme, policies: Sequence[str]) -> Numbers:
    numbers = delivery(programme, policies)
    paid = np.zeros((len(policies), len(PAYERS)))
    for name, payer in (("spent_firms", "firms"), ("spent_households", "households")):
        paid[:, PAYERS.index(payer)] = numbers[:, AMOUNTS.index(name)]
    return paid
