"""What is asked of a sensitivity analysis: the question, the factors, the method and how far to go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from poverty_nodes.experiments.question.accepted_values import accepted
from poverty_nodes.experiments.question.checked_question import Composed, compose
from poverty_nodes.experiments.question.checked_values import Origin, checked
from poverty_nodes.experiments.question.composition import CONF, Content, set_key
from poverty_nodes.experiments.question.doubtful import notes_on
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.question_file import question_text
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting
from poverty_nodes.experiments.sensitivities.choosing import (
    chosen_bundled,
    chosen_inputs,
    chosen_terms,
    left_alone,
)
from poverty_nodes.experiments.sensitivities.factors import Factors, Varied
from poverty_nodes.experiments.sensitivities.filed import TOGETHER, filed_analysis, section_of
from poverty_nodes.experiments.sensitivities.method import GIVEN_DATA, Method
from poverty_nodes.experiments.sensitivities.spans import Span, read_spans
from poverty_nodes.experiments.sweeps.axes import read_value
from poverty_nodes.scenarios.errors import Problem, QuestionError

OWN = tuple(name for name in Method.model_fields if name != TOGETHER)
"""Keys that only this verb takes, besides bundles."""


@dataclass(frozen=True)
class Order:
    """A checked sensitivity analysis; `question` has every factor at its own value."""

    question: Question
    factors: Factors
    asked: Method
    """With its sample sizes resolved."""
    spans: tuple[Span, ...] = ()
    """The factors whose ends are the user's own."""
    set_by_hand: tuple[str, ...] = ()
    """Numbers that would be varied had the user not set them."""

    @property
    def method(self) -> str:
        """The name of the method, or auto."""
        return self.asked.method

    @property
    def n(self) -> int:
        """The size of the base sample, in what the method counts."""
        return cast(int, self.asked.n)

    @property
    def most(self) -> int:
        """The most blocks of Sobol."""
        return cast(int, self.asked.most)

    def question_of(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        section = section_of(self.asked, self.spans, self.set_by_hand)
        return {**self.question.as_mapping(how), "sensitivity": section}

    def to_yaml(self, how: bool = True) -> str:
        """The analysis as YAML that `question=FILE` takes back."""
        return question_text("sensitivity", self.question_of(how))

    def notes(self) -> tuple[str, ...]:
        """What is allowed but probably not meant, a sentence each: of the question, and what is not varied."""
        fixed = tuple(
            f"{key} is set, so it is known and not varied: {key}=[low,high] makes it a factor"
            for key in self.set_by_hand
        )
        return notes_on(self.question) + fixed

    def as_mapping(self) -> dict[str, object]:
        """The keys of the analysis and its factors, for the record."""
        return {
            "method": self.method,
            "n": self.n,
            "most": self.most,
            "tolerance": self.asked.tolerance,
            "screen": self.asked.screen,
            "factors": {
                each.name: {
                    "kind": each.kind,
                    "members": {m.key: _drawn_from(m) for m in each.members},
                }
                for each in self.factors.factors
            },
        }


def ask_sensitivity(tokens: Sequence[str], conf: Path = CONF) -> Order:
    """Read and check an analysis; QuestionError with all problems."""
    filed = filed_analysis(tokens, OWN)
    own, rest = _own([*filed.tokens, *tokens])
    fixed, spans, problems = read_spans(rest)
    content, unread = _content(own)
    method, of_method = checked(Method, content, "", lambda key: COMMAND_LINE)
    problems += [*unread, *of_method, *filed.problems]
    composed = compose(fixed, conf, "sensitivity")
    try:
        question = composed.check("sensitivity")
    except QuestionError as error:
        raise QuestionError(filed.blamed([*problems, *error.problems])) from error
    problems += _span_problems(composed, spans)
    typed = [*composed.values, *filed.known]
    try:
        order = analysis_of(question, method or Method(), spans, typed)
    except QuestionError as error:
        raise QuestionError(filed.blamed([*problems, *error.problems])) from error
    if problems:
        raise QuestionError(filed.blamed(problems))
    return order


def analysis_of(
    question: Question, method: Method, spans: Sequence[Span], typed: Sequence[Setting] = ()
) -> Order:
    """The analysis of a checked question; `typed` are settings of it, whose numbers are known and not varied.

    QuestionError if inputs, terms or bundles are not there or do not go with the method.
    """
    inputs, problems = chosen_inputs(question, spans, method.vary, method.together)
    terms, of_terms = chosen_terms(question, spans, typed)
    bundles, of_bundles = chosen_bundled(inputs, method.together)
    problems = [*problems, *of_terms, *of_bundles]
    factors = Factors((*bundles, *terms))
    if factors.bundled and method.method in GIVEN_DATA:
        where, message = f"{COMMAND_LINE}: together", f"{method.method} knows no bundles"
        problems.append(Problem(where, message, "method=sobol or morris"))
    if not factors.factors:
        where = f"{COMMAND_LINE}: vary"
        problems.append(Problem(where, "nothing is varied", "at least one input or term"))
    if problems:
        raise QuestionError(problems)
    known = tuple(left_alone(question, factors.factors, typed))
    return Order(question, factors, method.resolved(), tuple(spans), known)


def _own(tokens: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Keys that only this verb takes, and the rest."""
    own: dict[str, str] = {}
    rest = []
    for token in tokens:
        key, _, text = token.partition("=")
        if key in OWN or key.startswith(f"{TOGETHER}."):
            own[key] = text
        else:
            rest.append(token)
    return own, rest


def _content(own: Mapping[str, str]) -> tuple[Content, list[Problem]]:
    """The verb's own keys with their values, and what cannot be read."""
    content: Content = {}
    problems = []
    for key, text in own.items():
        try:
            set_key(content, key.split(".", 1), read_value(key, text))
        except ValueError as error:
            problems.append(Problem(f"{COMMAND_LINE}: {key}", str(error), accepted(Method, [key])))
    return content, problems


def _span_problems(composed: Composed, spans: Sequence[Span]) -> list[Problem]:
    """Both ends of each range must be accepted where they stand."""
    problems: dict[Problem, None] = {}
    for span in spans:
        for end in span.ends:
            content = deepcopy(composed.content)
            set_key(content, span.key.split("."), end)
            try:
                composed.check("sensitivity", content, _at(composed, span.key))
            except QuestionError as error:
                problems |= dict.fromkeys(error.problems)
    return list(problems)


def _at(composed: Composed, swept: str) -> Origin:
    def origin(key: str) -> str:
        typed = f"{key}.".startswith(f"{swept}.") or f"{swept}.".startswith(f"{key}.")
        return COMMAND_LINE if typed else composed.origin(key)

    return origin


def _drawn_from(varied: Varied) -> str:
    if varied.choices:
        return f"one of {', '.join(str(each) for each in varied.choices)}"
    belief = varied.distribution
    return f"{belief}, {belief.low:g} to {belief.high:g}"
