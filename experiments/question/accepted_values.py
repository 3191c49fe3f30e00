"""What a key accepts, in words, read off the schemas: for help, tables and error messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from pydantic import BaseModel

Schema = Mapping[str, object]

OVER_TIME = ", or a path {1: a, 13: b}"
"""What is added for a number that may change over the months of a policy."""


@dataclass(frozen=True)
class Key:
    """One key that can be set: its dotted name below the schema, and what the schema says of it."""

    name: str
    accepted: str
    unit: str
    default: object
    description: str
    has_default: bool = True
    """Whether the schema has a value for it that is always the same."""


def accepted(model: type[BaseModel], path: Sequence[int | str]) -> str:
    """What the field at `path` takes ("a whole number from 1 to 600"); "" if there is none."""
    names = [part for part in path if isinstance(part, str)]
    return next((key.accepted for key in keys_of(model) if key.name == ".".join(names)), "")


@cache
def keys_of(model: type[BaseModel]) -> tuple[Key, ...]:
    """All keys below a schema, nested ones by their dotted names, in the order of the schema."""
    schema = cast(Schema, model.model_json_schema())
    return tuple(_keys(schema, cast(Schema, schema.get("$defs", {})), ""))


def _keys(schema: Schema, definitions: Schema, above: str) -> Iterator[Key]:
    for name, field in cast(Mapping[str, Schema], schema.get("properties", {})).items():
        below = _definition(field, definitions)
        if "properties" in below:
            yield from _keys(below, definitions, f"{above}{name}.")
            continue
        options = cast(list[Schema], field.get("anyOf", [field]))
        words = " or ".join(_words(option) for option in options)
        units = [str(option["unit"]) for option in options if "unit" in option]
        yield Key(
            name=above + name,
            accepted=str(field.get("accepted", words)),  # a field may have words of its own
            unit=units[0] if units else "",
            default=field.get("default"),
            description=str(field.get("description", "")),
            has_default="default" in field,
        )


def _definition(field: Schema, definitions: Schema) -> Schema:
    reference = str(field.get("$ref", ""))
    return cast(Schema, definitions.get(reference.removeprefix("#/$defs/"), {}))


def _words(option: Schema) -> str:
    """Say what one schema takes; a reference or a bare schema takes keys and values."""
    if "enum" in option:
        return " or ".join(str(value) for value in cast(list[object], option["enum"]))
    if "const" in option:
        return str(option["const"])
    kind = str(option.get("type", ""))
    if kind == "array":
        return f"a list of {_words(cast(Schema, option.get('items', {})))}"
    words = {
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "string": "text",
        "null": "null",
    }.get(kind, "keys and values")
    return words + _range(option) + (OVER_TIME if option.get("over_time") else "")


def _range(option: Schema) -> str:
    least, most = option.get("minimum"), option.get("maximum")
    if least is None:
        return ""
    return f" from {_number(least)} " + ("up" if most is None else f"to {_number(most)}")


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"
