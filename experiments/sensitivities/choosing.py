"""Which factors a question and what was typed make: inputs, levers, bundles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import cast

from experiments.accepted import keys_of
from experiments.question import Question
from experiments.sensitivities.factors import Factor, Varied
from experiments.sensitivities.spans import Span
from experiments.settings import COMMAND_LINE
from model.policies import REGISTRY
from scenarios.errors import Problem
from scenarios.inputs import Distribution, Input, inputs_of, matching


def chosen_inputs(
    question: Question,
    spans: Sequence[Span],
    patterns: Sequence[str],
    together: Mapping[str, list[str]],
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
    inputs: Sequence[Input], together: Mapping[str, list[str]]
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


def chosen_levers(
    question: Question, spans: Sequence[Span], fixed: Sequence[str]
) -> tuple[list[Factor], list[Problem]]:
    """Levers with typed ends; the take-up of each policy from 0 to 1 unless it was set."""
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
        found.append(Factor(span.key, "lever", (_lever(span, parts),)))
    typed = {each.name for each in found} | {token.partition("=")[0].lstrip("+") for token in fixed}
    for policy in question.policies:
        key = f"policy.{policy.name}.take_up"
        if key not in typed and not any(
            each.startswith(f"policy.{policy.name}.") for each in typed
        ):
            found.append(
                Factor(
                    key, "lever", (Varied(key, Distribution("uniform", 0.0, policy.take_up, 1.0)),)
                )
            )
    return found, problems


def _lever(span: Span, parts: Sequence[str]) -> Varied:
    schema = REGISTRY[parts[1]]
    accepted = next((k.accepted for k in keys_of(schema) if k.name == ".".join(parts[2:])), "")
    if span.choices:
        return Varied(span.key, Distribution("uniform", 0.0, 0.0, 1.0), choices=span.choices)
    low, high = (float(cast(float, end)) for end in span.ends)
    return Varied(
        span.key, Distribution("uniform", low, low, high), accepted.startswith("a whole number")
    )
