"""The worlds of an evaluation: which runs it asks for, and the people of each seed laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.panel.assigned import Assigned
from poverty_nodes.experiments.evaluation.panel.panel_run import Panelled, run_panel
from poverty_nodes.experiments.evaluation.panel.side_by_side import ELSEWHERE, side_by_side
from poverty_nodes.experiments.evaluation.panel.world import CLUSTER, World
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.catalogue import load_cluster


def assigned_of(study: Study) -> str:
    """Whom a study lets into the programme by its own hand, in words; "" where the programme does."""
    if study.assignment == "threshold":
        return Assigned("threshold", below=study.threshold.below).in_words()
    if study.assignment == "encouragement":
        return Assigned("encouragement", (study.encouragement.otherwise, 1.0)).in_words()
    if study.assignment == "saturation":
        return Assigned("saturation", study.saturation.levels).in_words()
    return ""


def panels_of(order: Order, waves: tuple[int, ...]) -> dict[str, Panelled]:
    """What is run under every seed, by label: the cluster with and without, other clusters as the study has them."""
    scenarios, study = order.question.to_scenarios(), order.study
    panels = {
        "without": Panelled(scenarios["without"], waves),
        "with": Panelled(scenarios["with"], waves, assigned_of(study)),
    }
    for name in study.elsewhere:
        there = question_at(order.question, name, study.opens.get(name)).to_scenarios()
        panels[f"without, {name}"] = Panelled(there["without"], waves)
        if name in study.opens:
            panels[f"with, {name}"] = Panelled(there["with"], waves)
    return panels


def question_at(question: Question, name: str, opens: int | None) -> Question:
    """The same question about another cluster of the catalogue, its programme opening in a month of its own."""
    policies = question.policies
    if opens is not None:
        first = opening_of(question)
        policies = tuple(_later(each, opens - first) for each in policies)
    update = {"cluster": name, "chain": None, "policies": policies}
    there = question.model_copy(update=update)
    return there.with_objects(load_cluster(name), question.order_of_month)


def _later(policy: Policy, months: int) -> Policy:
    end = None if policy.end is None else policy.end + months
    return policy.model_copy(update={"start": policy.start + months, "end": end})


def opening_of(question: Question) -> int:
    """The month in which the first programme of the package starts; 1 where there is none."""
    return min((each.start for each in question.policies), default=1)


def worlds_of(order: Order, runs: Runs) -> Iterator[World]:
    """The worlds whose runs all made it, by seed."""
    for seed, without, enacted in runs.pairs():
        labels = [
            label
            for label in runs.labels
            if label not in ("without", "with") and (label, 0, seed) in runs.failed
        ]
        if not labels:
            yield _world(order, seed, without, enacted, partial(runs.result, seed=seed))


def first_months(order: Order, last: int) -> World:
    """The world of the first seed with the programme in its first months, in which a study is tried for size."""
    seed = order.question.first_seed
    panels = panels_of(order, tuple(sorted({0, last})))
    enacted = run_panel(panels["with"], seed, last)
    return _world(order, seed, enacted, enacted, lambda label: run_panel(panels[label], seed, last))


def _world(
    order: Order,
    seed: int,
    without: RunResult,
    enacted: RunResult,
    at: Callable[[str], RunResult],
) -> World:
    study = order.study
    opens = {CLUSTER: opening_of(order.question)}
    if not study.elsewhere:
        return World.of(seed, without, enacted, opens)
    theirs, theirs_enacted = [], []
    for number, name in enumerate(study.elsewhere):
        theirs.append(at(f"without, {name}"))
        if name in study.opens:
            theirs_enacted.append(at(f"with, {name}"))
            opens[ELSEWHERE + number] = study.opens[name]
        else:
            theirs_enacted.append(theirs[-1])
    both = side_by_side(without, theirs), side_by_side(enacted, theirs_enacted)
    return World.of(seed, *both, opens, study.elsewhere)
