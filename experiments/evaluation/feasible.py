"""Refuses a study that is not feasible, by the first months of one world: nobody to ask, or too few units to draw."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.panel.person_panel import PersonPanel
from poverty_nodes.experiments.evaluation.panel.world import CLUSTER, World
from poverty_nodes.experiments.evaluation.survey.field import Field
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE
from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.scenarios.errors import Problem, QuestionError

PLACES = ("the cluster", "the comparator")


def refuse_impossible(order: Order) -> None:
    """QuestionError with all that cannot be; the base month of the first seed must be solved."""
    scenario = order.question.to_scenarios()["with"]
    opened = max((each.start for each in order.question.policies), default=0)
    panel = PersonPanel((0, opened))
    simulate(scenario, order.question.first_seed, [panel], months=opened)
    result = panel.result()
    world = World.of(order.question.first_seed, result, result)
    laid = Field(world, order.study, scenario.line_monthly(), take_up_of(order.question))
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


def _of_sample(order: Order, laid: Field) -> Iterator[Problem]:
    study, world = order.study, laid.world
    for at, (frame, wanted) in enumerate(zip(laid.frames, laid.sizes(), strict=True)):
        place = PLACES[at]
        here = laid.who & (world.column("place") == (CLUSTER if at == 0 else 1))
        if not here.any():
            yield Problem(
                f"{COMMAND_LINE}: study.who", f"there is nobody of '{study.who}' in {place}"
            )
            continue
        parts = frame.parts(wanted)
        short = [(len(members), drawn) for members, drawn in parts if drawn > len(members)]
        if short or not parts:
            there, drawn = short[0] if short else (0, wanted)
            key, fitting = "size" if at == 0 else "comparator", there * len(parts)
            yield Problem(
                f"{COMMAND_LINE}: study.sample.{key}",
                f"draws {drawn:,} {study.sample.unit}s of a part of {place} that has {there:,} of them, "
                f"at scale {order.question.share:g}",
                f"at most {there:,}",
                remedy=f"study.sample.{key}={fitting} or a larger scale"
                if fitting >= 10
                else "a larger scale",
            )
