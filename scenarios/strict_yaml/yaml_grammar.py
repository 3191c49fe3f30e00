"""The YAML that files are written in here, plain keys, lists and values, and how much of it one file may hold.

A plain value is true or false, null, a decimal number or else text. What other readers take for something else stays
text: a date, minutes and seconds (1:30), and a number with a zero in front (a code such as 010, which is not eight).
A file of ours has a hundredth of what one may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from poverty_nodes.scenarios.errors import Problem

# The C parser is ten times faster and comes with every wheel of PyYAML; a build without it has the other.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WHOLE = r"(?:0|[1-9][0-9]*(?:_[0-9]{3})*)"
_POWER = r"[eE][-+]?[0-9]+"
_TAG = "tag:yaml.org,2002:"
_PLAIN = (
    ("bool", r"yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
    ("null", r"~|null|Null|NULL|"),
    ("int", rf"[-+]?(?:{_WHOLE}|0+)"),
    (
        "float",
        rf"[-+]?(?:{_WHOLE}?\.[0-9]+(?:{_POWER})?|{_WHOLE}\.(?:{_POWER})?|{_WHOLE}{_POWER})"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    ),
)


class Loader(_Loader):  # type: ignore[misc, valid-type]  # the class is chosen above
    """Reads one document of this YAML."""

    yaml_implicit_resolvers: dict[object, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """The keys and values of a node; keys that are written differently and are one (1 and 1.0) are refused."""
        found: dict[object, object] = super().construct_mapping(node, deep)
        if len(found) < len(node.value):
            words = "two of the keys are the same number"
            raise yaml.constructor.ConstructorError(None, None, words, node.start_mark)
        return found


for _name, _form in _PLAIN:
    Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(rf"(?:{_form})\Z"), None)


def is_number(node: yaml.Node) -> bool:
    """Whether a node is a number."""
    return node.tag in (f"{_TAG}int", f"{_TAG}float")


BYTES = 2_000_000
DEPTH = 20
VALUES = 50_000
DIGITS = 40
"""Of one number; no quantity needs more."""


def limits_broken(name: str, text: str) -> list[Problem]:
    """What is too deep, too much, or not the YAML of the project's files; YAMLError if it is no YAML at all.

    The events of the parser are counted as they come, so that nothing is built of a file that is too much.
    """
    loader = Loader(text)
    try:
        return list(_broken(name, loader))
    finally:
        loader.dispose()


def _broken(name: str, loader: Loader) -> Iterator[Problem]:
    depth = values = 0
    while loader.check_event():
        event = loader.get_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        values += isinstance(event, yaml.NodeEvent)
        if depth > DEPTH:
            accepted = f"at most {DEPTH} levels"
            yield Problem(f"{name} (line {line})", "is nested too deeply", accepted)
            return
        if values > VALUES:
            accepted = f"at most {VALUES:,} keys and values"
            yield Problem(f"{name} (line {line})", "holds too much for one file", accepted)
            return
        tag = getattr(event, "tag", None)
        if tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"is not YAML as it is read here: a tag ({shown}) is not accepted"
            remedy = "the value without it; a number that is a text stands in quotes"
            yield Problem(f"{name} (line {line})", message, "plain values", remedy=remedy)
