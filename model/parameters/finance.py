"""Behavioural numbers of firms' money: cash, credit and investment, fixed costs, and what is left to a firm that cannot
pay."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

FINANCE = (
    P("investment_speed", 0.05, 0.02, 0.1, "/month", "assumed", "prototype runs",
      "share of the gap to desired capital closed in a month"),
    P("cash_target", 0.6, 0.3, 1.5, "months", "assumed",
      "23 days of what a firm pays out; median 27 in jpmorgan2016, less where much is paid in wages",
      "cash kept, in months of base sales"),
    P("cash_speed", 0.15, 0.05, 0.3, "/month", "assumed", "prototype runs",
      "share of cash above target paid out to the owner"),
    P("repayment_speed", 0.2, 0.05, 0.5, "/month", "assumed", "judged",
      "share of cash over half its target that goes to repay working capital"),
    P("debt_limit", 3.0, 1.0, 6.0, "months", "assumed", "judged",
      "working-capital debt, in months of base sales, beyond which a firm must close"),
    P("capital_recovered", 0.5, 0.3, 0.7, "/1", "assumed", "judged", "share of capital recovered at closure"),
    P("women_loan_diverted", 0.3, 0.0, 0.6, "/1", "assumed", "bernhardt2019, recalled",
      "share of a woman owner's loan that goes to the household's other uses"),
)

OVERHEADS = (
    P("overhead_share", 0.0, 0.0, 0.20, "/1", "assumed",
      "shanbhag_costing: administration 7 %, power and upkeep 8 % of the cost of a garment; 0 switches it off",
      "overheads of a large firm, due whether or not there are orders, as a share of its usual sales"),
    P("overhead_heads", 4.0, 1.0, 10.0, "workers", "assumed", "judged: a household that works at home pays no rent",
      "posts on its premises at which a firm has half of that share"),
    P("overhead_speed", 0.03, 0.015, 0.08, "/month", "assumed", "judged: leases and lines given up over three years",
      "speed at which overheads follow sales"),
    P("machine_sales", 0.0, 0.0, 0.5, "/month", "assumed", "judged; 0 switches it off",
      "largest share of its machines that a firm sells in a month when nobody lends it more"),
    P("owner_backing", 0.0, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "share of the owner's household savings that is brought in before the firm closes"),
    P("machines_stay", 0.0, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "share of the machines that firms sell which is for sale to others of the place"),
    P("partners_claim", 0.0, 0.0, 1.0, "/1", "assumed", "1 is what an equal partner is owed; 0 switches it off",
      "part of their share of what a closing firm leaves that partners from outside get"),
)

# fmt: on
