"""What a user sets: each `key=value` of the command line, each leaf of a question file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from experiments.mapping import read_mapping
from scenarios.errors import Problem, QuestionError

COMMAND_LINE = "command line"

TOKEN = re.compile(r"(?P<sign>~|\+{0,2})(?P<key>\w+(\.\w+)*)(?P<set>=(?P<text>.*))?", re.DOTALL)
QUOTING = "key=value without spaces, or in quotes: 'policy=[micro_credit,labour_standards]'"
LISTS = ("policy", "shock", "groups", "uncertain", "outcomes", "why")
"""Keys whose value is a list."""
VERBATIM = ("cluster", "chain", "question", "experiment", "line", "name", "output", "store")
"""Keys whose value is text, whatever it looks like: a path with a blank, a line such as 4.20."""


@dataclass(frozen=True)
class Setting:
    """One key set to one value; `origin` is the command line or the file that says so."""

    key: str
    value: object
    origin: str
    override: str
    """The same in the grammar of Hydra, ready to be composed."""

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
    from hydra.core.override_parser.overrides_parser import OverridesParser  # slow to import
    from hydra.errors import HydraException

    where = f"{COMMAND_LINE}: {token}"
    match = TOKEN.fullmatch(token)
    if not match or not (match["set"] or match["sign"] == "~"):
        return Problem(where, "is not key=value", accepted=QUOTING)
    key = match["key"]
    if match["sign"] == "~":
        return Setting(key, None, COMMAND_LINE, f"~{key}")
    text = _verbatim(match["text"]) if key in VERBATIM else match["text"]
    try:
        parsed = OverridesParser.create().parse_override(f"++{key}={text}")
    except HydraException:
        return Problem(where, "has a value that cannot be read", accepted=QUOTING)
    if parsed.is_sweep_override():
        remedy = f"'{key}=[{text}]'" if key in LISTS else f"ask once for each value of {key}"
        return Problem(where, "names several values where one is taken", remedy=remedy)
    return Setting(key, parsed.value(), COMMAND_LINE, f"++{key}={text}")


def read_question(path: Path) -> list[Setting]:
    """Read a question file, whole or in part: what `--cfg` prints or a question has left.

    Raises QuestionError if there is no such file or it holds no keys.
    """
    content = read_mapping(path, str(path), unreadable=f"{COMMAND_LINE}: question")
    return list(_leaves(content, "", str(path)))


def _leaves(content: Mapping[str, object], above: str, origin: str) -> Iterator[Setting]:
    for name, value in content.items():
        key = f"{above}{name}"
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{key}.", origin)
        else:
            yield Setting(key, value, origin, f"++{key}={literal(value)}")


def _verbatim(text: str) -> str:
    """Quote a text that was typed, unless it is null or quoted already; ~/ is the home folder."""
    if text == "null" or (len(text) > 1 and text[0] == text[-1] and text[0] in "'\""):
        return text
    return _quoted(str(Path(text).expanduser()) if text.startswith("~/") else text)


def literal(value: object) -> str:
    """Write a value in the grammar of Hydra."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return f"[{','.join(literal(each) for each in value)}]"
    if isinstance(value, Mapping):  # within a list; elsewhere each leaf is a setting of its own
        return f"{{{','.join(f'{key}:{literal(each)}' for key, each in value.items())}}}"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    r"""Quote a text for Hydra: only quotes, and backslashes before one, are escaped.

    >>> print(_quoted("my town's"))
    'my town\'s'
    """
    inside = re.sub(r"(\\+)(?='|$)", r"\1\1", text).replace("'", r"\'")
    return f"'{inside}'"
