"""What a user sets: each `key=value` of the command line, each leaf of a question file; a key that is typed twice.

A question file, an experiment and the command line may each change what the one before says: that is their purpose.
What is typed twice is refused: the intention is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.question.grammar import (
    QUOTING,
    WordError,
    check_text,
    quoted,
    read_word,
    renewed,
)
from poverty_nodes.experiments.question.question_file import read_question_file
from poverty_nodes.scenarios.errors import Problem, QuestionError

COMMAND_LINE = "command line"

_KEY = r"[A-Za-z_]\w*(\.\w+)*"
TOKEN = re.compile(
    rf"(?P<sign>~|\+{{0,2}})(?P<key>{_KEY})(?P<set>=(?P<text>.*))?", re.DOTALL | re.ASCII
)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_STEP = re.compile(r"\d+:[^,]+")
"""A month of a path over time and its value."""
LISTS = ("policy", "shock", "groups", "uncertain", "outcomes", "why", "vary", "capabilities")
"""Keys whose value is a list."""
VERBATIM = (
    *("cluster", "chain", "question", "experiment", "line", "name", "output", "store"),
    "capabilities_weights",
    *("from", "map", "like"),
    *("study", "study.who", "study.frame", "study.title"),
)
"""Keys whose value is text, whatever it looks like: a path with a blank, a line such as 4.20."""


@dataclass(frozen=True)
class Setting:
    """One key set to one value; `origin` is the command line or the file that says so."""

    key: str
    value: object
    origin: str
    taken_back: bool = False
    """Whether the key is not set but taken out of what the files say (~key)."""

    @property
    def where(self) -> str:
        """The place to name when the setting is wrong."""
        return f"{self.origin}: {self.key}"


def read_settings(tokens: Sequence[str]) -> tuple[list[Setting], list[Problem]]:
    """Read the command line; a question file in it counts as if typed before all the rest."""
    read = [read_token(token) for token in tokens]
    typed = [each for each in read if isinstance(each, Setting)]
    problems = [each for each in read if isinstance(each, Problem)]
    files = [each for each in typed if each.key == "question"]
    typed = [each for each in typed if each.key != "question"]
    if not files or files[-1].value is None:
        return typed, problems
    try:
        return [*read_question(Path(str(files[-1].value))), *typed], problems
    except QuestionError as error:
        return typed, [*problems, *error.problems]


def read_token(token: str) -> Setting | Problem:
    """Read one `key=value` (or +key=value, ++key=value, ~key) of the command line."""
    where = f"{COMMAND_LINE}: {shortened(token)}"
    match = TOKEN.fullmatch(token)
    if not match or not (match["set"] or match["sign"] == "~"):
        return Problem(where, "is not key=value", accepted=QUOTING)
    key = match["key"]
    if match["sign"] == "~":
        return Setting(key, None, COMMAND_LINE, taken_back=True)
    is_list = key == "from" and match["text"].startswith("[")
    text = verbatim(match["text"]) if key in VERBATIM and not is_list else match["text"]
    try:
        parsed = read_word(key, text)
    except WordError as error:
        return Problem(where, error.message, error.accepted, remedy=error.remedy)
    if parsed.is_sweep_override():
        return _several(where, key, text)
    return Setting(*renewed(key, parsed.value()), COMMAND_LINE)


def _several(where: str, key: str, text: str) -> Problem:
    """Say that a key takes one value; commas between thousands are no list of values."""
    if _THOUSANDS.fullmatch(text):
        remedy = f"{key}={text.replace(',', '')}"
        return Problem(where, "has commas in its number", "digits alone", remedy=remedy)
    remedy = f"'{key}=[{text}]'" if key in LISTS else f"ask once for each value of {key}"
    return Problem(where, "names several values where one is taken", remedy=remedy)


def shortened(token: str, width: int = 80) -> str:
    """A word as a message shows it: one that is very long is cut."""
    return token if len(token) <= width else f"{token[: width - 3]}..."


def typed_twice(settings: Sequence[Setting]) -> list[Problem]:
    """Keys that stand twice on the command line, each with all its values."""
    return [_twice(key, found) for key, found in _typed(settings).items() if len(found) > 1]


def without_pieces(settings: Sequence[Setting]) -> list[Setting]:
    """All settings without the pieces of one that the shell has split: their faults are not the user's."""
    typed = _typed(settings)
    return [
        each
        for each in settings
        if each.origin != COMMAND_LINE or not _is_in_pieces(typed.get(each.key, ()))
    ]


def _typed(settings: Sequence[Setting]) -> dict[str, list[object]]:
    """The values of each key of the command line."""
    values: dict[str, list[object]] = {}
    for each in settings:
        if each.origin == COMMAND_LINE and not each.taken_back:
            values.setdefault(each.key, []).append(each.value)
    return values


def _is_in_pieces(values: Sequence[object]) -> bool:
    return len(values) > 1 and all(_STEP.fullmatch(str(each)) for each in values)


def _twice(key: str, values: Sequence[object]) -> Problem:
    """One problem for all values of a key; a path over time without quotes is taken apart by the shell."""
    where = f"{COMMAND_LINE}: {key}"
    if _is_in_pieces(values):
        path = ",".join(str(each) for each in values)
        message = "came in pieces: the shell takes braces apart that are not in quotes"
        return Problem(where, message, remedy=f"'{key}={{{path}}}'")
    times = "twice" if len(values) == 2 else f"{len(values)} times"
    message = f"is set {times}: {' and '.join(f'to {each}' for each in values)}"
    return Problem(where, message, remedy="keep one of them")


def read_question(path: Path) -> list[Setting]:
    """Read a question file, whole or in part: what `--cfg` prints or a question has left.

    Raises QuestionError if there is no such file or it holds no keys.
    """
    content = read_question_file(path, unreadable=f"{COMMAND_LINE}: question")
    return settings_of(content, str(path))


def settings_of(content: Mapping[str, object], origin: str) -> list[Setting]:
    """The keys and values of a file as settings; QuestionError for what is no key or text of a question."""
    leaves = list(_leaves(content, "", origin))
    problems = [problem for each in leaves for problem in _of_leaf(each)]
    if problems:
        raise QuestionError(problems)
    return leaves


def _leaves(content: Mapping[str, object], above: str, origin: str) -> Iterator[Setting]:
    for name, value in content.items():
        key = f"{above}{name}"
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{key}.", origin)
        else:
            yield Setting(*renewed(key, value), origin)


def _of_leaf(setting: Setting) -> Iterator[Problem]:
    """What is wrong with the form of a key of a file or of the texts in its value."""
    if not re.fullmatch(_KEY, setting.key, re.ASCII):
        accepted = "words of letters, digits and _, joined by points"
        yield Problem(f"{setting.origin}: {shortened(setting.key)}", "is not a key", accepted)
    for text in _texts(setting.value):
        try:
            check_text(text)
        except WordError as error:
            yield Problem(setting.where, error.message, error.accepted, remedy=error.remedy)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, those of its keys among them."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from (*_texts(name), *_texts(each))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


def verbatim(text: str) -> str:
    """Quote a text that was typed, unless it is null or quoted already; ~/ is the home folder."""
    if text == "null" or (len(text) > 1 and text[0] == text[-1] and text[0] in "'\""):
        return text
    return quoted(str(Path(text).expanduser()) if text.startswith("~/") else text)
