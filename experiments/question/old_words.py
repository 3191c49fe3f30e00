"""Words that older versions took: they are still taken, with a note of the word that stands for them now."""

from __future__ import annotations

import sys

KEYS = {"singly": "leave_one_out"}
"""The key of today by the old one."""
VALUES = {"why": {"levers": "components"}, "list": {"levers": "terms"}}
"""By key, or verb: the value of today by the old one."""


def renewed(key: str, value: object) -> tuple[str, object]:
    """A key and its value in today's words; a note on stderr for each old word.

    >>> renewed("why", ["channels"]), renewed("months", 12)
    (('why', ['channels']), ('months', 12))
    """
    new = KEYS.get(key, key)
    if new != key:
        _note(f"`{key}`", f"`{new}`")
    values = VALUES.get(new)
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
