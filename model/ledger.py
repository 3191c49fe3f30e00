"""Money is conserved: every payment has a payer and a payee, and stocks move only by the flows into them.

`FLOWS` is the list of all kinds of payment; a month's payments are one vector in that order. Phases add to it
where they move money between agents; `imbalance` then holds the sums against the agents' own stocks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SECTORS = (
    "firms",
    "households",
    "services",
    "lenders",
    "micro_lender",
    "programme",
    "government",
    "buyers",
    "world",
)

FLOWS = (
    ("export_sales", "buyers", "firms"),
    ("local_sales", "world", "firms"),
    ("putout_work", "firms", "firms"),
    ("local_inputs", "firms", "firms"),
    ("imported_inputs", "firms", "world"),
    ("wages", "firms", "households"),
    ("severance", "firms", "households"),
    ("owner_draws", "firms", "households"),
    ("contributions", "firms", "government"),
    ("penalties", "firms", "government"),
    ("reorganisation", "firms", "world"),
    ("investment", "firms", "world"),
    ("working_capital_loans", "lenders", "firms"),
    ("working_capital_repaid", "firms", "lenders"),
    ("working_capital_interest", "firms", "lenders"),
    ("micro_loans", "micro_lender", "firms"),
    ("micro_loans_to_household", "micro_lender", "households"),
    ("micro_repaid", "firms", "micro_lender"),
    ("micro_interest", "firms", "micro_lender"),
    ("capital_sold", "world", "firms"),
    ("closing_cash", "firms", "households"),
    ("outside_income", "world", "households"),
    ("services_income", "services", "households"),
    ("local_spending", "households", "services"),
    ("other_spending", "households", "world"),
    ("programme_funding", "government", "programme"),
    ("programme_donors", "world", "programme"),
    ("programme_buyers", "buyers", "programme"),
    ("programme_levy", "firms", "programme"),
    ("programme_delivery", "programme", "world"),
    ("programme_to_lender", "programme", "micro_lender"),
)

(
    EXPORT_SALES,
    LOCAL_SALES,
    PUTOUT_WORK,
    LOCAL_INPUTS,
    IMPORTED_INPUTS,
    WAGES,
    SEVERANCE,
    OWNER_DRAWS,
    CONTRIBUTIONS,
    PENALTIES,
    REORGANISATION,
    INVESTMENT,
    LOANS,
    REPAID,
    INTEREST,
    MICRO_LOANS,
    MICRO_TO_HOUSEHOLD,
    MICRO_REPAID,
    MICRO_INTEREST,
    CAPITAL_SOLD,
    CLOSING_CASH,
    OUTSIDE_INCOME,
    SERVICES_INCOME,
    LOCAL_SPENDING,
    OTHER_SPENDING,
    FUNDING,
    DONORS,
    PURCHASERS,
    LEVY,
    DELIVERY,
    TO_LENDER,
) = range(len(FLOWS))


def new_flows() -> NDArray[np.float64]:
    """A month's payments, all zero, in the order of `FLOWS`."""
    return np.zeros(len(FLOWS))


def net_inflow(flows: NDArray[np.float64], sector: str) -> float:
    """What a sector received less what it paid in the month, in dollars."""
    received = sum(flows[i] for i, (_, _, payee) in enumerate(FLOWS) if payee == sector)
    paid = sum(flows[i] for i, (_, payer, _) in enumerate(FLOWS) if payer == sector)
    return float(received - paid)


def imbalance(
    flows: NDArray[np.float64], before: dict[str, float], after: dict[str, float]
) -> float:
    """The largest gap between a stock's change and the flows into it, relative to the month's turnover.

    `before` and `after` hold the money stock of each sector whose agents are in the model (firms' cash,
    households' savings, the services' till, the programme's fund); the others are outside and have none.
    """
    turnover = max(float(np.abs(flows).sum()), 1.0)
    gaps = [
        abs((after[sector] - before[sector]) - net_inflow(flows, sector)) / turnover
        for sector in before
    ]
    return max(gaps)
