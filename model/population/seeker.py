"""A seeker: the fields of a person that the search for a post reads, copied once a month.

Seekers come in the order of a draw, which is no order in memory. The full records of a large place do not fit the
processor's cache, these short ones nearly do; only those who are hired are looked up again.
"""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("id", "i8", "identity", "identity of the person"),
    Field("key", "f8", "/1", "draw that orders the queue"),
    Field("best", "f8", "$/month", "worth that an offer must exceed"),
    Field("ability", "f8", "sd", "earning ability, which does not change"),
    Field("row", "i4", "row", "row among the workers"),
    Field("employer", "i4", "row", "row of the present firm; -1 without one"),
    Field("place", "i1", "code", "0 cluster, 1 dispersed"),
    Field("gender", "i1", "code", "0 male, 1 female"),
    Field("social_group", "i1", "code", "0 majority, 1 minority"),
    Field("skill", "i1", "code", "0 unskilled, 1 skilled"),
    Field("care", "i1", "flag", "1 when unpaid care keeps this person near home"),
    Field("technical", "i1", "flag", "1 when trained for work at machines"),
    Field("care_cost", "f8", "/1", "share of pay that a post away from home is worth less"),
    Field(
        "seen",
        "f8",
        "vacancies",
        "vacancies that she looks at this month; the fraction is a chance of one more",
    ),
)

SEEKER = record(FIELDS)
