"""What is asked of a sensitivity analysis: the question, the factors, the method and how far to go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from experiments.question.checked_values import Origin
from experiments.question.composition import CONF
from experiments.question.doubtful import notes_on
from experiments.question.parse import Composed, compose
from experiments.question.question import Question
from experiments.question.settings import COMMAND_LINE
from experiments.sensitivities.choosing import (
    chosen_bundled,
    chosen_inputs,
    chosen_levers,
    left_alone,
)
from experiments.sensitivities.factors import Factors, Varied
from experiments.sensitivities.filed import filed_analysis, section_of
from experiments.sensitivities.indices import LEAST
from experiments.sensitivities.spans import Span, read_spans
from experiments.sweeps.axes import read_value
from experiments.sweeps.points import set_key
from scenarios.errors import Problem, QuestionError, nearest_name

METHODS = ("auto", "sobol", "morris", "pawn", "delta", "rbd_fast")
GIVEN_DATA = ("pawn", "delta", "rbd_fast")
"""Methods that read the indices off one random sample."""

FEWEST, MOST = min(LEAST.values()), 65_536
"""Of `n` with any method."""
UNITS = {
    "sobol": "blocks", "morris": "trajectories", "pawn": "rows", "delta": "rows", "rbd_fast": "rows",
}  # fmt: skip
"""What `n` counts."""

DEFAULTS: Mapping[str, object] = {
    "method": "auto",
    "n": None,
    "most": None,
    "tolerance": 0.1,
    "screen": 8,
    "vary": [
        "workers.regular_wage",
        "workers.casual_ratio",
        "workers.outside_ratio",
        "workers.outside_women",
        "workers.sector_share",
        "households.size",
        "money.ppp_2021",
        "firms.input_share",
        "parameters.export_elasticity",
        "parameters.monopsony_markdown",
    ],
}
"""What the keys of `sensitivity` mean when nothing is said. `n`: 32, or 256 for methods of one sample."""

MEANINGS = {
    "method": "auto (Morris, then Sobol on what is left), sobol, morris, pawn, delta, rbd_fast",
    "n": "base sample size: "
    + ", ".join(f"{each} from {LEAST[each]} {unit}" for each, unit in UNITS.items()),
    "most": "Sobol: double n up to this many blocks until ranks hold or intervals are narrow",
    "tolerance": "Sobol: half-width of an interval of ST that is narrow enough",
    "screen": "auto: trajectories of Morris",
    "vary": "the inputs that are varied: names or patterns of `list inputs`",
    "together.NAME": "inputs that vary together as one factor: together.pay=[workers.*_ratio]",
}


@dataclass(frozen=True)
class Order:
    """A checked sensitivity analysis; `question` has every factor at its own value."""

    question: Question
    factors: Factors
    method: str
    n: int
    most: int
    tolerance: float
    screen: int
    set_by_hand: tuple[str, ...] = ()
    """Numbers that would be varied had the user not set them."""
    section: Mapping[str, object] = field(default_factory=dict)
    """What a question file holds of the analysis."""

    def question_of(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        return {**self.question.as_mapping(how), "sensitivity": dict(self.section)}

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
            "tolerance": self.tolerance,
            "screen": self.screen,
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
    filed = filed_analysis(tokens, DEFAULTS)
    own, rest = _own([*filed.tokens, *tokens])
    fixed, spans, problems = read_spans(rest)
    values, together, more = _read_own(own)
    problems += [*more, *filed.problems]
    composed = compose(fixed, conf, "sensitivity")
    try:
        question = composed.check("sensitivity")
    except QuestionError as error:
        raise QuestionError(filed.blamed([*problems, *error.problems])) from error
    typed = [*composed.values, *filed.known]
    problems += _span_problems(composed, spans)
    inputs, of_inputs = chosen_inputs(question, spans, cast(list[str], values["vary"]), together)
    levers, of_levers = chosen_levers(question, spans, typed)
    bundles, of_bundles = chosen_bundled(inputs, together)
    problems += [*of_inputs, *of_levers, *of_bundles]
    factors = Factors((*bundles, *levers))
    method = str(values["method"])
    if factors.bundled and method in GIVEN_DATA:
        problems.append(
            Problem(
                f"{COMMAND_LINE}: together", f"{method} knows no bundles", "method=sobol or morris"
            )
        )
    if not factors.factors:
        problems.append(
            Problem(f"{COMMAND_LINE}: vary", "nothing is varied", "at least one input or lever")
        )
    if problems:
        raise QuestionError(filed.blamed(problems))
    n = cast(int, values["n"]) or (256 if method in GIVEN_DATA else 32)
    most = max(n, cast(int, values["most"]) or (4 * n if method == "auto" else n))
    known = tuple(left_alone(question, factors.factors, typed))
    section = section_of(values | {"n": n, "most": most}, together, spans, known)
    return Order(
        question, factors, method, n, most, float(cast(float, values["tolerance"])),
        cast(int, values["screen"]), known, section,
    )  # fmt: skip


def _own(tokens: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Keys that only this verb takes, and the rest."""
    own: dict[str, str] = {}
    rest = []
    for token in tokens:
        key, _, text = token.partition("=")
        if key in DEFAULTS or key.startswith("together."):
            own[key] = text
        else:
            rest.append(token)
    return own, rest


def _read_own(
    own: Mapping[str, str],
) -> tuple[dict[str, object], dict[str, list[str]], list[Problem]]:
    values, together = dict(DEFAULTS), {}
    problems: list[Problem] = []
    for key, text in own.items():
        where = f"{COMMAND_LINE}: {key}"
        try:
            value = read_value(key, text)
        except ValueError as error:
            problems.append(Problem(where, str(error), MEANINGS.get(key, "a list of inputs")))
            continue
        if key.startswith("together."):
            together[key.removeprefix("together.")] = _texts(value)
        elif key == "vary":
            values[key] = _texts(value)
        elif key == "method":
            values[key] = value
            if value not in METHODS:
                nearest = nearest_name(str(value), METHODS)
                problems.append(
                    Problem(where, f"there is no method '{value}'", ", ".join(METHODS), nearest)
                )
        else:
            values[key] = value
            problems += _number_problems(where, key, value)
    return values, together, [*problems, *_too_few(values)]


def _too_few(values: Mapping[str, object]) -> list[Problem]:
    """Say so if `n` is below what the method needs; a wrong `n` or method has a problem of its own."""
    method, n = values["method"], values["n"]
    if not isinstance(n, int) or isinstance(n, bool) or n < FEWEST or method not in METHODS:
        return []
    chosen = "sobol" if method == "auto" else str(method)
    least, unit = LEAST[chosen], UNITS[chosen]
    message = f"{n} {unit} are too few for method={method}"
    accepted = f"a whole number from {least} to {MOST:,}"
    return [Problem(f"{COMMAND_LINE}: n", message, accepted)] if n < least else []


def _number_problems(where: str, key: str, value: object) -> list[Problem]:
    if key == "tolerance":
        fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1
        return (
            []
            if fine
            else [Problem(where, f"{value!r} is not accepted", "a number above 0, at most 1")]
        )
    low = FEWEST if key in ("n", "screen") else 1
    fine = isinstance(value, int) and not isinstance(value, bool) and low <= value <= MOST
    if value is None and key != "screen":
        fine = True
    return (
        []
        if fine
        else [
            Problem(where, f"{value!r} is not accepted", f"a whole number from {low} to {MOST:,}")
        ]
    )


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


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


__all__ = ["DEFAULTS", "GIVEN_DATA", "MEANINGS", "METHODS", "Order", "ask_sensitivity"]
