"""A key of a question and its values in words and units: "take-up of micro-credit" and "20 %", never its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from poverty_nodes.experiments.answer.question_in_full import cluster_name, in_words
from poverty_nodes.experiments.question.accepted_values import Key, keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.model.policies import REGISTRY as POLICIES
from poverty_nodes.model.shocks import REGISTRY as SHOCKS

_CALLED = {
    "policy": "the package",
    "shock": "the shock",
    "cluster": "the cluster",
    "experiment": "the experiment",
    "chain": "the chain",
    "months": "the horizon",
    "line": "the poverty line",
    "take_up": "take-up",
    "unit_cost": "cost of delivery of a unit",
    "fixed_cost": "fixed cost",
}
"""Keys whose names do not say in the field's own words what they are."""


def key_words(key: str) -> str:
    """A key as it stands in a sentence.

    >>> key_words("policy.micro_credit.take_up"), key_words("policy"), key_words("shock.flood.start")
    ('take-up of micro-credit', 'the package', 'first month of the flood')
    >>> key_words("inputs.workers.casual_ratio"), key_words("months")
    ('casual pay over regular pay', 'the horizon')
    """
    first, *others = key.split(".")
    if first == "inputs" and others:
        return input_name(".".join(others))
    if first in ("policy", "shock") and len(others) > 1:
        whose = policy_label(others[0]) if first == "policy" else f"the {_plain(others[0])}"
        return f"{short_words(key)} of {whose}"
    return short_words(key)


def short_words(key: str) -> str:
    """A key without whose it is, for an axis: "take-up"; a number that is not known by its name.

    >>> short_words("policy.micro_credit.take_up"), short_words("policy.cash_transfer.start")
    ('take-up', 'first month')
    """
    first, *others = key.split(".")
    if first == "inputs" and others:
        return input_name(".".join(others))
    last = others[-1] if others else first
    if others[1:] and last in ("start", "end"):
        return "first month" if last == "start" else "last month"
    return _CALLED.get(last, _plain(last))


def value_words(key: str, value: object) -> str:
    """A value of a key with its unit; policies, shocks and clusters by what they are called.

    >>> value_words("policy", ["micro_credit", "cash_transfer"]), value_words("policy.micro_credit.take_up", 0.3)
    ('micro-credit + cash transfer', '30 %')
    >>> value_words("policy.labour_standards.wage_floor", {1: 0.5, 13: 0.8})
    '0.5 from month 1, 0.8 from month 13'
    """
    first, *others = key.split(".")
    if not others:
        return _of_the_question(first, value)
    if first == "inputs":
        return _number(value, input_name(".".join(others)))
    found = _key_of(first, others)
    if found is None:
        return str(value)
    if isinstance(value, Mapping) and found.unit.startswith(("ratio ", "multiple ")):
        return in_words(value, replace(found, unit=""))  # a path would say its unit every month
    return in_words(value, found)


def _of_the_question(key: str, value: object) -> str:
    if key in ("policy", "shock"):
        return " + ".join(policy_label(each) for each in _names(value)) or _without(key)
    if key == "cluster":
        return cluster_name(str(value))
    if key == "line":
        return "the national line" if value == "national" else f"${value} a day"
    if key == "months":
        return f"{value} months"
    found = next((each for each in keys_of(Question) if each.name == key), None)
    return policy_label(str(value)) if found is None else in_words(value, found)


def _names(value: object) -> list[str]:
    """Policies or shocks by name; a mapping has them as keys."""
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value] if isinstance(value, list | tuple | Mapping) else []


def _without(key: str) -> str:
    return "no policy" if key == "policy" else "no shock"


def _key_of(first: str, others: list[str]) -> Key | None:
    """What the schema says of a term of a policy or a size of a shock."""
    name, *rest = others
    registry = POLICIES if first == "policy" else SHOCKS if first == "shock" else {}
    if name not in registry:
        return None
    return next((each for each in keys_of(registry[name]) if each.name == ".".join(rest)), None)


def _number(value: object, name: str) -> str:
    if not isinstance(value, int | float):
        return str(value)
    return f"{100 * value:.6g} %" if name.startswith("share ") else f"{value:,.6g}"


def _plain(name: str) -> str:
    return name.replace("_", " ")
