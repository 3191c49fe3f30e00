"""Shapley shares: what each part of a whole contributes, averaged over the orders in which parts can be added.

With `v(S)` the value of a set S of parts, the share of part i of n is

    phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S))

(Shapley 1953). Shares add up to v(all) - v(none) exactly, in the exact form and in the sampled one, in which the mean
is over some orders only: each order's steps add up. Sets are numbers whose bits are the parts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import factorial

import numpy as np

from poverty_nodes.model.lives import life_of, population_of
from poverty_nodes.model.measures.groups_at_base import Numbers

EXACT_UP_TO = 6
"""So many parts have all their sets tried: 64; above, orders are sampled (Castro, Gomez and Tejada 2009)."""

PAIRS = 4
"""Sampled orders a seed, each with its reverse: what two parts do together is then shared exactly (Mitchell and
others 2022), and only what three or more do together is left to chance."""

Order = tuple[int, ...]


def sets_needed(parts: int, orders: Sequence[Order] | None) -> tuple[int, ...]:
    """The sets whose values are needed: all of them, or those along some orders with each part alone and last."""
    whole = (1 << parts) - 1
    if orders is None:
        return tuple(range(whole + 1))
    found = {0, whole}
    found |= {1 << part for part in range(parts)} | {whole ^ (1 << part) for part in range(parts)}
    for order in orders:
        found |= set(sets_along(order))
    return tuple(sorted(found))


def sets_along(order: Order) -> tuple[int, ...]:
    """The sets as parts are added in an order, from none to all.

    >>> sets_along((1, 0))
    (0, 2, 3)
    """
    found = [0]
    for part in order:
        found.append(found[-1] | 1 << part)
    return tuple(found)


def sampled_orders(
    parts: int, seed: int, pairs: int, shuffle: Callable[[int], Order]
) -> list[Order]:
    """Orders of one seed, each followed by its reverse.

    Each part stands first equally often over consecutive seeds (or lives) and pairs: the first order of a cycle of
    `parts` is turned by one place at a time. `shuffle` gives the order to turn, by the number of the cycle.
    """
    place = population_of(seed) + life_of(seed)
    found: list[Order] = []
    for number in range(pairs * place, pairs * (place + 1)):
        cycle, turn = divmod(number, parts)
        start = shuffle(cycle)
        order = (*start[turn:], *start[:turn])
        found += [order, order[::-1]]
    return found


def shares(value: Mapping[int, Numbers], parts: int, orders: Sequence[Order] | None) -> Numbers:
    """The share of each part (parts, ...) from the value of each set: exact, or over some orders."""
    if orders is None:
        return np.stack([_exact(value, part, parts) for part in range(parts)])
    found = np.zeros((parts, *value[0].shape))
    for order in orders:
        along = sets_along(order)
        for part, before, after in zip(order, along, along[1:], strict=False):
            found[part] += (value[after] - value[before]) / len(orders)
    return found


def _exact(value: Mapping[int, Numbers], part: int, parts: int) -> Numbers:
    share = np.zeros(value[0].shape)
    for without in (each for each in range(1 << parts) if not each >> part & 1):
        size = without.bit_count()
        weight = factorial(size) * factorial(parts - size - 1) / factorial(parts)
        share = share + weight * (value[without | 1 << part] - value[without])
    return share


def alone(value: Mapping[int, Numbers], parts: int) -> Numbers:
    """What each part does without the others (parts, ...)."""
    return np.stack([value[1 << part] - value[0] for part in range(parts)])


def last(value: Mapping[int, Numbers], parts: int) -> Numbers:
    """What each part adds to all the others (parts, ...)."""
    whole = (1 << parts) - 1
    return np.stack([value[whole] - value[whole ^ 1 << part] for part in range(parts)])
