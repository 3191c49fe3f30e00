"""The whole key of what was typed by its last part alone: take_up is a term of policies, policy.NAME.take_up."""

from __future__ import annotations

from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model import policies, shocks
from poverty_nodes.model.nearest import nearest_name


def whole_key(key: str) -> str:
    """Where a key that stands at the top belongs; "" if it is nothing that stands deeper.

    >>> whole_key("micro_credit"), whole_key("flood"), whole_key("group_size"), whole_key("nothing")
    ('policy.micro_credit', 'shock.flood', 'policy.micro_credit.group_size', '')
    >>> whole_key("leakage"), whole_key("target.worker.sex")
    ('policy.NAME.leakage', 'policy.NAME.target.gender')
    """
    name, _, below = key.partition(".")
    for group, registry in (("policy", policies.REGISTRY), ("shock", shocks.REGISTRY)):
        if name in registry:
            return f"{group}.{name}"
    places = [
        (group, each, schema)
        for group, registry in (("policy", policies.REGISTRY), ("shock", shocks.REGISTRY))
        for each, schema in registry.items()
        if any(term.name.split(".")[0] == name for term in keys_of(schema))
    ]
    if not places or name in Question.model_fields:
        return ""
    group, whose, schema = places[0]
    whose = whose if len(places) == 1 else "NAME"
    terms = [each.name for each in keys_of(schema) if each.name.startswith(f"{name}.")]
    term = nearest_name(below, [each.removeprefix(f"{name}.") for each in terms]) if below else ""
    return ".".join([group, whose, name, *([term] if term else [])])
