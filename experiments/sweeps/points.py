"""The points of a sweep: the product of its axes, each checked as a question of its own before anything runs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from poverty_nodes.experiments.question.checked_question import Composed, compose
from poverty_nodes.experiments.question.composition import CONF, set_key
from poverty_nodes.experiments.question.grammar import literal
from poverty_nodes.experiments.question.own_clusters import homes_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE, TOKEN
from poverty_nodes.experiments.sweeps.axes import Axis, read_axes
from poverty_nodes.experiments.sweeps.filed import filed_axes
from poverty_nodes.experiments.sweeps.ranges import MOST
from poverty_nodes.scenarios.errors import Problem, QuestionError

_BY_NAME = ("policy", "shock", "experiment")
"""Keys that choose files: a question is composed anew for each of their values."""


@dataclass(frozen=True)
class Point:
    """One point of the design: its number from 1, the value of each swept key, and the question asked there."""

    number: int
    values: Mapping[str, object]
    question: Question


@dataclass(frozen=True)
class Sweep:
    """A checked design."""

    keys: tuple[str, ...]
    points: tuple[Point, ...]
    axes: tuple[Axis, ...]

    @property
    def first(self) -> Question:
        """A question that has what all points share: folders, seeds, outcomes."""
        return self.points[0].question


def ask_sweep(tokens: Sequence[str], conf: Path = CONF, verb: Literal["sweep"] = "sweep") -> Sweep:
    """Read a sweep and check every point; QuestionError with all problems, each with the point that has it."""
    fixed, axes, problems = read_axes(tokens)
    typed = {match["key"] for each in tokens if (match := TOKEN.fullmatch(each))}
    typed |= {key for axis in axes for key in axis.keys}
    fixed_before, axes_before, of_file = filed_axes(tokens, typed)
    fixed, axes = [*fixed_before, *fixed], [*axes_before, *axes]
    problems += of_file
    keys = tuple(key for axis in axes for key in axis.keys)
    fixed_here = [
        each
        for each in keys
        if each
        in (
            "seeds",
            "first_seed",
            "draws",
            "uncertain",
            "outcomes",
            "output",
            "store",
            "workers",
            "name",
            "groups",
            "question",
        )
    ]
    problems += [
        Problem(f"{COMMAND_LINE}: {key}", "is the same at all points and cannot be swept")
        for key in fixed_here
    ]
    size = 1
    for axis in axes:
        size *= len(axis.rows)
    if size > MOST:
        problems.append(
            Problem(COMMAND_LINE, f"the design has {size:,} points", f"at most {MOST:,}")
        )
    if problems:
        raise QuestionError(problems)
    if not axes:
        message = "nothing is swept"
        remedy = "poverty-nodes sweep 'policy.micro_credit.take_up=[0.1,0.3]'"
        compose(fixed, conf, verb).check(verb)  # what else is wrong comes first
        raise QuestionError(
            [Problem(COMMAND_LINE, message, "a list of values for at least one key", remedy=remedy)]
        )
    return Sweep(keys, _named(_checked(fixed, axes, conf)), tuple(axes))


def _named(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with short names for clusters that were named by where they lie: tables outlive a place."""
    clusters = [str(each.values["cluster"]) for each in points if "cluster" in each.values]
    short = homes_of(clusters)
    return tuple(
        replace(each, values={**each.values, "cluster": short[str(each.values["cluster"])]})
        if str(each.values.get("cluster")) in short
        else each
        for each in points
    )


def _checked(fixed: Sequence[str], axes: Sequence[Axis], conf: Path) -> tuple[Point, ...]:
    composed: dict[tuple[str, ...], Composed] = {}
    points: list[Point] = []
    wrong: dict[Problem, list[int]] = {}
    for number, choice in enumerate(
        itertools.product(*(range(len(a.rows)) for a in axes)), start=1
    ):
        values = {
            key: value
            for axis, at in zip(axes, choice, strict=True)
            for key, value in zip(axis.keys, axis.rows[at], strict=True)
        }
        places = {
            key: axis.places[at] for axis, at in zip(axes, choice, strict=True) for key in axis.keys
        }
        chosen = {key: value for key, value in values.items() if key in _BY_NAME}
        tokens = tuple(f"{key}={literal(value)}" for key, value in chosen.items())
        try:
            if tokens not in composed:
                composed[tokens] = compose([*_of_here(fixed, axes, values), *tokens], conf, "sweep")
            points.append(Point(number, values, _question(composed[tokens], values, places)))
        except QuestionError as error:
            for problem in error.problems:
                wrong.setdefault(problem, []).append(number)
    if wrong:
        raise QuestionError([_placed(problem, at, number) for problem, at in wrong.items()])
    return tuple(points)


def _of_here(fixed: Sequence[str], axes: Sequence[Axis], values: Mapping[str, object]) -> list[str]:
    """The tokens without the terms of policies that only packages of other points have."""
    swept = {
        name
        for axis in axes
        if "policy" in axis.keys
        for row in axis.rows
        for name in _names(row[axis.keys.index("policy")])
    }
    elsewhere = swept - _names(values.get("policy"))
    return [
        token for token in fixed if not token.startswith(tuple(f"policy.{x}." for x in elsewhere))
    ]


def _names(package: object) -> set[str]:
    return {str(each) for each in package} if isinstance(package, list) else set()


def _question(base: Composed, values: Mapping[str, object], places: Mapping[str, str]) -> Question:
    """The question at a point: the swept keys are set in what was composed, and all of it is checked."""
    content = deepcopy(base.content)
    for key, value in values.items():
        if key not in _BY_NAME:
            set_key(content, key.split("."), value)

    def origin(key: str) -> str:
        swept = next(
            (
                name
                for name in places
                if f"{name}.".startswith(f"{key}.") or f"{key}.".startswith(f"{name}.")
            ),
            None,
        )
        return base.origin(key) if swept is None else places[swept]

    return base.check("sweep", content, origin)


def _placed(problem: Problem, at: list[int], total: int) -> Problem:
    """Say at which points a problem is; one that all have is a problem of the question."""
    if len(at) == total:
        return problem
    more = f" (and at {len(at) - 1} more points)" if len(at) > 1 else ""
    return replace(problem, where=f"point {at[0]}{more}: {problem.where}")


__all__ = ["Point", "Sweep", "ask_sweep", "set_key"]
