"""What a survey may say of a firm and of a worker, and how each answer is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

YES_NO = ("yes", "no")
TIERS = ("exporter", "subcontractor", "specialist")
POSTS = ("skilled_regular", "regular", "casual", "homework")
GENDERS = ("man", "woman")
UNPAID = "unpaid"
"""What stands for a post where there is none: who works without pay, as kin, partner or apprentice."""


@dataclass(frozen=True)
class Field:
    """One answer: `kind` is how its cells are read; numbers must lie in [least, most]."""

    name: str
    kind: Literal["text", "number", "money", "share", "category"]
    meaning: str
    needed: bool = False
    categories: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 1e12
    above: bool = False
    """Whether `least` itself is refused."""
    whole: bool = False


WEIGHT = Field("weight", "number", "how many the row stands for", above=True, most=1e7)
DESIGN = (
    WEIGHT,
    Field("stratum", "text", "stratum of the sampling design"),
    Field("psu", "text", "primary sampling unit; the firm when not given"),
    Field("currency", "text", "currency of the row's money, checked against pay.currency"),
)

FIRM_FIELDS = (
    Field("id", "text", "the firm's own id", needed=True),
    Field("tier", "category", "its place in the chain", needed=True, categories=TIERS),
    Field(
        "workers",
        "number",
        "who works for it, home workers included, the owner not",
        needed=True,
        most=1e6,
        whole=True,
    ),
    *DESIGN,
    Field("unpaid", "number", "of these workers, how many work without pay", most=1e6, whole=True),
    Field("formal", "category", "whether it is registered", categories=YES_NO),
    Field("owner_gender", "category", "the owner's gender", categories=GENDERS),
    Field("owner_minority", "category", "whether the owner is of the minority", categories=YES_NO),
    Field("revenue", "money", "sales in the period that inputs are of"),
    Field("inputs", "money", "bought inputs in the same period"),
    Field("local_inputs", "money", "part of them bought from specialists of the place"),
    Field("export_share", "share", "share of sales that is exported"),
    Field("monthly_rate", "share", "what its borrowed money costs a month", most=0.5),
)

WORKER_FIELDS = (
    Field("id", "text", "the worker's own id", needed=True),
    Field(
        "firm",
        "text",
        "id of the firm that she works for, if there is a file of firms",
        needed=True,
    ),
    Field(
        "tier",
        "category",
        "place of her firm in the chain, if there is no file of firms",
        needed=True,
        categories=TIERS,
    ),
    Field("firm_size", "number", "who works where she does, herself included", least=1, most=1e6),
    Field("gender", "category", "man or woman", needed=True, categories=GENDERS),
    Field("unpaid", "category", "whether she works without pay", categories=YES_NO),
    Field("post", "category", "kind of post", needed=True, categories=(*POSTS, UNPAID)),
    Field("pay", "money", "earnings from this post in a period", above=True),
    *DESIGN,
    Field("minority", "category", "whether of the minority", categories=YES_NO),
    Field("migrant", "category", "whether a migrant", categories=YES_NO),
    Field("age", "number", "years", most=120),
    Field("household_size", "number", "persons in the household", least=1, most=60),
    Field("household_adults", "number", "of these of working age", least=1, most=40),
)
FIELDS = {"firms": FIRM_FIELDS, "workers": WORKER_FIELDS}
