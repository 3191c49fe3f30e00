"""What is asked of a sensitivity analysis: the question, the factors, the method and how far to go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal, cast

from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.checked_question import (
    Composed,
    compose,
    own_settings,
    settings_of_text,
)
from poverty_nodes.experiments.question.checked_values import Origin, checked
from poverty_nodes.experiments.question.composition import CONF, Content, lay_over, set_key, who_set
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_settings,
    typed_twice,
)
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.sensitivities.choosing import (
    chosen_bundled,
    chosen_inputs,
    chosen_terms,
    left_alone,
)
from poverty_nodes.experiments.sensitivities.factors import Factors, Varied
from poverty_nodes.experiments.sensitivities.method import GIVEN_DATA, Method, Section
from poverty_nodes.experiments.sensitivities.spans import Span, read_spans, span_of
from poverty_nodes.scenarios.errors import Problem, QuestionError

VERB: Literal["sensitivity"] = "sensitivity"
TOGETHER = "together"
"""The key below which bundles stand by name."""
OWN = tuple(name for name in Method.model_fields if name != TOGETHER)
"""Keys that only this verb takes, besides bundles."""


@dataclass(frozen=True)
class Order(AskedAgain):
    """A checked sensitivity analysis; `question` has every factor at its own value."""

    VERB: ClassVar[str] = "sensitivity"

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

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        section = {
            **self.asked.model_dump(mode="json"),
            "between": {each.key: list(each.ends) for each in self.spans},
            "known": [each for each in self.set_by_hand if not each.startswith("inputs.")],
        }
        return {**self.question.as_mapping(how), VERB: section}

    def notes(self) -> tuple[str, ...]:
        """What is allowed but probably not meant, a sentence each: of the question, and what is not varied."""
        fixed = tuple(
            f"{key} is set, so it is known and not varied: {key}=[low,high] makes it a factor"
            for key in self.set_by_hand
        )
        return notes_on(self.question) + fixed

    def design(self) -> dict[str, object]:
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
    typed = [each for each in tokens if _is_own(each)]
    fixed, spans, problems = read_spans([each for each in tokens if each not in typed])
    own, of_own = read_settings(typed)
    settings, of_words = read_settings(fixed)
    return _analysed(settings, own, spans, [*problems, *of_own, *typed_twice(own)], of_words, conf)


def ask_sensitivity_yaml(text: str) -> Order:
    """Read what `to_yaml` of an analysis wrote; QuestionError with everything that is wrong with it."""
    return _analysed(settings_of_text(text), [], [], [], [], CONF)


def _analysed(
    settings: Sequence[Setting],
    own: Sequence[Setting],
    spans: Sequence[Span],
    problems: Sequence[Problem],
    of_words: Sequence[Problem],
    conf: Path,
) -> Order:
    """The analysis of settings of a question, typed keys of the verb's `own` and typed ends; what is typed counts."""
    filed = [_below(each) for each in own_settings(settings, VERB)]
    section, of_section = _section(filed, own)
    typed = {each.key for each in settings if each.origin == COMMAND_LINE}
    typed |= {each.key for each in spans}
    place = f"{filed[0].origin}: {VERB}" if filed else COMMAND_LINE
    between = {key: ends for key, ends in section.between.items() if key not in typed}
    found = [span_of(key, ends, f"{place}: {key}") for key, ends in between.items()]
    spans = [*(each for each in found if isinstance(each, Span)), *spans]
    wrong = [*problems, *of_section, *(each for each in found if isinstance(each, Problem))]
    written = {*between, *(each.key for each in filed)} - {each.key for each in own}
    composed = compose(settings, of_words, conf, VERB)
    known = [Setting(key, True, COMMAND_LINE) for key in section.known]
    try:
        question = composed.check(VERB)
        wrong += _span_problems(composed, spans)
        order = analysis_of(question, section.method_alone, spans, [*composed.values, *known])
    except QuestionError as error:
        raise QuestionError(_blamed([*wrong, *error.problems], written, place)) from error
    if wrong:
        raise QuestionError(_blamed(wrong, written, place))
    return order


def _is_own(token: str) -> bool:
    """Whether a word sets a key that only this verb takes."""
    key = token.partition("=")[0]
    return key in OWN or key.startswith(f"{TOGETHER}.")


def _below(setting: Setting) -> Setting:
    """A setting of a file by its key below that of the verb; "" for the verb's key itself."""
    return replace(setting, key=setting.key.removeprefix(VERB).removeprefix("."))


def _section(filed: Sequence[Setting], own: Sequence[Setting]) -> tuple[Section, list[Problem]]:
    """What a file and then the words say of the analysis, checked, and what is wrong with it."""
    whole = [each for each in filed if not each.key]
    problems = [
        Problem(f"{each.origin}: {VERB}", "holds no keys", "keys and values")
        for each in whole
        if each.value != {}
    ]
    settings = [each for each in (*filed, *own) if each.key]
    content: Content = {}
    problems += lay_over(content, settings)

    def origin(key: str) -> str:
        said = who_set(key, settings) or COMMAND_LINE
        return said if said == COMMAND_LINE else f"{said}: {VERB}"

    section, of_values = checked(Section, content, "", origin)
    return section or Section(), problems + of_values


def _blamed(problems: Sequence[Problem], written: Collection[str], place: str) -> list[Problem]:
    """The problems; those with what a file has `written` are told where it stands."""
    mine = {f"{COMMAND_LINE}: {key}": f"{place}: {key}" for key in written}
    return [replace(each, where=mine.get(each.where, each.where)) for each in problems]


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
