"""An offer: what a seeker learns of a firm with vacancies, written once a month for all seekers.

Seekers meet firms in no order in memory. The full records of the firms of a large place do not fit the processor's
cache, these short ones do; and what depends on the firm alone is not worked out again for each seeker.
"""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("id", "i8", "identity", "identity of the firm"),
    Field("premium", "f8", "/1", "its wage premium, with what organised workers win"),
    Field("near", "f8", "/1", "how much nearer women are let to its posts than in the base month"),
    Field(
        "floor_skilled_regular",
        "f8",
        "$/month",
        "wage floor of its skilled regular posts; 0 without one",
    ),
    Field("floor_regular", "f8", "$/month", "wage floor of its unskilled regular posts"),
    Field("floor_casual", "f8", "$/month", "wage floor of its casual posts"),
    Field("floor_homework", "f8", "$/month", "wage floor of its home work, as pay of a month"),
)

OFFER = record(FIELDS)
