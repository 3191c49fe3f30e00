"""A package of policies under one budget: divided equally over those that have none of their own."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.model.policies.base import Policy


def divided(policies: Sequence[Policy], budget: float | None) -> tuple[Policy, ...]:
    """The policies with the package's budget shared out; what one cannot spend goes to no other.

    A policy with a budget of its own keeps it, and the others have equal parts of the rest. ValueError if those budgets
    alone are more than the package has. So packages are compared at equal budget, and what each could not spend shows.

    >>> from poverty_nodes.model.policies.micro_credit import MicroCredit
    >>> loan = MicroCredit(amount=500.0, rate=0.02, months=12)
    >>> [each.budget for each in divided([loan, loan, loan.model_copy(update={"budget": 100.0})], 1000.0)]
    [450.0, 450.0, 100.0]
    """
    if budget is None:
        return tuple(policies)
    own = sum(policy.budget for policy in policies if policy.budget is not None)
    if own > budget:
        raise ValueError(f"the policies' own budgets add up to {own:,.0f}, more than {budget:,.0f}")
    without = sum(policy.budget is None for policy in policies)
    each = (budget - own) / max(without, 1)
    return tuple(
        policy if policy.budget is not None else policy.model_copy(update={"budget": each})
        for policy in policies
    )
