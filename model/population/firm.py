"""A firm: exporter or final producer, subcontractor, or specialist in one stage or input.

Most fields of money and quantity are measured against the firm's own base month, because the rules of demand
and labour are written as ratios to it (calibrated shares): the base month is then a solution of the rules.
"""

from poverty_nodes.model.population.marks import with_installed
from poverty_nodes.model.population.table import Field, record

MARKS: tuple[Field, ...] = (
    Field("accidents_avoided", "f8", "/1", "share of injuries that a safety programme avoids"),
    Field("safety_cost", "f8", "$/month", "what the firm itself pays for that, a worker"),
    Field("coached", "f8", "/1", "rise of its chances of process and product steps"),
    Field("advised", "f8", "days/month", "advice on management, or days among peers, that it gets"),
    Field("marketing", "f8", "/1", "rise of its chances of functional steps, in a consortium"),
    Field("partners", "f8", "firms", "firms whose capacity counts with its own for a large order"),
    Field(
        "brokered", "f8", "0-1", "trust that a broker adds; who has none yet joins the association"
    ),
    Field(
        "plant_part", "f8", "/1", "part of the cost of a treatment plant that a common one saves"
    ),
    Field(
        "fair_chance", "f8", "/month", "chance to win orders at a fair or from a buyer met there"
    ),
    Field("fair_orders", "f8", "/1", "size of such orders, as a share of its base sales"),
    Field("public_orders", "f8", "/1", "public orders in hand, as a share of its base sales"),
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

FIELDS = (
    Field(
        "id",
        "i8",
        "identity",
        "base firms by birth slot, entrants by founder and count; never reused",
    ),
    Field("owner", "i4", "row", "row of the owner among the workers"),
    Field("household", "i4", "row", "row of the owner's household"),
    Field("buyer", "i4", "row", "row of its main buyer; -1 for firms that do not export"),
    Field(
        "patron",
        "i4",
        "row",
        "row of the exporter that a subcontractor mainly works for; -1 without one",
    ),
    Field(
        "type_number",
        "i4",
        "number",
        "number of its type among the firms of the base month: what a founder's firm copies",
    ),
    Field(
        "type_id",
        "i8",
        "identity",
        "identity of that firm of the base month, on which hangs how its posts are rounded",
    ),
    Field("age", "i4", "months", "months since founding"),
    Field("place", "i1", "code", "0 cluster, 1 dispersed"),
    Field("tier", "i1", "code", "1 exporter, 2 subcontractor, 3 specialist"),
    Field("alive", "i1", "flag", "0 when the firm has closed"),
    Field("member", "i1", "flag", "1 when a member of the association"),
    Field("joined", "i1", "flag", "1 when a programme brought it in: it was no member at base"),
    Field("formal", "i1", "flag", "1 when registered"),
    Field(
        "monitored",
        "i1",
        "flag",
        "1 when a labour standard is effectively enforced on it this month",
    ),
    Field("evasion", "i1", "code", "0 none, 1 comply, 2 casualise, 3 put out, 4 shrink"),
    Field("export_share", "f8", "/1", "share of base sales that goes to buyers"),
    Field("capital", "f8", "$", "machines, tools and stock in use"),
    Field("base_capital", "f8", "$", "the same in its base month"),
    Field("capital_elasticity", "f8", "/1", "elasticity of its output to capital"),
    Field("productivity", "f8", "/1", "lasting productivity as a multiple of its base"),
    Field(
        "transitory_productivity", "f8", "/1", "log of its transitory productivity (autoregressive)"
    ),
    Field(
        "persistent_productivity",
        "f8",
        "/1",
        "log of its lasting productivity over that of its base month",
    ),
    Field(
        "initial_productivity",
        "f8",
        "/1",
        "log of its lasting productivity in its base month over the mean",
    ),
    Field(
        "initial_advantage",
        "f8",
        "/1",
        "what that luck makes of its business, as a multiple of the mean of its tier",
    ),
    Field(
        "productivity_spread",
        "f8",
        "/1",
        "standard deviation of that log over its tier, 0 without luck",
    ),
    Field(
        "productivity_drift",
        "f8",
        "/month",
        "rise of that log over its tier as the unlucky of the trade close",
    ),
    Field(
        "left_over",
        "f8",
        "/1",
        "slow average of sales less inputs, work put out and wages over its base",
    ),
    Field("experience", "f8", "/1", "slow average of its output as a multiple of its base"),
    Field("quality", "f8", "0-1", "product quality"),
    Field("process_steps", "i4", "steps", "process upgrades made so far"),
    Field("product_steps", "i4", "steps", "product upgrades made so far"),
    Field("functional_steps", "i4", "steps", "functional upgrades made so far"),
    Field("process_level", "f8", "steps", "process steps over the pace of the base month"),
    Field("product_level", "f8", "steps", "product steps over the pace of the base month"),
    Field("functional_level", "f8", "steps", "functional steps over the pace of the base month"),
    Field("process_pace", "f8", "steps/month", "process steps that the base month would bring"),
    Field("product_pace", "f8", "steps/month", "product steps that the base month would bring"),
    Field(
        "functional_pace", "f8", "steps/month", "functional steps that the base month would bring"
    ),
    Field(
        "practices",
        "f8",
        "0-1",
        "share of the gap to good management that advice has closed since the base month",
    ),
    Field("trust", "f8", "0-1", "trust that others in the place give their share"),
    Field("contribution", "f8", "/1", "share of sales that it gives to joint action"),
    Field("base_contribution", "f8", "/1", "the same in its base month"),
    Field("standard", "f8", "0-1", "labour and environment standard met"),
    Field("functions", "f8", "0-1", "functional capability: design, brand, own marketing"),
    Field("tie", "f8", "0-1", "strength of the tie to its buyer"),
    Field("base_quality", "f8", "0-1", "product quality in its base month"),
    Field("base_tie", "f8", "0-1", "strength of the tie in its base month"),
    Field("base_price", "f8", "/1", "governance's price factor in its base month"),
    Field(
        "order_weight", "f8", "/1", "share in its buyer's orders as a multiple of the base share"
    ),
    Field("base_heads", "f8", "workers", "posts, owner not counted, at base demand and no shock"),
    Field("share_skilled_regular", "f8", "/1", "share of its posts that are skilled and regular"),
    Field("share_regular", "f8", "/1", "share of its posts that are unskilled and regular"),
    Field("share_casual", "f8", "/1", "share of its posts that are casual"),
    Field("share_homework", "f8", "/1", "share of its posts that are home work"),
    Field("base_labour", "f8", "units", "efficiency units of labour at base, owner included"),
    Field("owner_labour", "f8", "units", "efficiency units that the owner works"),
    Field("base_revenue", "f8", "$/month", "sales at base"),
    Field("base_wage_bill", "f8", "$/month", "wages at base"),
    Field("base_putout", "f8", "$/month", "spending on subcontracted work at base"),
    Field("putout_share", "f8", "/1", "share of its output that others make for it, at base"),
    Field("size_premium", "f8", "/1", "lasting wage premium of its size"),
    Field("premium", "f8", "/1", "wage premium over the place's reference, rents shared"),
    Field("wage_cost", "f8", "/1", "cost of a unit of labour as a multiple of the base month"),
    Field(
        "demand",
        "f8",
        "/1",
        "orders of the month as a multiple of its base (shifts its demand curve)",
    ),
    Field("abroad_part", "f8", "/1", "share of the month's demand that comes from its buyer"),
    Field("expected_demand", "f8", "/1", "what it expects, a moving average of orders"),
    Field(
        "planned_output", "f8", "/1", "volume that it plans to deliver, as a multiple of its base"
    ),
    Field("price_factor", "f8", "/1", "governance's price factor as a multiple of its base"),
    Field("volume_putout", "f8", "/1", "work that it puts out as a multiple of its base"),
    Field("desired_heads", "f8", "workers", "posts that its labour demand asks for this month"),
    Field("steady_heads", "f8", "workers", "slow average of the same, which regular posts follow"),
    Field(
        "casual_shift",
        "f8",
        "/1",
        "share of unskilled regular posts turned into casual ones to evade a standard",
    ),
    Field(
        "home_shift", "f8", "/1", "share of casual posts turned into home work to evade a standard"
    ),
    Field(
        "putout_shift", "f8", "/1", "share of own work moved to subcontractors to evade a standard"
    ),
    Field(
        "head_limit",
        "f8",
        "workers",
        "size that it does not exceed, to stay under a standard; 0 none",
    ),
    Field("labour", "f8", "units", "efficiency units at work in the month"),
    Field("own_output", "f8", "/1", "volume made by its own people as a multiple of its base"),
    Field("output", "f8", "/1", "volume delivered as a multiple of its base"),
    Field("revenue", "f8", "$/month", "sales of the month"),
    Field("wage_bill", "f8", "$/month", "wages and piece rates of the month"),
    Field("inputs", "f8", "$/month", "materials of the month"),
    Field("putout_cost", "f8", "$/month", "paid for subcontracted work in the month"),
    Field("severance", "f8", "$/month", "owed to regular workers dismissed in the month"),
    Field("profit", "f8", "$/month", "sales less inputs, work put out, wages and contributions"),
    Field("profit_ratio", "f8", "/1", "slow average of sales over wages as a multiple of its base"),
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
    Field("own_rate", "f8", "/month", "its own cost of capital"),
    Field("micro_debt", "f8", "$", "owed to the micro-lender"),
    Field("micro_months", "i4", "months", "instalments that remain, grace included"),
    Field("micro_taken", "i4", "loans", "micro-loans taken so far; -1 after a default"),
    Field(
        "micro_group", "i4", "group", "number of the group that answers for its loan; 0 without one"
    ),
    Field("micro_unpaid", "f8", "$", "what it left unpaid this month and its group answers for"),
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
    *MARKS,
)

ASKED_BY_PEOPLE = (
    *("id", "premium", "voice", "process_level", "product_level", "standard", "accidents_avoided"),
    *("safety_cost", "home_registered", "labour", "wage_bill", "safety_bill"),
)
"""What a pass over people asks of the firm of each of them, which stands anywhere in the table."""

FIRM = record(with_installed("firms", FIELDS), near=ASKED_BY_PEOPLE)
