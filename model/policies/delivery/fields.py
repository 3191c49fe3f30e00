"""The fields that eligibility rules can read: those declared for people, households and firms, and some derived.

A name is `table.field`. For a policy that targets firms, `worker` and `household` are the owner and the owner's
household; for one that targets people, `firm` is the employer (or the own firm); for one that targets households the
conditions must all hold for one and the same adult.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.population import codes, firm, household, worker
from poverty_nodes.model.population.standing import contracts_of

Column = NDArray[np.generic]

LABELS = {
    "place": codes.PLACE,
    "gender": codes.GENDER,
    "social_group": codes.SOCIAL_GROUP,
    "migrant": codes.MIGRANT,
    "skill": codes.SKILL,
    "post": codes.POST,
    "tier": codes.TIER,
    "evasion": codes.EVASION,
}
"""The labels of fields that hold a code."""


@dataclass(frozen=True)
class Readable:
    """A field that a condition can name: a label, a flag or a number, and how its column is found."""

    name: str
    kind: str
    unit: str
    meaning: str
    column: Callable[[Tables], Column]
    labels: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table that it belongs to: worker, household or firm."""
        return self.name.split(".")[0]


def _declared(table: str, fields: tuple[object, ...]) -> list[Readable]:
    found = []
    for each in fields:
        name, unit, meaning = each.name, each.unit, each.meaning  # type: ignore[attr-defined]
        if unit in ("row", "identity"):
            continue
        kind = {"code": "label", "flag": "flag"}.get(unit, "number")
        labels = LABELS[name] if kind == "label" else ()
        column = _reader(f"{table}s", name)
        found.append(Readable(f"{table}.{name}", kind, unit, meaning, column, labels))
    return found


def _reader(table: str, name: str) -> Callable[[Tables], Column]:
    return lambda tables: getattr(tables, table)[name]


def _contract(tables: Tables) -> Column:
    return contracts_of(tables.workers)


def _owner(name: str) -> Callable[[Tables], Column]:
    return lambda tables: tables.workers[name][tables.firms["owner"]]


def _derived() -> list[Readable]:
    money, people = "$/month a person", "persons"
    R = Readable
    # fmt: off
    return [
        R("worker.contract", "label", "code", "contract of the post held", _contract, codes.CONTRACT),
        R("worker.age_years", "number", "years", "age", lambda t: t.workers["age"] / 12.0),
        R("household.members", "number", people, "all members", lambda t: t.households["size"]),
        R("household.children", "number", people, "members who are no adults of working age",
          lambda t: t.households["size"] - t.households["adults"]),
        R("household.income_per_head", "number", money, "smoothed income a member",
          lambda t: t.households["smoothed_income"] / t.households["size"]),
        R("household.consumption_per_head", "number", money, "consumption a member", Tables.welfare),
        R("household.poor", "flag", "flag", "consumption a member under the question's line",
          lambda t: t.welfare() < t.line),
        R("household.decile", "number", "1-10", "tenth of people by consumption a member, 1 the poorest, by place",
          Tables.deciles),
        R("firm.workers", "number", "workers", "people who work for it, the owner not counted",
          lambda t: t.staff.sum(axis=1)),
        R("firm.owner_gender", "label", "code", "gender of the owner", _owner("gender"), codes.GENDER),
        R("firm.owner_social_group", "label", "code", "social group of the owner", _owner("social_group"),
          codes.SOCIAL_GROUP),
        R("firm.exports", "flag", "flag", "whether it has a buyer abroad", lambda t: t.firms["buyer"] >= 0),
    ]
    # fmt: on


CATALOGUE: dict[str, Readable] = {
    each.name: each
    for each in (
        *_declared("worker", worker.FIELDS),
        *_declared("household", household.FIELDS),
        *_declared("firm", firm.FIELDS),
        *_derived(),
    )
}
"""Every readable field by its name."""
