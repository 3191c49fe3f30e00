"""Who meets a target: masks over the units of a policy, from columns of fields; no condition is run as code."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.policies.delivery.condition import Condition, Value
from poverty_nodes.model.policies.delivery.fields import CATALOGUE, Readable
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.policies.delivery.target import Target

Mask = NDArray[np.bool_]

COMPARE = {
    "above": np.greater,
    "below": np.less,
    "at_least": np.greater_equal,
    "at_most": np.less_equal,
}


def eligible(conditions: Sequence[Condition], kind: str, tables: Tables) -> Mask:
    """Which units of a kind (person, household, firm) meet all conditions, those of the target and of the policy.

    A proxy-means test is not among them: it is taken once (see proxy_means.py).
    """
    if kind == "household":
        people = _all_of(conditions, "person", tables)
        adults = np.bincount(tables.workers["household"][people], minlength=len(tables.households))
        return adults > 0
    chosen = _all_of(conditions, kind, tables)
    return chosen & (tables.firms["alive"] == 1) if kind == "firm" else chosen


def conditions_of(target: Target) -> list[Condition]:
    """The target's short keys and its own conditions, as one list that must all hold."""
    said: dict[str, Value | None] = {
        "worker.gender": target.gender,
        "worker.social_group": target.social_group,
    }
    said |= {"unit.place": target.place, "firm.tier": target.tier, "firm.formal": target.formal}
    found = [
        Condition.model_construct(field=name, equals=value)
        for name, value in said.items()
        if value is not None
    ]
    if target.min_workers is not None:
        found.append(Condition(field="firm.workers", at_least=float(target.min_workers)))
    if target.max_workers is not None:
        found.append(Condition(field="firm.workers", at_most=float(target.max_workers)))
    for word in ("all", "any", "none"):
        parts = getattr(target, word)
        if parts:
            found.append(Condition.model_construct(**{word: parts}))
    return found


def _all_of(conditions: Sequence[Condition], kind: str, tables: Tables) -> Mask:
    chosen = np.ones(len(tables.units(kind)), dtype=np.bool_)
    for condition in conditions:
        chosen &= _holds(condition, kind, tables)
    return chosen


def _holds(condition: Condition, kind: str, tables: Tables) -> Mask:
    if condition.field is None:
        word, parts = next(iter(condition.joined.items()))
        masks = [_holds(part, kind, tables) for part in parts]
        none = np.zeros(len(tables.units(kind)), dtype=np.bool_)
        if word == "all":
            return np.logical_and.reduce([~none, *masks])
        found: Mask = np.logical_or.reduce([none, *masks])
        return ~found if word == "none" else found
    name = condition.field
    if name.startswith("unit."):
        name = f"{'firm' if kind == 'firm' else 'worker'}.{name[5:]}"
    return _tested(CATALOGUE[name], condition, kind, tables)


def _tested(field: Readable, condition: Condition, kind: str, tables: Tables) -> Mask:
    rows, there = _rows(field.table, kind, tables)
    column = field.column(tables)
    if rows is not None:
        column = column[rows] if len(column) else np.zeros(len(rows))
    values = column
    chosen = np.ones(len(values), dtype=np.bool_) if there is None else there
    for word, wanted in condition.tests.items():
        if word in COMPARE:
            chosen &= COMPARE[word](values.astype(np.float64), float(str(wanted)))
        elif word == "one_of":
            named = np.zeros(len(values), dtype=np.bool_)
            for each in wanted:  # type: ignore[attr-defined]
                named |= values == _code(field, each)
            chosen &= named
        else:
            same = values == _code(field, wanted)
            chosen &= same if word == "is" else ~same
    return chosen


def _code(field: Readable, value: object) -> float:
    """The number that stands in the table for a label, a flag or a number."""
    if field.kind == "label":
        return field.labels.index(str(value))
    return float(value)  # type: ignore[arg-type]


def _rows(table: str, kind: str, tables: Tables) -> tuple[NDArray[np.int64] | None, Mask | None]:
    """For each unit its row in another table, and whether there is one (people may have no firm).

    The rows are None where the table is the unit's own, and the mask is None where everybody has one.
    """
    units = tables.units(kind)
    if kind == "firm":
        if table == "firm":
            return None, None
        link = units["owner"] if table == "worker" else units["household"]
        return link.astype(np.int64), None
    if table == "firm":
        employer = units["employer"].astype(np.int64)
        return np.maximum(employer, 0), employer >= 0
    return None if table == "worker" else units["household"].astype(np.int64), None
