"""A household pools income, consumes and saves; its adults stand side by side in the table of workers."""

from poverty_nodes.model.population.marks import with_installed
from poverty_nodes.model.population.table import Field, record

MARKS: tuple[Field, ...] = (
    Field("insured_medical", "f8", "/1", "share of medical costs that insurance bears"),
    Field("insured_sick", "f8", "/1", "share of pay lost to illness that insurance bears"),
    Field("insured_job", "f8", "/1", "share of the last wage paid after a dismissal"),
    Field("insured_months", "f8", "months", "months for which it is paid"),
    Field("insurance_rate", "f8", "/1", "insured people's contribution, as a share of their wages"),
)
"""Fields that policies set on a household for one month; neutral at 0, cleared when a month opens."""

FIELDS = (
    Field("id", "i8", "identity", "birth slot of the household; never reused"),
    Field("place", "i1", "code", "0 cluster, 1 dispersed"),
    Field("first_worker", "i4", "row", "row of its first adult"),
    Field("adults", "i4", "persons", "adults of working age"),
    Field("size", "i4", "persons", "all members, children and old people included"),
    Field("founded", "i4", "firms", "firms founded so far"),
    Field("buffer_months", "f8", "months", "savings that it aims at, in months of income"),
    Field("savings", "f8", "$", "money at hand"),
    Field("income", "f8", "$/month", "income of the month just closed, all sources"),
    Field("smoothed_income", "f8", "$/month", "slow average of income that consumption follows"),
    Field("consumption", "f8", "$/month", "spending of the month just closed"),
    *MARKS,
)

HOUSEHOLD = record(with_installed("households", FIELDS))
