"""The dose at which a policy spends its budget: reckoned from what it spent, and found in a few runs where asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from poverty_nodes.experiments.impact.cost import delivery
from poverty_nodes.experiments.impact.interval import Numbers
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep
from poverty_nodes.experiments.uncertainty.runs import lean_plan, make, solve_base_months
from poverty_nodes.model.policies import Policy

ROUNDS, SEEDS = 3, 2
"""How often spending is measured and take-up raised, and in how many seeds: spending varies little between them."""
SPENT = 0.995
"""Of a budget, above which it counts as spent."""


def dose(policy: Policy, paid: Numbers) -> dict[str, object]:
    """`take_up` of a policy, and the `take_up_for_budget` at which it would spend its budget, from dollars by seed.

    Spending is taken to grow in step with take-up. The second is that of the policy where the budget is spent, and
    above 1 where not even all who are eligible would spend it; NaN without a budget, or where nothing is spent.
    """
    spent, take_up = float(np.mean(paid)), float(policy.take_up)
    if policy.budget is None or not spent > 0:
        return {"take_up": take_up, "take_up_for_budget": float("nan")}
    missing = max(policy.budget / spent, 1.0) if spent < SPENT * policy.budget else 1.0
    return {"take_up": take_up, "take_up_for_budget": take_up * missing}


def dosed(sweep: Sweep, progress: Progress) -> Sweep:
    """The sweep with the take-up of each policy raised until it spends its part of the budget, or to all the eligible.

    The same sweep if that was not asked for. QuestionError if runs cannot be kept or every one fails.
    """
    if sweep.first.dose != "spend":
        return sweep
    for _ in range(ROUNDS):
        spent = _spending(sweep, progress)
        points = tuple(_raised(each, spent.get(each.number)) for each in sweep.points)
        if points == sweep.points:
            return sweep
        sweep = replace(sweep, points=points)
    return sweep


def _spending(sweep: Sweep, progress: Progress) -> dict[int, Numbers]:
    """Dollars that each policy of a point spends, by seed (seeds, policies)."""
    first = sweep.first
    scenarios = {
        (str(each.number), 0): each.question.to_scenarios()["with"]
        for each in sweep.points
        if each.question.package
    }
    solve_base_months(scenarios.values(), progress)
    runs = make(first, lean_plan(scenarios, first.seed_numbers[:SEEDS], ("all",)), progress)
    found = {}
    for point in sweep.points:
        names = [policy.name for policy in point.question.package]
        paid = [
            delivery(result.programme, names)[:, 0]
            for _, _, result in runs.results(str(point.number))
        ]
        if paid:
            found[point.number] = np.stack(paid)
    return found


def _raised(point: Point, spent: Numbers | None) -> Point:
    """The point with the take-up of those policies raised that leave a part of their budget."""
    if spent is None:
        return point
    policies = []
    for at, (own, enacted) in enumerate(
        zip(point.question.policies, point.question.package, strict=True)
    ):
        needed = float(str(dose(enacted, spent[:, at])["take_up_for_budget"]))
        take_up = min(needed, 1.0) if needed > own.take_up else own.take_up
        policies.append(own.model_copy(update={"take_up": take_up}))
    if tuple(policies) == point.question.policies:
        return point
    return replace(point, question=_said_to_be_raised(point.question, policies))


def _said_to_be_raised(question: Question, policies: Sequence[Policy]) -> Question:
    """The question with these policies, that says of each take-up which is another now who set it."""
    own = {each.name: each.take_up for each in question.policies}
    raised = {f"policy.{each.name}.take_up" for each in policies if each.take_up != own[each.name]}

    def who(key: str) -> str:
        return "dose=spend" if key in raised else question.origin(key)

    return question.model_copy(update={"policies": tuple(policies)}).resolved(who)
