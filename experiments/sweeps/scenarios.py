"""A sweep of scenarios that were made in Python: each is a point, under the name that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from poverty_nodes.experiments.question.about_scenario import PYTHON, question_about
from poverty_nodes.experiments.sweeps.axes import Axis
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

KEY = "scenario"
"""What is swept, as tables call it."""


def sweep_of(
    scenarios: Mapping[object, Scenario] | Iterable[Scenario], keys: Mapping[str, object]
) -> Sweep:
    """The design of scenarios by name, or by number from 1; `keys` are those of a question that all points share.

    QuestionError with all that is wrong, each with the scenarios that have it.
    """
    named = scenarios if isinstance(scenarios, Mapping) else dict(enumerate(scenarios, start=1))
    if not named:
        raise QuestionError([Problem(PYTHON, "there is no scenario", "at least one")])
    points: list[Point] = []
    problems: list[Problem] = []
    for number, (name, scenario) in enumerate(named.items(), start=1):
        value = name if isinstance(name, int | float | str) else str(name)
        try:
            points.append(Point(number, {KEY: value}, question_about(scenario, "sweep", keys)))
        except QuestionError as error:
            problems += error.problems
    if problems:
        raise QuestionError(problems)
    rows = tuple((point.values[KEY],) for point in points)
    return Sweep((KEY,), tuple(points), (Axis((KEY,), rows, (PYTHON,) * len(rows)),))
