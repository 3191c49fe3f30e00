"""A sensitivity analysis of a scenario that was made in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from poverty_nodes.experiments.question.about_scenario import PYTHON, question_about
from poverty_nodes.experiments.question.checked_values import checked
from poverty_nodes.experiments.question.composition import set_key
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import COMMAND_LINE
from poverty_nodes.experiments.sensitivities.method import Method
from poverty_nodes.experiments.sensitivities.order import Order, analysis_of
from poverty_nodes.experiments.sensitivities.spans import Span, span_of
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario


def sensitivity_of(
    scenario: Scenario, between: Mapping[str, Sequence[object]], keys: Mapping[str, object]
) -> Order:
    """The analysis of a scenario; `between` are ends by dotted key, `keys` those of the analysis and of a question.

    QuestionError with everything that is wrong.
    """
    own = {key: value for key, value in keys.items() if key in Method.model_fields}
    rest = {key: value for key, value in keys.items() if key not in own}
    method, problems = checked(Method, own, "", lambda key: PYTHON)
    found = [span_of(key, ends, f"{PYTHON}: {key}") for key, ends in between.items()]
    problems += [each for each in found if isinstance(each, Problem)]
    spans = [each for each in found if isinstance(each, Span)]
    try:
        question = question_about(scenario, "sensitivity", rest)
        order = analysis_of(question, method or Method(), spans)
        problems += _of_ends(question, spans)
    except QuestionError as error:
        raise QuestionError([*problems, *map(_of_python, error.problems)]) from error
    if problems:
        raise QuestionError(problems)
    return order


def _of_ends(question: Question, spans: Sequence[Span]) -> list[Problem]:
    """Both ends of a term must be accepted by its policy."""
    problems: dict[Problem, None] = {}
    policies = {each.name: each for each in question.policies}
    for span in spans:
        group, name, *parts = span.key.split(".")
        for end in span.ends if group == "policy" and name in policies else ():
            terms = policies[name].model_dump(mode="json")
            set_key(terms, parts, end)
            _, wrong = checked(type(policies[name]), terms, f"policy.{name}", lambda key: PYTHON)
            problems |= dict.fromkeys(wrong)
    return list(problems)


def _of_python(problem: Problem) -> Problem:
    return replace(problem, where=problem.where.replace(COMMAND_LINE, PYTHON))
