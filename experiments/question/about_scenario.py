"""A question about a scenario made in Python: its cluster, policies, shocks and numbers are there as objects."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

from poverty_nodes.experiments.question.checked_values import checked
from poverty_nodes.experiments.question.composition import default_question
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.whole_question import numbers_problems
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

PYTHON = "Python"
"""Who sets the keys, in messages."""


def question_about(
    scenario: Scenario, verb: Literal["compare", "sweep", "sensitivity"], keys: Mapping[str, object]
) -> Question:
    """The question of a verb about a scenario; `keys` are others of a question, such as seeds and outcomes.

    Keys that neither of them has take the defaults of the command line. QuestionError with everything that is wrong.
    """
    meant = {
        key: value
        for key, value in default_question().items()
        if key in Question.model_fields and key not in ("defaults", "policies", "shocks")
    }
    of_scenario = {
        "cluster": scenario.cluster.cluster.id,
        "policies": scenario.policies,
        "shocks": {f"{each.name}_{at}": each for at, each in enumerate(scenario.shocks, start=1)},
        "inputs": {f"parameters.{name}": value for name, value in scenario.parameters.items()},
        "months": scenario.months,
        "scale": scenario.scale,
        "line": scenario.line,
        "window": scenario.window,
        "model": None if scenario.model is None else scenario.model.__qualname__,
        "verb": verb,
    }
    problems = _of_keys(keys, of_scenario, meant)
    asked = {key: _plain(value) for key, value in keys.items()}
    question, more = checked(Question, {**meant, **asked, **of_scenario}, "", lambda key: PYTHON)
    problems += more
    if question is not None:
        question = question.with_objects(scenario.cluster, scenario.model)
        problems += numbers_problems(question, lambda key: PYTHON)
    if scenario.centre is not None:
        problems.append(
            Problem(
                PYTHON,
                "a scenario with drawn inputs cannot be asked about",
                "the scenario before with_inputs",
            )
        )
    if problems or question is None:
        raise QuestionError(problems)
    return question


def _of_keys(
    keys: Mapping[str, object], of_scenario: Collection[str], meant: Collection[str]
) -> list[Problem]:
    """Keys that the scenario says itself; those that do not exist are told by the schema."""
    accepted = ", ".join(sorted(set(meant) - set(of_scenario)))
    return [
        Problem(f"{PYTHON}: {key}", "is what the scenario says", accepted)
        for key in keys
        if key in of_scenario
    ]


def _plain(value: object) -> object:
    """A path as it would be typed."""
    return str(value) if isinstance(value, Path) else value
