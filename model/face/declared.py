"""From the declaration of a field (model/population) to the attributes that a view has for it."""

from __future__ import annotations

from poverty_nodes.model.face.columns import Column, Label, Link, Number
from poverty_nodes.model.face.economy import Agent
from poverty_nodes.model.population import codes
from poverty_nodes.model.population.table import Field

LABELS = {
    "place": codes.PLACE,
    "tier": codes.TIER,
    "evasion": codes.EVASION,
    "gender": codes.GENDER,
    "social_group": codes.SOCIAL_GROUP,
    "migrant": codes.MIGRANT,
    "skill": codes.SKILL,
    "post": codes.POST,
    "governance": codes.GOVERNANCE,
}
"""The labels of each field whose unit is "code"."""

LINKS = {
    "owner": "workers",
    "first_worker": "workers",
    "household": "households",
    "buyer": "buyers",
    "patron": "firms",
    "employer": "firms",
}
"""The table that each field whose unit is "row" points into."""


def columns_of(field: Field) -> list[Column[float] | Column[str] | Column[Agent | None]]:
    """The attributes of a field: its number; the label of a code beside it; or a link, and its row's number.

    A code without labels in model/population/codes.py has its number alone.
    """
    if field.unit == "code" and field.name in LABELS:
        labels = LABELS[field.name]
        return [Number(field, labels=len(labels)), Label(field, f"{field.name}_label", labels)]
    if field.unit == "row":
        return [Link(field, field.name, LINKS[field.name]), Number(field, f"{field.name}_row")]
    return [Number(field)]
