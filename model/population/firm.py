"""A firm: exporter or final producer, subcontractor, or specialist in one stage or input.

Most fields of money and quantity are measured against the firm's own base month, because the rules of demand
and labour are written as ratios to it (calibrated shares): the base month is then a solution of the rules.
"""

from poverty_nodes.model.population.firm_month import MARKS, OF_THE_MONTH
from poverty_nodes.model.population.marks import with_installed
from poverty_nodes.model.population.table import Field, blank, record

FIELDS = (
    Field(
        "id",
        "i8",
        "identity",
        "base firms by birth slot, entrants by founder and count; never reused",
    ),
    Field("owner", "i4", "row", "row of the owner among the workers"),
    Field("household", "i4", "row", "row of the owner's household"),
    Field(
        "buyer", "i4", "row", "row of its main buyer; -1 for firms that do not export", copied=True
    ),
    Field(
        "patron",
        "i4",
        "row",
        "row of the exporter that a subcontractor mainly works for; -1 without one",
        start=-1,
    ),
    Field(
        "type_number",
        "i4",
        "number",
        "number of its type among the firms of the base month: what a founder's firm copies",
        copied=True,
    ),
    Field(
        "type_id",
        "i8",
        "identity",
        "identity of that firm of the base month, which decides how its posts are rounded",
        copied=True,
    ),
    Field("age", "i4", "months", "months since founding"),
    Field("place", "i1", "code", "0 cluster, 1 dispersed", copied=True),
    Field("tier", "i1", "code", "1 exporter, 2 subcontractor, 3 specialist", copied=True),
    Field("alive", "i1", "flag", "0 when the firm has closed", start=1),
    Field("member", "i1", "flag", "1 when a member of the association", copied=True),
    Field("joined", "i1", "flag", "1 when a programme brought it in: it was no member at base"),
    Field("formal", "i1", "flag", "1 when registered", copied=True),
    Field(
        "monitored",
        "i1",
        "flag",
        "1 when a labour standard is effectively enforced on it this month",
    ),
    Field("evasion", "i1", "code", "0 none, 1 comply, 2 casualise, 3 put out, 4 shrink"),
    Field("export_share", "f8", "/1", "share of base sales that goes to buyers", copied=True),
    Field("capital", "f8", "$", "machines, tools and stock in use"),
    Field("base_capital", "f8", "$", "the same in its base month"),
    Field("capital_elasticity", "f8", "/1", "elasticity of its output to capital", copied=True),
    Field(
        "productivity",
        "f8",
        "/1",
        "productivity that it has learned, as a multiple of its base",
        copied=True,
    ),
    Field(
        "transitory_productivity", "f8", "/1", "log of its transitory productivity (autoregressive)"
    ),
    Field(
        "persistent_productivity",
        "f8",
        "/1",
        "log of its persistent productivity over that of its base month",
    ),
    Field(
        "initial_productivity",
        "f8",
        "/1",
        "log of its persistent productivity in its base month over the mean",
        copied=True,
    ),
    Field(
        "initial_advantage",
        "f8",
        "/1",
        "business that follows from that productivity, as a multiple of the mean of its tier",
        copied=True,
    ),
    Field(
        "productivity_spread",
        "f8",
        "/1",
        "standard deviation of persistent productivity (log) over its tier",
        copied=True,
    ),
    Field(
        "productivity_drift",
        "f8",
        "/month",
        "rise of the mean of that log over its tier as firms with less of it close",
        copied=True,
    ),
    Field(
        "left_over",
        "f8",
        "/1",
        "slow average of sales less inputs, work put out and wages over its base",
        start=1.0,
    ),
    Field(
        "experience", "f8", "/1", "slow average of its output as a multiple of its base", start=1.0
    ),
    Field("quality", "f8", "0-1", "product quality"),
    Field("process_steps", "i4", "steps", "process upgrades made so far"),
    Field("product_steps", "i4", "steps", "product upgrades made so far"),
    Field("functional_steps", "i4", "steps", "functional upgrades made so far"),
    Field("process_level", "f8", "steps", "process steps over the pace of the base month"),
    Field("product_level", "f8", "steps", "product steps over the pace of the base month"),
    Field("functional_level", "f8", "steps", "functional steps over the pace of the base month"),
    Field(
        "process_pace",
        "f8",
        "steps/month",
        "process steps a month at the pace of the base month",
        copied=True,
    ),
    Field(
        "product_pace",
        "f8",
        "steps/month",
        "product steps a month at the pace of the base month",
        copied=True,
    ),
    Field(
        "functional_pace",
        "f8",
        "steps/month",
        "functional steps a month at the pace of the base month",
        copied=True,
    ),
    Field(
        "practices",
        "f8",
        "0-1",
        "share of the gap to good management that advice has closed since the base month",
    ),
    Field("trust", "f8", "0-1", "trust that others in the place give their share", copied=True),
    Field("contribution", "f8", "/1", "share of sales that it gives to joint action"),
    Field("base_contribution", "f8", "/1", "the same in its base month", copied=True),
    Field("standard", "f8", "0-1", "labour and environment standard met", copied=True),
    Field(
        "functions", "f8", "0-1", "functional capability: design, brand, own marketing", copied=True
    ),
    Field("tie", "f8", "0-1", "strength of the tie to its buyer"),
    Field("base_quality", "f8", "0-1", "product quality in its base month", copied=True),
    Field("base_tie", "f8", "0-1", "strength of the tie in its base month", copied=True),
    Field("base_price", "f8", "/1", "governance's price factor in its base month", copied=True),
    Field(
        "order_weight",
        "f8",
        "/1",
        "share in its buyer's orders as a multiple of the base share",
        start=1.0,
    ),
    Field(
        "buyers_most",
        "i4",
        "buyers",
        "foreign buyers that it serves when none is missing, by the size of its type",
        copied=True,
    ),
    Field(
        "portfolio",
        "f8",
        "/1",
        "what its relations order over what they usually do, without its neighbours' losses",
        start=1.0,
    ),
    Field(
        "reach",
        "f8",
        "/1",
        "its foreign orders for the relations that it has, 1 as usual",
        start=1.0,
    ),
    Field("base_heads", "f8", "workers", "posts, owner not counted, at base demand and no shock"),
    Field(
        "share_skilled_regular",
        "f8",
        "/1",
        "share of its posts that are skilled and regular",
        copied=True,
    ),
    Field(
        "share_regular",
        "f8",
        "/1",
        "share of its posts that are unskilled and regular",
        copied=True,
    ),
    Field("share_casual", "f8", "/1", "share of its posts that are casual", copied=True),
    Field("share_homework", "f8", "/1", "share of its posts that are home work", copied=True),
    Field("base_labour", "f8", "units", "efficiency units of labour at base, owner included"),
    Field("owner_labour", "f8", "units", "efficiency units that the owner works", copied=True),
    Field("base_revenue", "f8", "$/month", "sales at base"),
    Field("base_wage_bill", "f8", "$/month", "wages at base"),
    Field("base_putout", "f8", "$/month", "spending on subcontracted work at base"),
    Field(
        "putout_share",
        "f8",
        "/1",
        "share of its output that others make for it, at base",
        copied=True,
    ),
    Field("size_premium", "f8", "/1", "wage premium of its size", copied=True),
    Field("premium", "f8", "/1", "wage premium over the place's reference, rents shared"),
    Field(
        "wage_cost",
        "f8",
        "/1",
        "cost of a unit of labour as a multiple of the base month",
        start=1.0,
    ),
    Field(
        "demand",
        "f8",
        "/1",
        "orders of the month as a multiple of its base (shifts its demand curve)",
        start=1.0,
    ),
    Field("abroad_part", "f8", "/1", "share of the month's demand that comes from its buyer"),
    Field("expected_demand", "f8", "/1", "what it expects, a moving average of orders", start=1.0),
    Field(
        "planned_output",
        "f8",
        "/1",
        "volume that it plans to deliver, as a multiple of its base",
        start=1.0,
    ),
    Field(
        "price_factor", "f8", "/1", "governance's price factor as a multiple of its base", start=1.0
    ),
    Field(
        "volume_putout", "f8", "/1", "work that it puts out as a multiple of its base", start=1.0
    ),
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
    *OF_THE_MONTH,
    *MARKS,
)

ASKED_BY_PEOPLE = (
    *("id", "premium", "voice", "process_level", "product_level", "standard", "accidents_avoided"),
    *("safety_cost", "home_registered", "labour", "wage_bill", "safety_bill"),
)
"""Fields that a pass over people reads of each person's firm, which may lie anywhere in memory."""

FIRM = record(with_installed("firms", FIELDS), near=ASKED_BY_PEOPLE)

BLANK = blank(FIRM, FIELDS)
"""One row: a firm with the values with which every new firm begins."""

COPIED = tuple(field.name for field in FIELDS if field.copied)
"""Fields that an entrant copies from the firm of the base month that is its type."""
