"""Groups that a question makes by crossing fields of persons, as they are written and as they are labelled.

`gender*contract` has a group for each pair, `gender=female,contract=homework`. A number is cut into bands by the values
at which a new band begins: `age:25|60` has `age=0-24`, `age=25-59` and `age=60+`. Groups are of the cluster alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from poverty_nodes.model.nearest import nearest_name
from poverty_nodes.model.population.codes import (
    CONTRACT,
    GENDER,
    MIGRANT,
    SKILL,
    SOCIAL_GROUP,
    TIER,
)

ALL_DIMENSIONS = (
    "gender",
    "skill",
    "contract",
    "social_group",
    "migrant",
    "tier",
    "node",
    "decile",
    "place",
)
"""What tables can be broken down by without a crossing, in their order; "all" always stands first."""

CODED = {
    "gender": GENDER,
    "skill": SKILL,
    "contract": CONTRACT,
    "social_group": SOCIAL_GROUP,
    "migrant": MIGRANT,
    "tier": TIER,
    "decile": tuple(str(tenth) for tenth in range(1, 11)),
}
"""Fields that have labels; the decile is of consumption a person at the base month."""

BANDED = {
    "age": "years",
    "size": "workers of the firm that one works for, the owner not counted",
    "household_size": "members",
}
"""Fields that are numbers, in whole units; nobody outside the sector has a `size`."""

MOST_GROUPS = 200
ACCEPTED = (
    "fields joined by *, each once: "
    + ", ".join(CODED)
    + ", and in bands age:25|60 (years), size:5|20 (workers of the firm), household_size:4|7 (members)"
)


@dataclass(frozen=True)
class Factor:
    """A field and what it takes; `cuts` are where its bands begin, none for a field that has labels."""

    name: str
    labels: tuple[str, ...]
    cuts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Crossing:
    """The fields of a crossing, in the order in which they are written."""

    text: str
    factors: tuple[Factor, ...]

    @classmethod
    def read(cls, text: str) -> Crossing:
        """Read a crossing; ValueError for what is none.

        >>> Crossing.read("gender*age:30").labels[:2]
        ('gender=male,age=0-29', 'gender=male,age=30+')
        """
        factors = tuple(_factor(each.strip()) for each in text.split("*"))
        names = [each.name for each in factors]
        if len(set(names)) < len(names):
            raise ValueError(f"'{text}' names a field twice")
        found = cls("*".join(part.strip() for part in text.split("*")), factors)
        if len(found.labels) > MOST_GROUPS:
            raise ValueError(
                f"'{text}' makes {len(found.labels)} groups, and {MOST_GROUPS} are the most"
            )
        return found

    @property
    def dimension(self) -> str:
        """Its name in tables: the fields without their bands."""
        return "*".join(each.name for each in self.factors)

    @property
    def labels(self) -> tuple[str, ...]:
        """The groups, the last field changing first."""
        parts = [[f"{each.name}={label}" for label in each.labels] for each in self.factors]
        return tuple(",".join(each) for each in product(*parts))


def is_crossing(name: str) -> bool:
    """Whether this is the text of a crossing and not the name of a field."""
    return "*" in name or ":" in name


def dimension_of(label: str) -> str:
    """The dimension that a group's label belongs to.

    >>> dimension_of("node=subcontractor|homework|female"), dimension_of("all")
    ('node', 'all')
    >>> dimension_of("gender=female,contract=homework")
    'gender*contract'
    """
    return "*".join(part.partition("=")[0] for part in label.split(","))


def _factor(text: str) -> Factor:
    name, _, cuts = text.partition(":")
    if name in CODED:
        if cuts or text.endswith(":"):
            raise ValueError(f"{name} has no bands: it takes {', '.join(CODED[name])}")
        return Factor(name, CODED[name])
    if name in ("node", "place"):
        instead = "it is tier*contract*gender" if name == "node" else "groups are of the cluster"
        raise ValueError(f"{name} cannot be crossed: {instead}")
    if name not in BANDED:
        near = nearest_name(name, (*CODED, *BANDED))
        raise ValueError(
            f"there is no field '{name}'" + (f"; did you mean '{near}'?" if near else "")
        )
    if not re.fullmatch(r"\d{1,4}(\|\d{1,4})*", cuts, re.ASCII):
        raise ValueError(f"{name} is a number and needs bands, such as {name}:5|20")
    at = tuple(int(each) for each in cuts.split("|"))
    if at[0] < 1 or list(at) != sorted(set(at)):
        raise ValueError(f"the bands of {name} do not rise: {cuts}")
    starts = (0, *at)
    bands = [f"{low}-{high - 1}" for low, high in zip(starts, at, strict=False)]
    outside = ("none",) if name == "size" else ()
    return Factor(name, (*outside, *bands, f"{at[-1]}+"), at)
