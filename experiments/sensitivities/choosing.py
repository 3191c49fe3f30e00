"""Which factors an analysis has, by the question and what was typed: inputs, terms, bundles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import cast

from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting
from poverty_nodes.experiments.sensitivities.factors import Factor, Varied
from poverty_nodes.experiments.sensitivities.spans import Span
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.inputs import Distribution, Input, inputs_of, matching


def chosen_inputs(
    question: Question,
    spans: Sequence[Span],
    patterns: Sequence[str],
    together: Mapping[str, Sequence[str]],
) -> tuple[list[Input], list[Problem]]:
    """The inputs that are varied, by their own distributions or between ends that were typed."""
    known = inputs_of(question.description)
    patterns = [*patterns, *(p for each in together.values() for p in each)]
    names, problems = matching(patterns, tuple(known), f"{COMMAND_LINE}: vary")
    typed = {
        span.key.removeprefix("inputs."): span for span in spans if span.key.startswith("inputs.")
    }
    chosen = [name for name in known if name in names or name in typed]
    found = []
    for name in chosen:
        if name in question.inputs and name not in typed:
            continue  # set by hand: known
        one = known[name]
        if name in typed:
            low, high = (float(cast(float, end)) for end in typed[name].ends)
            one = one.between(low, high)
        found.append(one)
    return found, problems


def chosen_bundled(
    inputs: Sequence[Input], together: Mapping[str, Sequence[str]]
) -> tuple[list[Factor], list[Problem]]:
    """The inputs as factors: bundles first, then those that vary alone."""
    factors: list[Factor] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for bundle, patterns in together.items():
        where = f"{COMMAND_LINE}: together.{bundle}"
        members = [each for each in inputs if any(fnmatchcase(each.name, p) for p in patterns)]
        twice = [each.name for each in members if each.name in taken]
        problems += [Problem(where, f"{name} is in together.{taken[name]} too") for name in twice]
        taken |= {each.name: bundle for each in members}
        if members:
            factors.append(Factor(bundle, "input", tuple(_varied(each) for each in members)))
    alone = [each for each in inputs if each.name not in taken]
    return [*factors, *(Factor(each.name, "input", (_varied(each),)) for each in alone)], problems


def _varied(one: Input) -> Varied:
    return Varied(f"inputs.{one.name}", one.distribution)


def chosen_terms(
    question: Question, spans: Sequence[Span], typed: Sequence[Setting]
) -> tuple[list[Factor], list[Problem]]:
    """Terms with ends of the user's own; for each policy that has none, its take-up from 0 to 1 unless that was set.

    `typed` are the settings of the question: what else they say of a policy leaves its take-up a factor.
    """
    found: list[Factor] = []
    problems: list[Problem] = []
    for span in spans:
        if span.key.startswith("inputs."):
            continue
        parts = span.key.split(".")
        if parts[0] != "policy" or len(parts) < 3:
            accepted = "terms of policies (policy.NAME.KEY) and inputs (inputs.NAME)"
            problems.append(Problem(f"{COMMAND_LINE}: {span.key}", "cannot be a factor", accepted))
            continue
        if parts[1] in REGISTRY:  # another name is reported with the names of the question
            found.append(Factor(span.key, "term", (_term(span, parts),)))
    varied = {each.name.split(".")[1] for each in found}
    for policy in question.policies:
        key = take_up_of(policy.name)
        if policy.name not in varied and not is_set(key, typed):
            belief = Distribution("uniform", 0.0, policy.take_up, 1.0)
            found.append(Factor(key, "term", (Varied(key, belief),)))
    return found, problems


def take_up_of(policy: str) -> str:
    """The key of the term that every policy has.

    >>> take_up_of("micro_credit")
    'policy.micro_credit.take_up'
    """
    return f"policy.{policy}.take_up"


def is_set(key: str, typed: Sequence[Setting]) -> bool:
    """Whether the command line gives this very key a value, by itself or within a mapping of a key above it."""
    return any(_sets(each, key) for each in typed if each.origin == COMMAND_LINE)


def _sets(setting: Setting, key: str) -> bool:
    if setting.taken_back or not f"{key}.".startswith(f"{setting.key}."):
        return False
    value = setting.value
    for part in key.removeprefix(setting.key).split(".")[1:]:
        if not isinstance(value, Mapping) or part not in value:
            return False
        value = value[part]
    return value is not None  # a key that is taken back (~key) has no value


def left_alone(
    question: Question, factors: Sequence[Factor], typed: Sequence[Setting]
) -> list[str]:
    """The numbers that would be varied had the user not set them, as a question spells them."""
    varied = {member.key for factor in factors for member in factor.members}
    terms = [take_up_of(policy.name) for policy in question.policies]
    inputs = [f"inputs.{name}" for name in question.inputs]
    found = [key for key in terms if is_set(key, typed)] + inputs
    return [key for key in found if key not in varied]


def _term(span: Span, parts: Sequence[str]) -> Varied:
    schema = REGISTRY[parts[1]]
    accepted = next((k.accepted for k in keys_of(schema) if k.name == ".".join(parts[2:])), "")
    if span.choices:
        return Varied(span.key, Distribution("uniform", 0.0, 0.0, 1.0), choices=span.choices)
    low, high = (float(cast(float, end)) for end in span.ends)
    return Varied(
        span.key, Distribution("uniform", low, low, high), accepted.startswith("a whole number")
    )
