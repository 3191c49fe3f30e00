"""The points of a sweep: the product of its axes, each checked as a question of its own before anything runs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from poverty_nodes.experiments.question.checked_question import (
    Composed,
    compose,
    own_settings,
    settings_of_text,
)
from poverty_nodes.experiments.question.composition import CONF, set_key
from poverty_nodes.experiments.question.own_clusters import homes_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting, read_settings
from poverty_nodes.experiments.sweeps.axes import Axis, read_axes
from poverty_nodes.experiments.sweeps.filed import filed_axes
from poverty_nodes.experiments.sweeps.ranges import MOST
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep
from poverty_nodes.scenarios.errors import Problem, QuestionError

SHARED = (
    *("dose", "seeds", "first_seed", "draws", "uncertain", "outcomes", "groups"),
    *("output", "store", "workers", "name", "question"),
)
"""Keys that are the same at all points."""
_BY_NAME = ("policy", "shock", "experiment")
"""Keys that choose files: a question is composed anew for each of their values."""


def ask_sweep(tokens: Sequence[str], conf: Path = CONF) -> Sweep:
    """Read a sweep and check every point; QuestionError with all problems, each with the point that has it."""
    fixed, axes, problems = read_axes(tokens)
    settings, of_words = read_settings(fixed)
    return _designed(settings, axes, problems, of_words, conf)


def ask_sweep_yaml(text: str) -> Sweep:
    """Read what `to_yaml` of a sweep wrote; QuestionError with everything that is wrong with it."""
    return _designed(settings_of_text(text), [], [], [], CONF)


def _designed(
    settings: Sequence[Setting],
    axes: Sequence[Axis],
    problems: Sequence[Problem],
    of_words: Sequence[Problem],
    conf: Path,
) -> Sweep:
    """The sweep of settings and typed axes; `problems` are those of the axes, `of_words` those of other words."""
    typed = [each for each in settings if each.origin == COMMAND_LINE]
    names = {*(each.key for each in typed), *(key for axis in axes for key in axis.keys)}
    fixed, filed, of_file = filed_axes(own_settings(settings, "sweep"), names)
    settings = [*(each for each in settings if each not in typed), *fixed, *typed]
    axes, problems = [*filed, *axes], [*problems, *of_file]
    keys = tuple(key for axis in axes for key in axis.keys)
    problems += [
        Problem(f"{COMMAND_LINE}: {key}", "is the same at all points and cannot be swept")
        for key in keys
        if key in SHARED
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
        compose(settings, of_words, conf, "sweep").check("sweep")  # what else is wrong comes first
        raise QuestionError(
            [Problem(COMMAND_LINE, message, "a list of values for at least one key", remedy=remedy)]
        )
    return Sweep(keys, _named(_checked(settings, of_words, axes, conf)), tuple(axes))


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


def _checked(
    settings: Sequence[Setting], of_words: Sequence[Problem], axes: Sequence[Axis], conf: Path
) -> tuple[Point, ...]:
    composed: dict[str, Composed] = {}
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
        chosen = [Setting(key, values[key], COMMAND_LINE) for key in values if key in _BY_NAME]
        name = repr(chosen)
        try:
            if name not in composed:
                here = [*_of_here(settings, axes, values), *chosen]
                composed[name] = compose(here, of_words, conf, "sweep")
            points.append(Point(number, values, _question(composed[name], values, places)))
        except QuestionError as error:
            for problem in error.problems:
                wrong.setdefault(problem, []).append(number)
    if wrong:
        raise QuestionError([_placed(problem, at, number) for problem, at in wrong.items()])
    return tuple(points)


def _of_here(
    settings: Sequence[Setting], axes: Sequence[Axis], values: Mapping[str, object]
) -> list[Setting]:
    """The settings without the terms of policies that only packages of other points have."""
    swept = {
        name
        for axis in axes
        if "policy" in axis.keys
        for row in axis.rows
        for name in _names(row[axis.keys.index("policy")])
    }
    elsewhere = swept - _names(values.get("policy"))
    return [
        each
        for each in settings
        if each.origin != COMMAND_LINE
        or not each.key.startswith(tuple(f"policy.{x}." for x in elsewhere))
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
