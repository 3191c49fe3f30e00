"""Nested keys and values, of which one is set or taken out by its dotted name."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import cast

Content = dict[str, object]


def set_key(content: Content, parts: Sequence[str], value: object) -> None:
    """Set the key whose names are `parts`; what stood on its way and holds no keys gives place to some."""
    here = content
    for part in parts[:-1]:
        name = _name_in(here, part)
        below = here.get(name)
        if not isinstance(below, dict):
            below = here[name] = {}
        here = cast(Content, below)
    here[_name_in(here, parts[-1])] = deepcopy(value)


def merge_key(content: Content, parts: Sequence[str], value: object) -> None:
    """Set a key, or add to the keys that it has if both the old and the new value hold keys."""
    before = key_of(content, parts)
    if isinstance(value, dict) and isinstance(before, dict):
        for name, each in value.items():
            merge_key(content, [*parts, str(name)], each)
    else:
        set_key(content, parts, value)


def take_out(content: Content, parts: Sequence[str]) -> bool:
    """Take a key out; whether it was there."""
    above = key_of(content, parts[:-1]) if len(parts) > 1 else content
    if not isinstance(above, dict) or _name_in(above, parts[-1]) not in above:
        return False
    del above[_name_in(above, parts[-1])]
    return True


def key_of(content: Content, parts: Sequence[str]) -> object:
    """The value of a key; None if there is none."""
    here: object = content
    for part in parts:
        if not isinstance(here, dict):
            return None
        here = here.get(_name_in(here, part))
    return here


def _name_in(here: Content, part: str) -> str:
    """The name as it stands among some keys: that of a month in a path over time may be a number there."""
    if part.isdecimal() and part not in here and int(part) in cast(dict[object, object], here):
        return cast(str, int(part))
    return part
