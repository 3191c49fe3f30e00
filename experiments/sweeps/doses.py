"""The dose at which a policy would spend its budget, reckoned from what it spent at its own."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.impact.interval import Numbers
from poverty_nodes.model.policies import Policy

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
