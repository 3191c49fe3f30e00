"""The question told whole: every term of every policy and shock, and every other key, in words and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.question.accepted_values import Key, keys_of
from poverty_nodes.experiments.question.composition import default_question, default_terms
from poverty_nodes.experiments.question.question import HOW, Measured, Question
from poverty_nodes.experiments.report.asked_terms import (
    REST,
    VARIED,
    AskedPart,
    AskedTerm,
    set_otherwise,
)
from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.labels import capital, dimension_label, policy_label
from poverty_nodes.experiments.uncertainty.words import title
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import inputs_of

if TYPE_CHECKING:
    from pydantic import BaseModel

_CALLED = {
    "cluster": "cluster",
    "chain": "chain whose buyers take the place of the cluster's",
    "model": "order of the month of an installed package",
    "lives": "most runs that begin with the same people",
    "why": "explained by components or by channels",
    "capabilities": "sets of deprivations that are counted together",
    "capabilities_weights": "file of the weights that people give to them",
    "window": "last months that stand for the end",
}
"""Keys whose descriptions say how they are typed and not what they are."""

_MOST_VALUES = 6
_NAMES: Mapping[str, Callable[[str], str]] = {
    "outcomes": lambda text: title(Measured.read(text)),
    "groups": lambda text: dimension_label(text).lower(),
    "capabilities": lambda text: text.replace("_", " "),
}
"""How the members of a list are called."""

_ANY = ("target.gender", "target.social_group", "target.tier", "target.formal")

_PARTS = ("policies", "shocks", "inputs", "verb", "policy", "shock")
"""Keys of a question that are told as parts of their own, or not at all."""


def question_in_full(question: Question) -> tuple[AskedPart, ...]:
    """A part a policy, a shock, the inputs that were set, and the rest of the question."""
    policies = (
        part_in_full(
            question, f"policy.{each.name}", policy_label(each.name), each, default_terms(each.name)
        )
        for each in question.policies
    )
    shocks = (
        part_in_full(
            question, f"shock.{name}", name.replace("_", " "), each, default_terms(name, "shock")
        )
        for name, each in question.shocks.items()
    )
    return (*policies, *shocks, *_inputs(question), _rest(question))


def questions_in_full(questions: Sequence[Question]) -> tuple[AskedPart, ...]:
    """The parts of all of them; a term that is not the same in all has each of its values and is said to be varied."""
    merged: dict[str, list[AskedPart]] = {}
    for question in questions:
        for part in question_in_full(question):
            merged.setdefault(part.title, []).append(part)
    return tuple(_merged(parts) for parts in merged.values())


def _merged(parts: Sequence[AskedPart]) -> AskedPart:
    rows: dict[str, list[AskedTerm]] = {}
    for part in parts:
        for term in part.terms:
            rows.setdefault(term.what, []).append(term)
    return replace(parts[0], terms=tuple(_over_questions(terms) for terms in rows.values()))


def _over_questions(terms: Sequence[AskedTerm]) -> AskedTerm:
    values = list(dict.fromkeys(each.value for each in terms))
    if len(values) == 1:
        return terms[0]
    told = values if len(values) <= _MOST_VALUES else [*values[:2], "...", values[-1]]
    return replace(terms[0], value="; ".join(told), set_by=VARIED)


def asked_otherwise(question: Question) -> list[str]:
    """A line on what is not as by default, for the terminal; none if all is."""
    parts = [part for part in question_in_full(question) if part.title != REST]
    line = set_otherwise(parts, most=2)
    return [line] if line else []


def part_in_full(
    question: Question, above: str, title: str, record: BaseModel, filed: Mapping[str, object]
) -> AskedPart:
    """The terms of a record whose keys stand below `above`, its defaults those of its file, else of its schema."""
    values = record.model_dump(mode="json")
    rows = tuple(
        _term(question, f"{above}.{key.name}", key, _below(values, key.name), _default(filed, key))
        for key in keys_of(type(record))
    )
    about = (type(record).__doc__ or "").strip().partition("\n")[0]
    return AskedPart(capital(title), about, rows)


def _term(question: Question, name: str, key: Key, value: object, default: object) -> AskedTerm:
    told, usual = (_told(_without_blanks(each), key) for each in (value, default))
    return AskedTerm(_says(key), told, usual, "" if told == usual else _setter(question, name))


def _told(value: object, key: Key) -> str:
    """A value in words; what stands in a question by an id is told by its name."""
    if key.name == "cluster":
        return cluster_name(str(value))
    if key.name in _NAMES and isinstance(value, list | tuple):
        return ", ".join(_NAMES[key.name](str(each)) for each in value) or "none"
    words = in_words(value, key)
    is_name = isinstance(value, str) and re.fullmatch(r"[a-z]+(_[a-z]+)+", value)
    return words.replace("_", " ") if is_name else words


def cluster_name(name: str) -> str:
    """A cluster without its country; one whose file is gone by its id, without underscores."""
    try:
        return load_cluster(name).cluster.title.partition(",")[0]
    except QuestionError:
        return name.replace("_", " ")


def _without_blanks(value: object) -> object:
    """A mapping by names without those that have no value, in order of name: a file need not name them all."""
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for each in value):
        return value
    return {name: value[name] for name in sorted(value) if value[name] is not None}


def _setter(question: Question, name: str) -> str:
    return question.origin(name) or "this question"


def _below(values: Mapping[str, object], name: str) -> object:
    here: object = values
    for part in name.split("."):
        here = here.get(part) if isinstance(here, Mapping) else None
    return here


def _default(filed: Mapping[str, object], key: Key) -> object:
    found = _below(filed, key.name)
    return key.default if found is None else found


def _inputs(question: Question) -> Iterator[AskedPart]:
    if not question.inputs:
        return
    known = inputs_of(question.as_filed)
    yield AskedPart(
        "Numbers that are not known",
        "set to other values than their own",
        tuple(
            AskedTerm(
                f"{input_name(name)} ({known[name].unit})",
                f"{value:,.4g}",
                f"{known[name].value:,.4g}",
                _setter(question, f"inputs.{name}"),
            )
            for name, value in question.inputs.items()
        ),
    )


def _rest(question: Question) -> AskedPart:
    asked, usual = question.as_mapping(), default_question()
    rows = []
    for key in keys_of(Question):
        name = key.name.split(".")[0]
        if name in (*_PARTS, *HOW, "name") or name not in asked:
            continue
        default = usual.get(name, key.default)
        value = None if name == "scale" and "scale" not in _set(question) else asked[name]
        rows.append(_term(question, name, key, value, default))
    return AskedPart(REST, "", tuple(rows))


def _set(question: Question) -> set[str]:
    return {"scale"} if question.origin("scale") not in ("", "conf/config.yaml") else set()


def _says(key: Key) -> str:
    """What a term is, without what its schema says of null."""
    text = _CALLED.get(key.name, key.description)
    text = re.sub(r"; (end and duration )?null:? .*$|; \[\] .*$|; 1 nobody else$", "", text)
    return (
        text.replace(", or both (null)", " or both")
        .replace(" (true)", "")
        .replace("where: ", "place: ")
    )


def in_words(value: object, key: Key) -> str:
    """A value with its unit.

    >>> rate = Key("rate", "", "share a month", None, "interest")
    >>> in_words(0.02, rate), in_words({1: 0.02, 13: 0.01}, rate), in_words(None, rate), in_words(True, rate)
    ('2 % a month', '2 % a month from month 1, 1 % a month from month 13', 'none', 'yes')
    """
    if value is None:
        return _nothing(key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        if value and all(str(month).isdecimal() for month in value):
            return ", ".join(
                f"{in_words(each, key)} from month {month}" for month, each in value.items()
            )
        return ", ".join(f"{name} {each}" for name, each in value.items()) or "none"
    if isinstance(value, list | tuple):
        return "; ".join(in_words(each, key) for each in value) or "none"
    if isinstance(value, int | float):
        return _number(value, key.unit)
    return str(value)


def _nothing(key: Key) -> str:
    if "both (null)" in key.description:
        return "both"
    said = re.search(r"null: ([^;]+)", key.description)
    if said:
        return said[1].replace("see duration", "by its duration")
    if key.name == "budget":
        return "no cap"
    return "any" if key.name in _ANY else "none"


def _number(value: float, unit: str) -> str:
    if unit.split(" ")[0].rstrip(",") == "share":
        return f"{100 * value:.6g} %{unit.removeprefix('share')}"
    if unit.startswith("international dollars"):
        return f"${value:,.6g}" if value < 1e6 else f"${value:,.0f}"
    if unit.startswith(("ratio to ", "multiple of ")):
        return (
            f"{value:.6g} times {unit.partition(' to ' if unit.startswith('ratio') else ' of ')[2]}"
        )
    if unit == "month number":
        return f"month {value:g}"
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"
    if unit in ("", "number"):
        return shown
    return f"{shown} {unit.removesuffix('s') if value == 1 else unit}"
