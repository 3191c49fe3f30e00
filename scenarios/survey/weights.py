"""Weights of firms and workers: by design, then raked to known totals, with one head-count for both files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.fields import FIELDS, TIERS
from poverty_nodes.scenarios.survey.mapping import Code, place, plain
from poverty_nodes.scenarios.survey.raking import Margin, Raked, empty_cells, rake
from poverty_nodes.scenarios.survey.survey import Survey

Floats = NDArray[np.float64]

CLOSE_ENOUGH = 0.01
"""How near raked weights must come to every known total."""
AGREEING = 0.05
"""Head-counts of the two files that differ by less are taken for the same."""
ONE_DEFINITION = 2.0
"""Head-counts that differ by more than this factor cannot be of one definition."""


@dataclass(frozen=True)
class Weighed:
    """Weights of one file: by design (n,) and raked (n,), with the margins that they were raked to."""

    designed: Floats
    raked: Floats
    margins: tuple[Margin, ...]
    rounds: int = 0
    gap: float = 0.0


@dataclass(frozen=True)
class Weights:
    """The weights of both files; workers by tier as firms report them (`heads`) and as used (`aims`), (tiers,)."""

    firms: Weighed
    workers: Weighed
    heads: Floats
    aims: Floats
    notes: tuple[str, ...] = field(default=())


def weigh(survey: Survey) -> tuple[Weights | None, list[Problem]]:
    """Return the weights, or the problems: totals that contradict each other or cannot be met."""
    notes: list[str] = [*survey.notes]
    firms, problems = _raked(survey, "firms", _designed_firms(survey, notes), [])
    contradictory = _contradictions(survey, "workers")
    if firms is None or contradictory:
        return None, [*problems, *contradictory]
    heads = _heads(survey, firms.raked)
    aims, more = _aims(survey, heads, notes)
    if more:
        return None, more
    base = _designed_workers(survey, firms.raked, notes)
    workers, problems = _raked(survey, "workers", base, _by_tier(survey, aims, notes))
    if workers is None:
        return None, problems
    if survey.map.firms is None:
        aims = _by_tier_of(survey, workers.raked)
    return Weights(firms, workers, heads, aims, tuple(notes)), []


def _heads(survey: Survey, firms: Floats) -> Floats:
    """Return paid workers by tier (tiers,): as firms report them, or from the workers' file if it is the only one."""
    if survey.map.firms is None:
        base = survey.workers.numbers.get("weight", np.ones(len(survey.workers)))
        return _by_tier_of(survey, base)
    reported = np.bincount(
        survey.firms.codes["tier"],
        weights=firms * survey.firms.numbers["workers"],
        minlength=len(TIERS),
    )
    return reported.astype(np.float64) * survey.paid


def _by_tier_of(survey: Survey, weights: Floats) -> Floats:
    """Return how many workers the weights (workers,) stand for, by tier (tiers,)."""
    found = np.bincount(survey.tier, weights=weights, minlength=len(TIERS))
    return found.astype(np.float64)


def _designed_firms(survey: Survey, notes: list[str]) -> Floats:
    if survey.map.firms is None:
        return np.ones(0)
    if "weight" in survey.firms.numbers:
        return survey.firms.numbers["weight"]
    how = (
        "raked to the known totals"
        if survey.map.totals.firms
        else "each counts once, as in a census"
    )
    notes.append(f"{survey.firms.name} has no column of weights: {how}.")
    return np.ones(len(survey.firms))


def _designed_workers(survey: Survey, firms: Floats, notes: list[str]) -> Floats:
    """Return the column of weights, else the firm's weight times its workers over those of them who were asked."""
    if "weight" in survey.workers.numbers:
        return survey.workers.numbers["weight"]
    if survey.map.workers is None:
        return np.ones(0)
    if survey.map.firms is None:
        notes.append(
            f"{survey.workers.name} has no column of weights: each counts once, as in a census."
        )
        return np.ones(len(survey.workers))
    asked = np.bincount(survey.employer, minlength=len(survey.firms))
    notes.append(
        f"{survey.workers.name} has no column of weights: a worker stands for the workers of her firm over those of "
        "them who were asked, times the firm's weight."
    )
    stands_for: Floats = firms * survey.firms.numbers["workers"] / np.maximum(asked, 1)
    return stands_for[survey.employer]


def _aims(survey: Survey, heads: Floats, notes: list[str]) -> tuple[Floats, list[Problem]]:
    """Return workers by tier (tiers,): the known totals where there are any, else what firms report."""
    known = survey.map.totals.workers
    if not known:
        return heads, []
    margins = {name: sum(cells.values()) for name, cells in known.items()}
    total = next(iter(margins.values()))
    ratio = total / heads.sum()
    if survey.map.firms is None:
        return heads * ratio, []
    if not 1 / ONE_DEFINITION <= ratio <= ONE_DEFINITION:
        message = f"say {total:,.0f} workers, firms and their weights {heads.sum():,.0f}"
        remedy = "take totals and head-counts of firms from one definition of who is a worker"
        where = place(survey.file, "totals.workers")
        return heads, [Problem(where, message, "at most a factor of two between them", "", remedy)]
    if "tier" in known:
        found = {plain(code): value for code, value in known["tier"].items()}
        return np.array([found.get(tier, 0.0) for tier in TIERS]), []
    if abs(ratio - 1.0) > AGREEING:
        notes.append(
            f"Known totals say {total:,.0f} workers and firms report {heads.sum():,.0f}: the mean sizes "
            f"of firms are multiplied by {ratio:.2f}."
        )
    return heads * ratio, []


def _by_tier(survey: Survey, aims: Floats, notes: list[str]) -> list[Margin]:
    """Return workers by tier as one more margin, unless it is known already or nobody of a tier was asked."""
    if (
        "tier" in survey.map.totals.workers
        or survey.map.firms is None
        or survey.map.workers is None
    ):
        return []
    margin = Margin("tier", survey.tier, aims)
    silent = [TIERS[at] for at in empty_cells(margin)]
    if not silent:
        return [margin]
    notes.append(
        f"No worker of these tiers was asked though they have some: {', '.join(silent)}. Workers are not "
        "weighted to the head-counts of tiers."
    )
    return []


def _contradictions(survey: Survey, kind: str) -> list[Problem]:
    """Return a problem if totals of several margins, which are of the same people, have different sums."""
    known: Mapping[str, Mapping[Code, float]] = getattr(survey.map.totals, kind)
    sums = {name: sum(cells.values()) for name, cells in known.items()}
    where = place(survey.file, f"totals.{kind}")
    if any(total <= 0 for total in sums.values()):
        return [Problem(where, "sum to nothing", "at least one total above 0")]
    if not sums or max(sums.values()) <= min(sums.values()) * (1.0 + CLOSE_ENOUGH):
        return []
    shown = ", ".join(f"{name} to {total:,.0f}" for name, total in sums.items())
    remedy = "take all totals from one count, or scale them to one sum"
    message = f"cannot be raked to: {shown}"
    return [Problem(where, message, "margins that sum to the same within 1 %", "", remedy)]


def _raked(
    survey: Survey, kind: str, base: Floats, more: Sequence[Margin]
) -> tuple[Weighed | None, list[Problem]]:
    if getattr(survey.map, kind) is None:
        return Weighed(base, base, ()), []
    problems = _contradictions(survey, kind)
    margins = [*_known_margins(survey, kind), *more]
    for margin in margins:
        problems += _unmet_cells(survey, kind, margin)
    if problems:
        return None, problems
    if not margins:
        return Weighed(base, base, ()), []
    found = rake(base, margins)
    if found.gap > CLOSE_ENOUGH:
        return None, [_not_raked(survey, kind, found, margins)]
    return Weighed(base, found.weights, tuple(margins), found.rounds, found.gap), []


def _known_margins(survey: Survey, kind: str) -> list[Margin]:
    known: Mapping[str, Mapping[Code, float]] = getattr(survey.map.totals, kind)
    sheet = getattr(survey, kind)
    margins = []
    for name, cells in known.items():
        totals = {plain(code): value for code, value in cells.items()}
        codes = survey.tier if (kind, name) == ("workers", "tier") else sheet.codes[name]
        found = np.array([totals.get(each, 0.0) for each in categories_of(kind, name)])
        margins.append(Margin(name, codes, found))
    return margins


def categories_of(kind: str, name: str) -> tuple[str, ...]:
    """Return the categories of an answer of firms or workers; tier is one of workers too."""
    if name == "tier":
        return TIERS
    return next(field.categories for field in FIELDS[kind] if field.name == name)


def _unmet_cells(survey: Survey, kind: str, margin: Margin) -> list[Problem]:
    names = categories_of(kind, margin.name)
    problems = []
    for at in empty_cells(margin):
        total = margin.totals[at]
        message = (
            f"cannot be raked to: nobody is {names[at]} in the file, the total is {total:,.0f}"
            if total
            else f"cannot be raked to: somebody is {names[at]} in the file, no total is given for it"
        )
        where = place(survey.file, f"totals.{kind}.{margin.name}")
        remedy = "join the category with another in categories, or leave this margin out"
        problems.append(
            Problem(where, message, "a total for every category in the file", "", remedy)
        )
    return problems


def _not_raked(survey: Survey, kind: str, found: Raked, margins: Sequence[Margin]) -> Problem:
    name, at = found.worst
    category = categories_of(kind, name)[at]
    where = place(survey.file, f"totals.{kind}.{name}")
    message = (
        f"cannot be raked to: after {found.rounds} rounds '{category}' is still {found.gap:.0%} off; the margins "
        f"({', '.join(margin.name for margin in margins)}) leave no weights that meet all of them"
    )
    remedy = "leave a margin out, or join categories that few rows have"
    return Problem(where, message, "margins that the rows in the file can meet", "", remedy)
