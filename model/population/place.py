"""A place: the cluster, or the dispersed firms of the same trade outside it (the comparator)."""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("wage_skilled_regular", "f8", "$/month", "reference wage of skilled regular posts"),
    Field("wage_regular", "f8", "$/month", "reference wage of unskilled regular posts"),
    Field("wage_casual", "f8", "$/month", "reference wage of casual posts"),
    Field(
        "wage_homework", "f8", "$/month", "reference pay of home work, a share of the casual wage"
    ),
    Field("base_wage_skilled_regular", "f8", "$/month", "the same in the base month"),
    Field("base_wage_regular", "f8", "$/month", "the same in the base month"),
    Field("base_wage_casual", "f8", "$/month", "the same in the base month"),
    Field("base_wage_homework", "f8", "$/month", "the same in the base month"),
    Field(
        "usual_tenure_pay_skilled_regular",
        "f8",
        "/1",
        "usual rise of pay since hiring in skilled regular posts, which the reference wage includes",
    ),
    Field(
        "usual_tenure_pay_regular",
        "f8",
        "/1",
        "the same in unskilled regular posts",
    ),
    Field(
        "usual_tenure_pay_casual",
        "f8",
        "/1",
        "the same in casual posts",
    ),
    Field(
        "usual_tenure_pay_homework",
        "f8",
        "/1",
        "the same in home work",
    ),
    Field(
        "usual_quit_factor_skilled_regular",
        "f8",
        "/1",
        "usual factor of quits by tenure, match and origin in skilled regular posts, less 1",
    ),
    Field(
        "usual_quit_factor_regular",
        "f8",
        "/1",
        "the same in unskilled regular posts",
    ),
    Field(
        "usual_quit_factor_casual",
        "f8",
        "/1",
        "the same in casual posts",
    ),
    Field(
        "usual_quit_factor_homework",
        "f8",
        "/1",
        "the same in home work",
    ),
    Field(
        "unfilled_skilled", "f8", "/1", "slow average of the share of skilled posts that stay empty"
    ),
    Field("unfilled_regular", "f8", "/1", "the same of unskilled regular posts"),
    Field("unfilled_casual", "f8", "/1", "the same of casual posts and home work"),
    Field("base_unfilled_skilled", "f8", "/1", "the same in the base month"),
    Field("base_unfilled_regular", "f8", "/1", "the same in the base month"),
    Field("base_unfilled_casual", "f8", "/1", "the same in the base month"),
    Field("mean_capital", "f8", "$", "mean capital of its firms"),
    Field(
        "sharing_capital",
        "f8",
        "$",
        "capital of a firm that leaves an average share of its steps to neighbours",
    ),
    Field("made", "f8", "/1", "final output of all its firms as a multiple of the base month"),
    Field("base_final", "f8", "$/month", "exporters' sales in the base month"),
    Field("experience", "f8", "/1", "slow average of its final output as a multiple of the base"),
    Field(
        "market",
        "f8",
        "/1",
        "slow average of what is spent in it as a multiple of the base, which founders see",
    ),
    Field(
        "base_market",
        "f8",
        "$/month",
        "what is usually spent on its final product in the base month",
    ),
    Field("aspiration", "f8", "/1", "what members have come to expect of the facility, 1 at base"),
    Field("slack", "f8", "/1", "share of the place's adults without a post in the sector"),
    Field("base_slack", "f8", "/1", "the same in the base month"),
    Field(
        "outside_pay", "f8", "$/month", "pay outside the sector of a person with outside factor 1"
    ),
    Field(
        "outside_world", "f8", "$/month", "the part of it that does not come from local spending"
    ),
    Field(
        "services_income",
        "f8",
        "$",
        "local spending of last month, waiting to be paid to those outside the sector",
    ),
    Field("price_export", "f8", "/1", "price index of its export product, base month 1"),
    Field("price_local", "f8", "/1", "price index of its home-market product, base month 1"),
    Field("price_putout", "f8", "/1", "price index of subcontracted work, base month 1"),
    Field("price_input", "f8", "/1", "price index of locally bought inputs, base month 1"),
    Field("putout", "f8", "/1", "volume of work put out as a multiple of the base month"),
    Field("putout_filled", "f8", "/1", "share of the work put out that subcontractors delivered"),
    Field(
        "inputs", "f8", "/1", "volume of inputs bought last month as a multiple of the base month"
    ),
    Field(
        "base_inputs",
        "f8",
        "$/month",
        "inputs bought in the base month by exporters and subcontractors",
    ),
    Field("base_putout", "f8", "$/month", "work put out in the base month"),
    Field(
        "local_input_share", "f8", "/1", "share of inputs bought from its own specialists at base"
    ),
    Field(
        "used_machines",
        "f8",
        "$",
        "machines sold last month that stay in the place, at the price of new ones",
    ),
    Field(
        "machines_wanted", "f8", "$", "machines that its firms invest in, at the price of new ones"
    ),
    Field("capital_level", "f8", "/1", "capital over its base, over all firms"),
    Field(
        "labour_scale",
        "f8",
        "/1",
        "stationary solver's correction of base labour for vacancies and quality of matches",
    ),
    Field("base_stage_sales", "f8", "$/month", "specialists' sales in the base month"),
    Field(
        "base_home_sales", "f8", "$/month", "exporters' sales to the home market in the base month"
    ),
    Field(
        "capacity_putout",
        "f8",
        "/1",
        "work of a subcontractor as others close or are founded, 1 at base",
    ),
    Field("capacity_stages", "f8", "/1", "the same for specialists"),
    Field("capacity_home", "f8", "/1", "the same for the home market"),
    Field(
        "left_over",
        "f8",
        "/1",
        "value added less wages as a multiple of that of the same firms in their base month",
    ),
    Field("surplus", "f8", "/1", "slow average of that, 1 at base"),
    Field("base_surplus", "f8", "/1", "what it usually is in the base month"),
    Field("density", "f8", "/1", "producers in the place as a multiple of the base month"),
    Field("specialists", "f8", "/1", "input and stage specialists as a multiple of the base month"),
    Field(
        "putout_scale",
        "f8",
        "/1",
        "stationary solver's correction of work put out, so that its price rests",
    ),
    Field(
        "stage_scale",
        "f8",
        "/1",
        "stationary solver's correction of specialists' work, so that its price rests",
    ),
    Field(
        "demand_scale",
        "f8",
        "/1",
        "stationary solver's correction of final demand, so that its price rests",
    ),
    Field(
        "turnover",
        "f8",
        "/1",
        "quits from regular posts as a multiple of `quit_regular`, as described",
    ),
    Field("local_demand", "f8", "/1", "home-market demand as a multiple of the base month"),
    Field("women_owners", "f8", "/1", "share of founders who are women"),
    Field(
        "exit_scale", "f8", "/1", "scale of the exit hazard, so that its mean is the description's"
    ),
    Field("entry_scale", "f8", "/month", "scale of founding, so that entries meet exits at base"),
    Field("exporters", "f8", "firms", "exporters with a foreign buyer, in the simulation"),
    Field("base_exporters", "f8", "firms", "the same as usual in the base month"),
    Field("base_firms", "f8", "firms", "firms of the base month, in the simulation"),
    Field("base_specialists", "f8", "firms", "specialists of the base month, in the real place"),
    Field("specialist_rows", "f8", "firms", "specialists of the base month, in the simulation"),
    Field(
        "capacity_firms",
        "f8",
        "/1",
        "founding as a multiple of the base month's: more where firms are missing",
    ),
    Field(
        "step_cost",
        "f8",
        "$",
        "least investment that lets a household start: one stage of the process",
    ),
    Field("entries", "f8", "firms", "firms founded in the month"),
    Field("exits", "f8", "firms", "firms closed in the month"),
    Field("frontier", "f8", "/1", "mean productivity of its firms"),
    Field("facility", "f8", "/1", "joint facility: laboratory, plant, training centre; 1 at base"),
    Field("fund", "f8", "$", "the association's money"),
    Field(
        "unlike", "f8", "/1", "how unlike its members are, in size and social group; 0 all alike"
    ),
    Field("base_unlike", "f8", "/1", "the same in the base month"),
    Field("giving", "f8", "/1", "mean share of sales that members gave last month"),
    Field("base_giving", "f8", "/1", "the same in the base month"),
    Field(
        "returned", "f8", "/1", "what the facility returned last month, as a multiple of the base"
    ),
    Field(
        "base_fund", "f8", "$/month", "what is usually spent on the facility, which keeps it at 1"
    ),
    Field("outside_women", "f8", "/1", "women's outside income relative to men's"),
    Field(
        "prospect",
        "f8",
        "$/month",
        "expected income of somebody who moves here: pay and outside pay by their odds",
    ),
    Field("base_prospect", "f8", "$/month", "the same in the base month"),
    Field(
        "learn_men",
        "f8",
        "/month",
        "chance that an unskilled man in a regular post becomes skilled",
    ),
    Field("learn_women", "f8", "/month", "the same for a woman"),
    Field("adults", "f8", "persons", "adults of working age in the place"),
    Field(
        "micro_served",
        "f8",
        "loans",
        "micro-loans made so far to borrowers who answer for each other",
    ),
    Field("firms", "f8", "firms", "firms in business"),
    Field("employment", "f8", "persons", "people with a post in the sector, owners not counted"),
    Field("revenue", "f8", "$/month", "sales of its firms, between them included"),
    Field("value_added", "f8", "$/month", "sales less inputs and work put out"),
    Field("exports", "f8", "$/month", "sales to buyers"),
    Field("wage_bill", "f8", "$/month", "wages and piece rates paid"),
    Field("uplift", "f8", "$/month", "what a wage floor adds to the wage bill"),
    Field("services", "f8", "$/month", "local spending of its households"),
    Field(
        "output",
        "f8",
        "/1",
        "volume of final output over the base of those exporters that are in business",
    ),
)

PLACE = record(FIELDS)
