"""The outcomes of a question: which measure of which group, read off a run as one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.model.measures.catalogue import BUILT_IN, INSTALLED, measures
from poverty_nodes.model.measures.crossing import Crossing, is_crossing
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

if TYPE_CHECKING:
    from poverty_nodes.experiments.question.question import Question
    from poverty_nodes.model.result import RunResult


@dataclass(frozen=True)
class Measured:
    """A measure of a group of the cluster, averaged over the last months of a run."""

    measure: str
    group: str = "all"

    @classmethod
    def read(cls, text: str) -> Measured:
        """Read `P0` or `P0:gender=female`."""
        measure, _, group = text.partition(":")
        return cls(measure, group or "all")

    @property
    def name(self) -> str:
        """As it is typed."""
        return self.measure if self.group == "all" else f"{self.measure}:{self.group}"

    @property
    def unit(self) -> str:
        """The unit of the measure."""
        return measures()[self.measure].unit

    def of(self, result: RunResult, window: int) -> float:
        """The mean over the last `window` months; NaN where the group is empty throughout."""
        import numpy as np  # a tenth of a second: checking a question does without

        last = result.series(self.measure, self.group)[-min(window, result.months[-1]) :]
        known = last[np.isfinite(last)]
        return float(known.mean()) if known.size else float("nan")


def measured(texts: Sequence[str]) -> tuple[Measured, ...]:
    """The outcomes by their texts, which have been checked."""
    return tuple(Measured.read(each) for each in texts)


def numbers_problems(question: Question, origin: Origin) -> list[Problem]:
    """What is wrong with the outcomes, the inputs and the patterns of a question that are checked by no schema."""
    problems = [
        problem
        for text in question.outcomes
        for problem in _outcome_problems(text, f"{origin('outcomes')}: outcomes", question.groups)
    ]
    try:
        known = question.as_filed
    except QuestionError:
        return problems  # what is wrong with the cluster has been said
    if question.draws:
        from poverty_nodes.scenarios.inputs import inputs_of, matching

        where = f"{origin('uncertain')}: uncertain"
        problems += matching(question.uncertain, tuple(inputs_of(known)), where)[1]
    return problems + _input_problems(question, origin)


def _input_problems(question: Question, origin: Origin) -> list[Problem]:
    if not question.inputs:
        return []
    from dataclasses import replace

    from poverty_nodes.model.parameters.all_parameters import PARAMETERS
    from poverty_nodes.scenarios.inputs.coherent import parameters_in

    names = [each.name for each in PARAMETERS]
    problems = []
    for name in parameters_in(question.inputs):
        if name not in names:
            key = f"inputs.parameters.{name}"
            nearest, remedy = nearest_name(name, names), "poverty-nodes list inputs"
            problems.append(
                Problem(f"{origin(key)}: {key}", "there is no such input", "", nearest, remedy)
            )
    try:
        _ = question.description
    except QuestionError as error:
        problems += [
            replace(each, where=f"{origin(each.where.split(' ')[0])}: {each.where}")
            for each in error.problems
        ]
    return problems


def _outcome_problems(text: str, where: str, asked_groups: Sequence[str]) -> list[Problem]:
    asked, installed = (
        Measured.read(text),
        [each for each in INSTALLED if not INSTALLED.fault(each)],
    )
    known = BUILT_IN | {name: INSTALLED[name] for name in installed}
    if asked.measure in INSTALLED and asked.measure not in known:
        return []  # what is wrong with its package is said once
    if asked.measure not in known:
        nearest = nearest_name(asked.measure, known)
        accepted = "a name of `poverty-nodes list measures`"
        return [Problem(where, f"there is no measure '{asked.measure}'", accepted, nearest)]
    if asked.group == "all":
        return []
    from poverty_nodes.model.measures.groups import group_matrix  # brings NumPy and the rules

    crossed = [Crossing.read(each) for each in asked_groups if is_crossing(each)]
    groups = (*group_matrix()[0], *(label for each in crossed for label in each.labels))
    if asked.group not in groups:
        nearest = nearest_name(asked.group, groups)
        message = f"there is no group '{asked.group}'"
        accepted = "all, gender=female, tier=exporter and so on, and those of crossings in groups"
        return [Problem(where, message, accepted, nearest)]
    if not known[asked.measure].by_group and not asked.group.startswith("place="):
        return [Problem(where, f"{asked.measure} is measured for the whole cluster only")]
    return []
