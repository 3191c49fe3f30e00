"""How many persons of each group have which pattern of deprivations, at the base month and in both worlds at the end.

A pattern is a whole number: bit i says whether an indicator, the i-th of the set, is lacked. All measures under all
weights and cut-offs are reckoned from these counts, so that persons are gone through once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet, Indicator
from poverty_nodes.experiments.capabilities.fields import FIELDS
from poverty_nodes.experiments.impact.paired import shared_rows
from poverty_nodes.model.measures.groups_at_base import Members, Numbers, groups_at_base
from poverty_nodes.model.population.codes import CONTRACT, GENDER
from poverty_nodes.model.result import RunResult

People = Mapping[str, NDArray[np.generic]]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Counts:
    """Persons (groups, patterns) of each of `patterns` (patterns,)."""

    patterns: Codes
    persons: Numbers


@dataclass(frozen=True)
class Tally:
    """One seed. `base` has patterns at month 0; `both` has pairs, without the policies times 2 ** indicators plus with.

    `labels` are the groups of the base month, `adults` (groups,) how many simulated adults each has; `nodes` has, by
    "base", "without" and "with", the patterns of whoever works at each node of the chain then.
    """

    seed: int
    indicators: int
    labels: tuple[str, ...]
    adults: Numbers
    base: Counts
    both: Counts
    nodes: Mapping[str, tuple[tuple[str, ...], Counts]]


def tally_of(
    seed: int,
    without: RunResult,
    enacted: RunResult,
    chosen: DeprivationSet,
    line: float,
    scale: float,
) -> Tally:
    """The counts of a set in a pair of worlds; `line` is dollars a person a month, `scale` simulated a real person.

    Persons are matched by `id`; ValueError if nobody is in both worlds.
    """
    rows, partners = shared_rows(without.people["id"], enacted.people["id"])
    if rows.size == 0:
        raise ValueError(f"seed {seed}: no person exists both with and without the policies")
    here = {name: np.asarray(values)[rows] for name, values in without.people.items()}
    there = {name: np.asarray(values)[partners] for name, values in enacted.people.items()}
    base, end, ends = (
        patterns_of(people, chosen, line, moment)
        for people, moment in ((here, "base"), (here, "end"), (there, "end"))
    )
    count = len(chosen.of_the_model)
    weight = _weight(here, chosen, scale)
    members = {
        label: mine & counted(here, chosen, "")
        for label, mine in (groups_at_base(here) | _at_work(here)).items()
    }
    adults = np.array([float(np.count_nonzero(mine)) for mine in members.values()])
    return Tally(
        seed=seed,
        indicators=count,
        labels=tuple(members),
        adults=adults,
        base=_count(base, weight, members),
        both=_count((end << count) + ends, weight, members),
        nodes={
            "base": _nodes(here, base, weight, chosen, ""),
            "without": _nodes(here, end, weight, chosen, "_final"),
            "with": _nodes(there, ends, _weight(there, chosen, scale), chosen, "_final"),
        },
    )


def patterns_of(people: People, chosen: DeprivationSet, line: float, moment: str) -> Codes:
    """The pattern of each adult (people,) at the "base" or the "end"."""
    columns = {
        name.removesuffix(f"_at_{moment}"): np.asarray(values, dtype=np.float64)
        for name, values in people.items()
        if name.endswith(f"_at_{moment}")
    }
    found = np.zeros(len(people["id"]), dtype=np.int64)
    for bit, indicator in enumerate(chosen.of_the_model.values()):
        found |= is_deprived(indicator, columns, line).astype(np.int64) << bit
    return found


def is_deprived(indicator: Indicator, columns: Mapping[str, Numbers], line: float) -> Members:
    """Who is deprived in an indicator of the model (people,)."""
    assert indicator.field is not None
    field = FIELDS[indicator.field]
    values = field.make(columns)
    if indicator.one_of is not None:
        return np.isin(values, [field.labels.index(label) for label in indicator.one_of])
    if indicator.above is not None:
        return np.asarray(values > indicator.above)
    assert indicator.below is not None
    return np.asarray(values < (line if indicator.below == "line" else indicator.below))


def counted(people: People, chosen: DeprivationSet, then: str) -> Members:
    """Whom a set counts (people,), by the contracts of the base month (`then` is "") or of the end ("_final")."""
    at_work = people[f"contract{then}"].astype(np.int64) > 0
    if chosen.who == "everybody":
        return np.ones(at_work.size, dtype=np.bool_)
    if chosen.who == "workers":
        return at_work
    household = np.asarray(people["household"]).astype(np.int64)
    has_worker = np.bincount(household, at_work) > 0
    return np.asarray(has_worker[household])


def bits(patterns: Codes, indicators: int) -> Numbers:
    """Patterns as 0 and 1, shape (patterns, indicators)."""
    return ((patterns[:, None] >> np.arange(indicators)) & 1).astype(np.float64)


def _weight(people: People, chosen: DeprivationSet, scale: float) -> Numbers:
    weight = np.asarray(people["weight"], dtype=np.float64)
    return weight if chosen.counts == "persons" else np.full(weight.size, 1.0 / scale)


def _count(patterns: Codes, weight: Numbers, members: Mapping[str, Members]) -> Counts:
    there, which = np.unique(patterns, return_inverse=True)
    persons = [np.bincount(which[rows], weight[rows], there.size) for rows in members.values()]
    return Counts(there, np.stack(persons))


def _at_work(people: People) -> dict[str, Members]:
    """Women and men of each contract of the base month, whatever the tier: "work=homework|female"."""
    here = groups_at_base(people)
    return {
        f"work={contract}|{gender}": here[f"contract={contract}"] & here[f"gender={gender}"]
        for contract in CONTRACT
        for gender in GENDER
    }


def _nodes(
    people: People, patterns: Codes, weight: Numbers, chosen: DeprivationSet, then: str
) -> tuple[tuple[str, ...], Counts]:
    now = dict(people) | {name: people[f"{name}{then}"] for name in ("tier", "contract")}
    members = {
        label: mine & counted(people, chosen, then)
        for label, mine in groups_at_base(now).items()
        if label.startswith("node=")
    }
    return tuple(members), _count(patterns, weight, members)
