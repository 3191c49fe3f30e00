"""Money is conserved: every payment has a payer and a payee, and stocks move only by the flows into them.

`FLOWS` is the list of all kinds of payment; a month's payments are one vector in that order. Phases add to it
where they move money between agents; `imbalance` then holds the sums against the agents' own stocks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SECTORS = (
    "firms", "households", "association", "services", "lenders", "micro_lender", "programme",
    "government", "buyers", "world",
)  # fmt: skip

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
    ("founders_equity", "households", "firms"),
    ("outside_equity", "world", "firms"),
    ("upgrading", "firms", "world"),
    ("standards_met", "firms", "world"),
    ("joint_giving", "firms", "association"),
    ("joint_facility", "association", "world"),
    ("joint_grant", "programme", "association"),
    ("medical_costs", "households", "world"),
    ("capital_sold", "world", "firms"),
    ("closing_cash", "firms", "households"),
    ("outside_income", "world", "households"),
    ("services_income", "services", "households"),
    ("local_spending", "households", "services"),
    ("other_spending", "households", "world"),
    ("programme_government", "government", "programme"),
    ("programme_donors", "world", "programme"),
    ("programme_buyers", "buyers", "programme"),
    ("programme_levy", "firms", "programme"),
    ("programme_delivery", "programme", "world"),
    ("programme_to_lender", "programme", "micro_lender"),
    ("programme_leakage", "programme", "world"),
    ("programme_works", "programme", "world"),
    ("public_sales", "government", "firms"),
    ("profit_tax", "firms", "government"),
    ("programme_transfers", "programme", "households"),
    ("programme_grants", "programme", "firms"),
    ("association_levy", "firms", "association"),
    ("programme_association", "association", "programme"),
    ("safety_at_work", "firms", "world"),
    ("home_work_contributions", "firms", "government"),
    ("insurance_contributions", "households", "government"),
    ("programme_medical", "programme", "households"),
    ("joint_relief", "association", "firms"),
    ("overheads", "firms", "world"),
    ("owner_backing", "households", "firms"),
    ("used_machines", "firms", "world"),
    ("partners_repaid", "firms", "world"),
)
"""Every kind of payment: its name, who pays and who is paid."""

INDEX = {name: position for position, (name, _, _) in enumerate(FLOWS)}

EXPORT_SALES = INDEX["export_sales"]
LOCAL_SALES = INDEX["local_sales"]
PUTOUT_WORK = INDEX["putout_work"]
LOCAL_INPUTS = INDEX["local_inputs"]
IMPORTED_INPUTS = INDEX["imported_inputs"]
WAGES = INDEX["wages"]
SEVERANCE = INDEX["severance"]
OWNER_DRAWS = INDEX["owner_draws"]
CONTRIBUTIONS = INDEX["contributions"]
PENALTIES = INDEX["penalties"]
REORGANISATION = INDEX["reorganisation"]
INVESTMENT = INDEX["investment"]
LOANS = INDEX["working_capital_loans"]
REPAID = INDEX["working_capital_repaid"]
INTEREST = INDEX["working_capital_interest"]
MICRO_LOANS = INDEX["micro_loans"]
MICRO_TO_HOUSEHOLD = INDEX["micro_loans_to_household"]
MICRO_REPAID = INDEX["micro_repaid"]
MICRO_INTEREST = INDEX["micro_interest"]
FOUNDERS_EQUITY = INDEX["founders_equity"]
OUTSIDE_EQUITY = INDEX["outside_equity"]
UPGRADING = INDEX["upgrading"]
STANDARDS_MET = INDEX["standards_met"]
JOINT_GIVING = INDEX["joint_giving"]
JOINT_FACILITY = INDEX["joint_facility"]
JOINT_GRANT = INDEX["joint_grant"]
MEDICAL = INDEX["medical_costs"]
CAPITAL_SOLD = INDEX["capital_sold"]
CLOSING_CASH = INDEX["closing_cash"]
OUTSIDE_INCOME = INDEX["outside_income"]
SERVICES_INCOME = INDEX["services_income"]
LOCAL_SPENDING = INDEX["local_spending"]
OTHER_SPENDING = INDEX["other_spending"]
FUNDING = INDEX["programme_government"]
DONORS = INDEX["programme_donors"]
PURCHASERS = INDEX["programme_buyers"]
LEVY = INDEX["programme_levy"]
DELIVERY = INDEX["programme_delivery"]
TO_LENDER = INDEX["programme_to_lender"]
LEAKAGE = INDEX["programme_leakage"]
WORKS = INDEX["programme_works"]
PUBLIC_SALES = INDEX["public_sales"]
PROFIT_TAX = INDEX["profit_tax"]
TRANSFERS = INDEX["programme_transfers"]
GRANTS = INDEX["programme_grants"]
MEMBERS_LEVY = INDEX["association_levy"]
ASSOCIATION = INDEX["programme_association"]
SAFETY = INDEX["safety_at_work"]
HOME_DUES = INDEX["home_work_contributions"]
INSURANCE = INDEX["insurance_contributions"]
MEDICAL_COVERED = INDEX["programme_medical"]
JOINT_RELIEF = INDEX["joint_relief"]
OVERHEADS = INDEX["overheads"]
OWNER_BACKING = INDEX["owner_backing"]
USED_MACHINES = INDEX["used_machines"]
PARTNERS_REPAID = INDEX["partners_repaid"]


def new_flows() -> NDArray[np.float64]:
    """A month's payments, all zero, in the order of `FLOWS`."""
    return np.zeros(len(FLOWS))


INTO = {
    sector: np.array([(payee == sector) - float(payer == sector) for _, payer, payee in FLOWS])
    for sector in SECTORS
}
"""For each sector a vector over the kinds of payment: 1 what it receives, -1 what it pays, 0 what passes it by."""


def net_inflow(flows: NDArray[np.float64], sector: str) -> float:
    """What a sector received less what it paid in the month, in dollars."""
    return float(INTO[sector] @ flows)


def imbalance(
    flows: NDArray[np.float64], before: dict[str, float], after: dict[str, float]
) -> float:
    """The largest gap between a stock's change and the flows into it, relative to the month's turnover.

    `before` and `after` hold the money stock of each sector whose agents are in the model (firms' cash,
    households' savings, local services' income, the programme's fund); the others are outside and have none.
    """
    turnover = max(float(np.abs(flows).sum()), 1.0)
    gaps = [
        abs((after[sector] - before[sector]) - net_inflow(flows, sector)) / turnover
        for sector in before
    ]
    return max(gaps)
