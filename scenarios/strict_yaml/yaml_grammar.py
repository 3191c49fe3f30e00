"""The YAML that files are written in here: plain keys, lists and values, none of what builds or repeats objects.

A plain value is true or false, null, a decimal number or else text. What other readers take for something else stays
text: a date, minutes and seconds (1:30), and a number with a zero in front (a code such as 010, which is not eight).
"""

from __future__ import annotations

import re

import yaml

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
