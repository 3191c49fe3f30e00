"""Each policy as its file in conf/policy/ has it, with some terms changed: for tests over all that there are."""

from __future__ import annotations

from poverty_nodes.experiments.question.composition import default_terms
from poverty_nodes.model.policies import BUILT_IN, Policy

NAMES = tuple(BUILT_IN)


def policy(name: str, **terms: object) -> Policy:
    """A policy with the terms of its file, from month 2 on unless said otherwise."""
    return BUILT_IN[name].model_validate({**default_terms(name), "start": 2, **terms})


def null_terms(name: str) -> dict[str, dict[str, object]]:
    """The ways in which a policy can be enacted and do nothing, by name."""
    return {
        "nobody takes part": {"take_up": 0.0},
        "nothing to spend": {"budget": 0.0},
        "no room": {"capacity": 0},
        "it is worth nothing": dict.fromkeys(_values(name), 0.0),
        "meant for nobody": {"target": {"all": [{"field": "household.savings", "below": -1.0}]}},
        "it has not begun": {"start": 600},
    }


def _values(name: str) -> tuple[str, ...]:
    """The terms that say how much a policy does."""
    value = BUILT_IN[name].value
    return value if isinstance(value, tuple) else (value,)
