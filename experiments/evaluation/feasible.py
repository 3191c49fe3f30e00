"""Refuses a study that is not feasible, by the first months of one world: nobody to ask, or too few units to draw."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.panel.world import World
from poverty_nodes.experiments.evaluation.study.study import DISPERSED
from poverty_nodes.experiments.evaluation.survey.field import Field, places_of
from poverty_nodes.experiments.evaluation.worlds import first_months
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE
from poverty_nodes.scenarios.errors import Problem, QuestionError

FEWEST_NEAR = 10
"""Persons on either side of a threshold below which no line is drawn (judged)."""


def refuse_impossible(order: Order) -> None:
    """QuestionError with all that cannot be; the base month of the first seed must be solved."""
    opened = max((each.start for each in order.question.policies), default=0)
    world = first_months(order, opened)
    line = order.question.to_scenarios()["with"].line_monthly()
    laid = Field(world, order.study, line, take_up_of(order.question))
    problems = [*_of_programme(order, world, laid), *_of_sample(order, laid)]
    if problems:
        raise QuestionError(problems)


def take_up_of(question: Question) -> float:
    """The share of those offered who join when a single programme opens; 1 where there is none or several."""
    if len(question.policies) != 1:
        return 1.0
    policy = question.policies[0]
    return float(policy.at(policy.start).take_up)


def _of_programme(order: Order, world: World, laid: Field) -> Iterator[Problem]:
    names = ", ".join(each.name for each in order.question.policies)
    if names and not world.eligible.any():
        yield Problem(
            f"{COMMAND_LINE}: policy",
            f"nobody is eligible for {names} when it opens",
            remedy=f"poverty-nodes check 'policy=[{names}]'",
        )
    elif order.study.assignment == "lottery" and not laid.lottery.inside.any():
        message = f"nobody of the cluster can join {names} when it opens, so there is no draw"
        yield Problem(f"{COMMAND_LINE}: study.assignment", message)
    elif order.study.assignment == "threshold":
        yield from _of_threshold(order, laid)


def _of_threshold(order: Order, laid: Field) -> Iterator[Problem]:
    """Whether there are people on either side of the threshold, near enough to be compared."""
    near = laid.who & (np.abs(laid.score) < 1.0)
    below, above = int((near & laid.offered).sum()), int((near & ~laid.offered).sum())
    if min(below, above) >= FEWEST_NEAR:
        return
    income = np.asarray(laid.world.people["income"], dtype=np.float64)[laid.who]
    middle = f"{np.median(income):.0f}" if len(income) else "another"
    rule = order.study.threshold
    yield Problem(
        f"{COMMAND_LINE}: study.threshold.below",
        f"{below} persons live just below ${rule.below:g} a head and month and {above} just above it, within "
        f"{rule.bandwidth:g} log points",
        f"at least {FEWEST_NEAR} on either side",
        remedy=f"study.threshold.below={middle}, which is the middle income of those who could join",
    )


def _of_sample(order: Order, laid: Field) -> Iterator[Problem]:
    study, world = order.study, laid.world
    names = ("the cluster", *(_place(name) for name in study.places))
    with_it = 1 + len(study.opens)
    for at, (frame, wanted) in enumerate(zip(laid.frames, laid.sizes(), strict=True)):
        place, code = names[at], places_of(study, world)[at]
        here = laid.who & (world.column("place") == code)
        if not here.any():
            yield Problem(
                f"{COMMAND_LINE}: study.who", f"there is nobody of '{study.who}' in {place}"
            )
            continue
        parts = frame.parts(wanted)
        short = [(len(members), drawn) for members, drawn in parts if drawn > len(members)]
        if short or not parts:
            there, drawn = short[0] if short else (0, wanted)
            key, fitting = "size" if at < with_it else "comparator", there * len(parts)
            yield Problem(
                f"{COMMAND_LINE}: study.sample.{key}",
                f"draws {drawn:,} {study.sample.unit}s of a part of {place} that has {there:,} of them, "
                f"at scale {order.question.share:g}",
                f"at most {there:,}",
                remedy=f"study.sample.{key}={fitting} or a larger scale"
                if fitting >= 10
                else "a larger scale",
            )


def _place(name: str) -> str:
    return "the comparator" if name == DISPERSED else name
