"""Shocks as a cluster meets them: buyers that a shock names are looked up in the cluster's chain."""

from __future__ import annotations

import json
from collections.abc import Sequence

from poverty_nodes.model.shocks.base import ALL, LARGEST, BuyerShock, Shock
from poverty_nodes.model.shocks.buyer_leaves import BuyerLeaves
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name


def settle(shocks: Sequence[Shock], cluster: ClusterDescription) -> tuple[Shock, ...]:
    """The shocks with their buyers' numbers, in an order that does not depend on the one given.

    Raises QuestionError if there are two shocks of a kind that can strike once only, or a shock
    names a buyer that the cluster does not have.
    """
    problems = [*crowding(shocks)]
    settled: list[Shock] = []
    for shock in shocks:
        problem = buyer_problem(shock, cluster)
        if problem is not None:
            problems.append(problem)
        elif isinstance(shock, BuyerShock) and shock.buyer != ALL:
            settled.append(shock.model_copy(update={"buyer": str(_number(shock.buyer, cluster))}))
        else:
            settled.append(shock)
    if problems:
        raise QuestionError(problems)
    return tuple(sorted(settled, key=described))


def described(shock: Shock) -> str:
    """All that decides what a shock does, as text to sort and to hash."""
    return json.dumps([shock.name, shock.model_dump(mode="json")], sort_keys=True)


def crowding(shocks: Sequence[Shock]) -> list[Problem]:
    """Say which kinds stand twice though a world has room for one of them only."""
    names = [shock.name for shock in shocks if shock.alone]
    return [
        Problem("shock", f"two shocks of the kind '{name}' cannot be in one world: choose one")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]


def buyer_problem(shock: Shock, cluster: ClusterDescription) -> Problem | None:
    """Say that the buyer of a shock is none of the cluster's, or None if it is one."""
    if not isinstance(shock, BuyerShock) or shock.buyer in (ALL, LARGEST):
        return None
    buyers = [buyer.id for buyer in cluster.chain.buyers]
    if shock.buyer in (*buyers, *map(str, range(len(buyers)))):
        return None
    names = [*([] if isinstance(shock, BuyerLeaves) else [ALL]), LARGEST, *buyers]
    message = f"'{shock.buyer}' is no buyer of {cluster.cluster.id}"
    nearest = nearest_name(shock.buyer, names)
    return Problem(f"shock.{shock.name}.buyer", message, ", ".join(names), nearest)


def _number(buyer: str, cluster: ClusterDescription) -> int:
    buyers = cluster.chain.buyers
    if buyer.isdecimal():
        return int(buyer)
    if buyer == LARGEST:
        return max(range(len(buyers)), key=lambda number: buyers[number].share.value)
    return [each.id for each in buyers].index(buyer)
