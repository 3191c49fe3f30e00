"""A worker: any adult of working age in the households of a place, in the sector or outside it."""

from poverty_nodes.model.population.marks import with_installed
from poverty_nodes.model.population.table import Field, record

MARKS: tuple[Field, ...] = (
    Field("in_training", "f8", "/1", "share of the month that a course takes"),
    Field(
        "trade_training_chance",
        "f8",
        "/month",
        "chance that this month of a course teaches the trade",
    ),
    Field(
        "technical_training_chance",
        "f8",
        "/month",
        "chance that this month of a course teaches work at machines",
    ),
    Field("care_relief", "f8", "/1", "share of care duties that child care takes over"),
    Field(
        "piece_floor",
        "f8",
        "/1",
        "piece rate guaranteed to a registered home worker, against the regular base wage; 0 none",
    ),
    Field("piece_contribution", "f8", "/1", "employer's contribution on a registered home worker"),
    Field("covered_medical", "f8", "/1", "share of medical costs borne for a registered person"),
    Field("covered_sick", "f8", "/1", "share of pay lost to illness borne for a registered person"),
)
"""Fields that policies set on a person for one month; neutral at 0, cleared when a month opens."""

FIELDS = (
    Field("id", "i8", "identity", "birth slot of the person; never reused"),
    Field("household", "i4", "row", "row of the household"),
    Field("employer", "i4", "row", "row of the firm worked for or owned; -1 outside the sector"),
    Field("place", "i1", "code", "0 cluster, 1 dispersed"),
    Field("gender", "i1", "code", "0 male, 1 female"),
    Field(
        "social_group",
        "i1",
        "code",
        "0 majority, 1 minority (caste, ethnic or religious, as the case says)",
    ),
    Field("migrant", "i1", "code", "0 local, 1 migrant"),
    Field("skill", "i1", "code", "0 unskilled, 1 skilled"),
    Field("care", "i1", "flag", "1 when unpaid care keeps this person near home"),
    Field(
        "post", "i1", "code", "0 none, 1 skilled regular, 2 regular, 3 casual, 4 homework, 5 owner"
    ),
    Field("tenure", "i4", "months", "months in the present post"),
    Field("age", "i4", "months", "age"),
    Field("generation", "i4", "persons", "people who came before this one in the household"),
    Field("sick", "i4", "months", "months that an injury still keeps this person from work"),
    Field("fit", "f8", "sd", "quality of the match with the present employer, standard normal"),
    Field(
        "ability",
        "f8",
        "sd",
        "earning ability within a post, which does not change, standard normal",
    ),
    Field(
        "outside_factor", "f8", "/1", "own outside income as a multiple of the place's outside pay"
    ),
    Field(
        "persistent_shock",
        "f8",
        "/1",
        "persistent part of own outside income less its mean, over its mean",
    ),
    Field("transitory_shock", "f8", "/1", "the same of the transitory part"),
    Field(
        "wage", "f8", "$/month", "pay of the present post in the month just closed; 0 for owners"
    ),
    Field(
        "earnings", "f8", "$/month", "wage, outside income or owner's draw in the month just closed"
    ),
    Field("certified", "i1", "flag", "1 when skill was learned in a course and can fade"),
    Field("technical", "i1", "flag", "1 when trained for work at machines and in upgraded posts"),
    Field(
        "last_wage", "f8", "$/month", "wage of the post from which last dismissed; 0 after a quit"
    ),
    Field("dismissed", "i4", "months", "months without a post since then"),
    Field("benefit", "f8", "$/month", "insurance paid for a lost post in the month just closed"),
    Field("missed", "f8", "$/month", "pay lost to illness in the month"),
    Field("medical", "f8", "$/month", "medical costs of the month, paid by the household"),
    *MARKS,
)

ASKED_OF_ALL = (
    *("id", "outside_factor", "persistent_shock", "transitory_shock"),
    *("earnings", "last_wage", "medical", "in_training"),
)
"""Fields that every month reads of all adults, including those without a post in the trade."""

WORKER = record(with_installed("workers", FIELDS), near=ASKED_OF_ALL)
