"""A place: the cluster, or the dispersed firms of the same trade outside it (the comparator)."""

from model.population.table import Field, record

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
    Field("slack", "f8", "/1", "share of the place's adults without a post in the sector"),
    Field("base_slack", "f8", "/1", "the same in the base month"),
    Field(
        "outside_pay", "f8", "$/month", "pay outside the sector of a person with outside factor 1"
    ),
    Field(
        "outside_world", "f8", "$/month", "the part of it that does not come from local spending"
    ),
    Field(
        "till",
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
        "labour_scale", "f8", "/1", "pilot's correction of base labour for fills and fits of posts"
    ),
    Field("density", "f8", "/1", "producers in the place as a multiple of the base month"),
    Field("specialists", "f8", "/1", "input and stage specialists as a multiple of the base month"),
    Field(
        "demand_scale",
        "f8",
        "/1",
        "pilot's correction of demand, so that mean sales are those of the base",
    ),
    Field("local_demand", "f8", "/1", "home-market demand as a multiple of the base month"),
    Field("contacts", "f8", "vacancies", "vacancies that a seeker looks at in a month"),
    Field("adults", "f8", "persons", "adults of working age in the place"),
    Field("firms", "f8", "firms", "firms in business"),
    Field("employment", "f8", "persons", "people with a post in the sector, owners not counted"),
    Field("revenue", "f8", "$/month", "sales of its firms, between them included"),
    Field("value_added", "f8", "$/month", "sales less inputs and work put out"),
    Field("exports", "f8", "$/month", "sales to buyers"),
    Field("wage_bill", "f8", "$/month", "wages and piece rates paid"),
    Field("uplift", "f8", "$/month", "what a wage floor adds to the wage bill"),
    Field("services", "f8", "$/month", "local spending of its households"),
    Field("output", "f8", "/1", "volume of final output as a multiple of the base month"),
)

PLACE = record(FIELDS)
