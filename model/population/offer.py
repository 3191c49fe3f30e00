"""An offer: what a seeker learns of a firm that has posts to fill, written once a month for all who come.

Seekers meet firms in no order in memory. The full record of a firm does not fit the processor's cache with those of a
large place, this short one does; and what hangs on the firm alone is not worked out again for each who asks.
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
