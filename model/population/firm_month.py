"""What a month does to a firm: what it makes, sells, pays and owes, and what policies set on it."""

from poverty_nodes.model.population.table import Field

MARKS: tuple[Field, ...] = (
    Field("accidents_avoided", "f8", "/1", "share of injuries that a safety programme avoids"),
    Field("safety_cost", "f8", "$/month", "what the firm itself pays for that, a worker"),
    Field("coached", "f8", "/1", "rise of its chances of process and product steps"),
    Field("advised", "f8", "days/month", "advice on management, or days among peers, that it gets"),
    Field("marketing", "f8", "/1", "rise of its chances of functional steps, in a consortium"),
    Field("partners", "f8", "firms", "firms whose capacity counts with its own for a large order"),
    Field(
        "brokered",
        "f8",
        "0-1",
        "trust that a broker adds; a firm with such a mark joins the association",
    ),
    Field(
        "plant_part", "f8", "/1", "part of the cost of a treatment plant that a common one saves"
    ),
    Field(
        "fair_chance", "f8", "/month", "chance to win orders at a fair or from a buyer met there"
    ),
    Field("fair_orders", "f8", "/1", "size of such orders, as a share of its base sales"),
    Field("public_orders", "f8", "/1", "public orders that it has, as a share of its base sales"),
    Field("input_discount", "f8", "/1", "what joint purchase takes off the price of its inputs"),
    Field(
        "price_gain",
        "f8",
        "/1",
        "what joint sale wins back: of a buyer's markdown, on a patron's price",
    ),
    Field("voice", "f8", "/1", "share of the monopsony markdown that its organised workers win"),
    Field("audited", "i1", "flag", "1 when a buyers' code is audited in it this month"),
    Field("offered_bank", "i1", "flag", "1 when it is helped to register and to reach a bank"),
)
"""Fields that policies set on a firm for one month; neutral at 0, cleared when a month opens."""

OF_THE_MONTH: tuple[Field, ...] = (
    Field("labour", "f8", "units", "efficiency units at work in the month"),
    Field(
        "own_output",
        "f8",
        "/1",
        "volume made by its own people as a multiple of its base",
        start=1.0,
    ),
    Field("output", "f8", "/1", "volume delivered as a multiple of its base", start=1.0),
    Field("revenue", "f8", "$/month", "sales of the month"),
    Field("wage_bill", "f8", "$/month", "wages and piece rates of the month"),
    Field("inputs", "f8", "$/month", "materials and overheads of the month"),
    Field("usual_sales", "f8", "$/month", "slow average of sales, which overheads follow"),
    Field("putout_cost", "f8", "$/month", "paid for subcontracted work in the month"),
    Field("severance", "f8", "$/month", "owed to regular workers dismissed in the month"),
    Field("profit", "f8", "$/month", "sales less inputs, work put out, wages and contributions"),
    Field(
        "profit_ratio",
        "f8",
        "/1",
        "slow average of sales over wages as a multiple of its base",
        start=1.0,
    ),
    Field(
        "gap_regular",
        "f8",
        "$/month",
        "what lifting its regular workers to the wage floor would cost",
    ),
    Field("gap_casual", "f8", "$/month", "the same for its casual workers"),
    Field("gap_homework", "f8", "$/month", "the same for its home workers"),
    Field("investment", "f8", "$/month", "spent on capital in the month"),
    Field("cash", "f8", "$", "money at hand; never negative"),
    Field("debt", "f8", "$", "owed to traders, moneylenders and banks"),
    Field(
        "outside_share",
        "f8",
        "/1",
        "share of its first capital and cash that partners from outside paid",
    ),
    Field("own_rate", "f8", "/month", "its own cost of capital", copied=True),
    Field("micro_debt", "f8", "$", "owed to the micro-lender"),
    Field("micro_months", "i4", "months", "instalments that remain, grace included"),
    Field("micro_taken", "i4", "loans", "micro-loans taken so far; -1 after a default"),
    Field(
        "micro_group", "i4", "group", "number of the group that answers for its loan; 0 without one"
    ),
    Field("micro_unpaid", "f8", "$", "what it left unpaid this month, for which its group answers"),
    Field(
        "won_orders", "f8", "/1", "orders won at fairs that still run, as a share of its base sales"
    ),
    Field("direct_part", "f8", "/1", "share of the month's demand from fairs and the state"),
    Field("public_part", "f8", "/1", "share of the month's demand from the state"),
    Field("warned", "i4", "months", "months in which audits found it below a buyers' code"),
    Field("bank_rate", "f8", "/month", "rate of its bank; 0 without one since the base month"),
    Field("bank_limit", "f8", "months", "what its bank lends, in months of base sales"),
    Field(
        "tax_rate", "f8", "/1", "tax on profit that it pays since it registered under a programme"
    ),
    Field("draw", "f8", "$/month", "paid out to the owner in the month"),
    Field("safety_bill", "f8", "$/month", "what safety at work costs the firm in the month"),
    Field(
        "home_registered",
        "f8",
        "/1",
        "share of its home workers for whom it keeps the piece rate floor",
    ),
    Field("home_floor", "f8", "$/month", "the floor of those home workers, mean"),
    Field("home_contribution", "f8", "/1", "contribution on their pay, mean"),
    Field("home_dues", "f8", "$/month", "contributions on home workers' pay in the month"),
    Field("centre_shift", "f8", "/1", "share of home work that it has moved into its workshop"),
)
"""Work, money and debts: the month's flows, and the stocks that they move."""
