"""Two policies on one instrument: joined by the instrument's declared rule, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from poverty_nodes.model.policies.base import Policy

COMPOSED = {
    "floor": "max",
    "contribution": "sum",
    "casual_covered": "max",
    "homework_covered": "max",
    "monitored_formal": "rest",
    "monitored_informal": "rest",
    "penalty": "max",
    "in_training": "rest",
    "matching": "sum",
    "coached": "sum",
    "advised": "sum",
    "marketing": "sum",
    "partners": "max",
    "brokered": "sum",
    "plant_part": "rest",
    "input_discount": "rest",
    "price_gain": "rest",
    "voice": "rest",
}
"""How two policies that pull the same instrument, or set the same mark, compose; without a rule they are refused.

*sum* adds what each adds to the neutral value; *max* takes the larger; *product* multiplies; *rest*, for shares, lets
the second take its share of what the first has left: 1 - (1 - a)(1 - b).
"""


def compose(rule: str | None, there: object, added: object, neutral: float) -> object:
    """The value of an instrument or a mark when a policy adds its own to that of others.

    >>> [float(compose(rule, 0.5, 0.4, 0.0)) for rule in ("sum", "max", "rest")]
    [0.9, 0.5, 0.7]
    >>> float(compose("product", 0.5, 0.4, 1.0)), compose(None, 0.0, 0.4, 0.0)
    (0.2, 0.4)
    """
    import numpy as np  # a tenth of a second: the command does without

    one, other = np.asarray(there), np.asarray(added)
    if rule == "sum":
        return one + (other - neutral)
    if rule == "max":
        return np.maximum(one, other)
    if rule == "product":
        return one * other
    if rule == "rest":
        return one + other * (1.0 - one)
    return added


def clashes(policies: Sequence[Policy]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Pairs of policies that set the same instrument or mark without a rule that joins them, with what they share.

    >>> clashes([])
    []
    """
    found = []
    for one, other in combinations(policies, 2):
        shared = {*one.pulls, *one.marking} & {*other.pulls, *other.marking}
        alone = tuple(sorted(name for name in shared if name not in COMPOSED))
        if alone:
            found.append((one.name, other.name, alone))
    return found
