"""The scenarios of a question under each draw of its uncertain inputs; draw 0 has the inputs at their own values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import inputs_of, matching
from poverty_nodes.scenarios.inputs.coherent import parameters_in
from poverty_nodes.scenarios.inputs.draws import draw_inputs
from poverty_nodes.scenarios.scenario import Scenario

Arms = Mapping[str, Scenario]
"""Scenarios by label: "without", "with"."""


@dataclass(frozen=True)
class Worlds:
    """Arms by number of the draw; draws whose numbers cannot hold together are left out and counted."""

    by_draw: Mapping[int, Arms]
    drawn: Mapping[int, Mapping[str, float]]
    """The inputs of each draw by name, those left out among them."""
    left_out: Mapping[int, str]
    """Why a draw was left out."""


def worlds_of(question: Question) -> Worlds:
    """Every draw of a question. Inputs that the question sets are known, and are not drawn."""
    central = question.to_scenarios()
    names = uncertain_names(question)
    known = inputs_of(question.description)
    draws = draw_inputs([known[name] for name in names], question.draws)
    centre = Centre(question.description, parameters_in(question.inputs))
    worlds: dict[int, Arms] = {0: central}
    left_out: dict[int, str] = {}
    for number, values in enumerate(draws, start=1):
        try:
            worlds[number] = {
                label: each.with_inputs(values, centre) for label, each in central.items()
            }
        except QuestionError as error:
            left_out[number] = error.problems[0].message
    return Worlds(worlds, dict(enumerate(draws, start=1)), left_out)


def left_out_words(reasons: Collection[str], draws: int) -> str:
    """How many draws were left out of how many, and the reason that most of them have; "" if none was."""
    if not reasons:
        return ""
    message, times = Counter(reasons).most_common(1)[0]
    return (
        f"{len(reasons):,} of {draws:,} draws hold numbers that cannot be of one town and are left out; "
        f"most often ({times}): {message}"
    )


def uncertain_names(question: Question) -> tuple[str, ...]:
    """The inputs that the question draws, by name."""
    known = tuple(inputs_of(question.description))
    found, _ = matching(question.uncertain, known, "uncertain")
    return tuple(name for name in found if name not in question.inputs)
