"""The one grammar of a value in a word of the command line or a cell of a design, and how much of it is read.

It is that of Hydra: numbers, true and false, null, texts, lists [a,b], keys and values {a:b}, several values a,b and
ranges. Nothing is looked up while a value is read: no variable of the machine, no other key. Words
that older versions took are still taken, with a note of the word that stands for them now.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from poverty_nodes.scenarios.strict_yaml.printable import unprintable
from poverty_nodes.scenarios.strict_yaml.yaml_grammar import DEPTH, DIGITS

if TYPE_CHECKING:
    from hydra.core.override_parser.types import Override


LONGEST = 20_000
QUOTING = "key=value without spaces, or in quotes: 'policy=[micro_credit,labour_standards]'"
LOOKED_UP = "${"
NOT_LOOKED_UP = "holds ${...}: nothing is looked up while a question is read"

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""")
_NUMBER = re.compile(rf"(?<![\w'\"])[-+]?\d[\d_]{{{DIGITS},}}")


class WordError(ValueError):
    """A value cannot be read: what is wrong with it, what is accepted, the next step."""

    def __init__(self, message: str, accepted: str = QUOTING, remedy: str = "") -> None:
        """Keep the three parts of what the user is told."""
        super().__init__(message)
        self.message, self.accepted, self.remedy = message, accepted, remedy


def read_word(key: str, text: str) -> Override:
    """Read `key=text` whatever the key; WordError if the text is out of the grammar or of its bounds."""
    from hydra.core.override_parser.overrides_parser import OverridesParser  # slow to import
    from hydra.errors import HydraException

    check_text(text)
    if _depth(text) > DEPTH:
        raise WordError("is nested too deeply", f"at most {DEPTH} levels")
    if _NUMBER.search(text):
        raise WordError(f"holds a number of more than {DIGITS} digits", "a shorter number")
    if twice := doubled_key(text):
        raise WordError(f"sets {twice} twice", "each key once")
    try:
        return OverridesParser.create().parse_override(f"++{key}={text}")
    except (HydraException, ValueError, RecursionError) as error:
        raise WordError(
            "has a value that cannot be read", remedy=_with_quotes(key, text)
        ) from error


def doubled_key(text: str) -> str:
    """A key that stands twice in one pair of braces, of which the parser would keep the last; "" if there is none.

    >>> doubled_key("{1:1.0,13:1.1,1:1.2}"), doubled_key("[{1:1.0},{1:1.1}]"), doubled_key("{a:{b:1},c:{b:1}}")
    ('1', '', '')
    """
    open_: list[set[str]] = []
    word = ""
    for sign in _QUOTED.sub(lambda found: _plain(found[0][1:-1]), text):
        if sign in "[{(":
            open_.append(set())
        elif sign in "]})" and open_:
            open_.pop()
        elif sign == ":" and open_:
            key = _as_month(word.strip())
            if key in open_[-1]:
                return key
            open_[-1].add(key)
        word = "" if sign in "[]{}(),:" else word + sign
    return ""


def _plain(quoted_text: str) -> str:
    """A quoted text without the signs that have a meaning outside of quotes."""
    return quoted_text if quoted_text.isalnum() else quoted_text.encode().hex()


def _as_month(key: str) -> str:
    """A key in the form in which it is compared: 1, 01 and 1.0 are one month."""
    return str(int(key)) if key.isdecimal() else key.removesuffix(".0")


def check_text(text: str) -> None:
    """Raise WordError if a text, typed or of a file, holds what no text of a question may hold."""
    if len(text) > LONGEST:
        raise WordError(
            f"has a value of {len(text):,} characters",
            f"at most {LONGEST:,}",
            "a file: question=FILE",
        )
    if not text.isprintable() and unprintable(text):
        message = "holds a character that is no part of a text but a command to the screen"
        raise WordError(message, "letters, digits and signs that can be seen")
    if LOOKED_UP in text:
        raise WordError(NOT_LOOKED_UP, "the value itself")


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
    return quoted(str(value))


def quoted(text: str) -> str:
    r"""Quote a text for Hydra: only quotes, and backslashes before one, are escaped.

    >>> print(quoted("my town's"))
    'my town\'s'
    """
    inside = re.sub(r"(\\+)(?='|$)", r"\1\1", text).replace("'", r"\'")
    return f"'{inside}'"


def _depth(text: str) -> int:
    """How deep brackets stand in each other; those in quotes count too, since nobody needs so many."""
    depth = deepest = 0
    for each in text:
        depth += (each in "[{(") - (each in "]})")
        deepest = max(deepest, depth)
    return deepest


def _with_quotes(key: str, text: str) -> str:
    """The same list with quotes around each of its entries, if that is what it lacks."""
    if not (text.startswith("[") and text.endswith("]") and "=" in text):
        return ""
    entries = [each.strip().strip("\"'") for each in text[1:-1].split(",")]
    inside = ",".join(f'"{each}"' if "=" in each else each for each in entries)
    return f"'{key}=[{inside}]'"


OLD_KEYS = {"singly": "leave_one_out"}
"""The key of today by the old one."""
OLD_VALUES = {"why": {"levers": "components"}, "list": {"levers": "terms"}}
"""By key, or verb: the value of today by the old one."""


def renewed(key: str, value: object) -> tuple[str, object]:
    """A key and its value in today's words; a note on stderr for each old word.

    >>> renewed("why", ["channels"]), renewed("months", 12)
    (('why', ['channels']), ('months', 12))
    """
    new = OLD_KEYS.get(key, key)
    if new != key:
        _note(f"`{key}`", f"`{new}`")
    values = OLD_VALUES.get(new)
    if values is None:
        return new, value
    if isinstance(value, list | tuple):
        return new, [_value(new, each, values) for each in value]
    return new, _value(new, value, values)


def _value(key: str, value: object, values: dict[str, str]) -> object:
    if not isinstance(value, str) or value not in values:
        return value
    _note(f"`{value}` of {key}", f"`{values[value]}`")
    return values[value]


def _note(old: str, new: str) -> None:
    print(f"note: {old} is called {new} now", file=sys.stderr)
