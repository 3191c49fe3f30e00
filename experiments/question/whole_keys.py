"""The whole key of what was typed by its last part alone: take_up is a term of policies, policy.NAME.take_up."""

from __future__ import annotations

from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model import policies, shocks


def whole_key(name: str) -> str:
    """Where a key that stands at the top belongs; "" if it is nothing that stands deeper.

    >>> whole_key("micro_credit"), whole_key("flood"), whole_key("group_size"), whole_key("nothing")
    ('policy.micro_credit', 'shock.flood', 'policy.micro_credit.group_size', '')
    >>> whole_key("leakage")
    'policy.NAME.leakage'
    """
    for group, registry in (("policy", policies.REGISTRY), ("shock", shocks.REGISTRY)):
        if name in registry:
            return f"{group}.{name}"
    places = [
        (group, each)
        for group, registry in (("policy", policies.REGISTRY), ("shock", shocks.REGISTRY))
        for each, schema in registry.items()
        if any(key.name.split(".")[0] == name for key in keys_of(schema))
    ]
    if not places or name in Question.model_fields:
        return ""
    if len(places) == 1:
        return f"{places[0][0]}.{places[0][1]}.{name}"
    return f"{places[0][0]}.NAME.{name}"
