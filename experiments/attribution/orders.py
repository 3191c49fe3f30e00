"""The orders of the parts that a seed tries when there are too many sets to try all."""

from __future__ import annotations

import random

from poverty_nodes.experiments.attribution.shapley import EXACT_UP_TO, PAIRS, Order, sampled_orders


def orders_of(parts: int, seed: int, pairs: int = PAIRS) -> list[Order] | None:
    """The orders of a seed, the same whenever it is asked; None if all sets are tried."""
    if parts <= EXACT_UP_TO:
        return None
    return sampled_orders(parts, seed, pairs, lambda cycle: _shuffled(parts, cycle))


def _shuffled(parts: int, cycle: int) -> Order:
    order = list(range(parts))
    random.Random(f"order of parts {cycle}").shuffle(order)
    return tuple(order)
