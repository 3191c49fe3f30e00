"""The scenarios at a row of a design: terms set in the package, inputs in the cluster and the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import cast

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.sensitivities.factors import Factors
from poverty_nodes.experiments.uncertainty.worlds import Arms
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.inputs.coherent import parameters_in
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Rows:
    """Makes the arms of a row; those with the same terms share their package."""

    question: Question
    factors: Factors
    _packages: dict[str, dict[str, Scenario]] = field(default_factory=dict, repr=False)

    @cached_property
    def centre(self) -> Centre:
        """The cluster with every input at its own value; draws are put together along the inputs' axes."""
        question = self.question
        ends = {
            each.key.removeprefix("inputs."): (
                each.distribution.low,
                each.distribution.mode,
                each.distribution.high,
            )
            for each in self.factors.varied
            if each.is_input
        }
        return Centre(question.description, parameters_in(question.inputs), ends)

    def arms(self, values: Mapping[str, object]) -> Arms:
        """The scenarios with these values of the keys. QuestionError if the inputs cannot hold together."""
        inputs = {
            key.removeprefix("inputs."): float(cast(float, value))
            for key, value in values.items()
            if key.startswith("inputs.")
        }
        terms = {key: value for key, value in values.items() if not key.startswith("inputs.")}
        arms = self._with_terms(terms)
        if not inputs:
            return arms
        # One description for both arms: making it costs more than all the rest.
        first = next(iter(arms.values())).with_inputs(inputs, self.centre)
        return {label: replace(first, policies=each.policies) for label, each in arms.items()}

    def _with_terms(self, terms: Mapping[str, object]) -> dict[str, Scenario]:
        name = repr(sorted(terms.items()))
        if name not in self._packages:
            if len(self._packages) > 4096:
                self._packages.clear()
            policies = tuple(_set_terms(each, terms) for each in self.question.policies)
            asked = self.question.model_copy(update={"policies": policies})
            self._packages[name] = asked.to_scenarios()
        return self._packages[name]


def _set_terms(policy: Policy, terms: Mapping[str, object]) -> Policy:
    """The policy with those of the terms that are its own."""
    above = f"policy.{policy.name}."
    mine = {key.removeprefix(above): value for key, value in terms.items() if key.startswith(above)}
    if not mine:
        return policy
    terms = policy.model_dump(mode="json")
    for key, value in mine.items():
        *parts, last = key.split(".")
        here = terms
        for part in parts:
            here = here[part]
        here[last] = value
    return REGISTRY[policy.name].model_validate(terms)
