"""The numbers of a case that rules read: one record, filled from the description of a real cluster."""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("wage_spread", "f8", "/1", "standard deviation of log pay within a post"),
    Field("gender_gap", "f8", "/1", "women's lower pay within a post"),
    Field("input_share", "f8", "/1", "inputs as a share of sales at base"),
    Field("homework_ratio", "f8", "/1", "home work's pay as a share of casual pay"),
)

SETTING = record(FIELDS)
