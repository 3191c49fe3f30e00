"""Wording of what a schema refuses: from one detail of a validation error to one problem."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sized
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from poverty_nodes.scenarios.errors import Problem, nearest_name

_BOUNDS = {
    "greater_than_equal": ("below the smallest accepted value", "ge", "at least"),
    "less_than_equal": ("above the largest accepted value", "le", "at most"),
    "greater_than": ("not above", "gt", "more than"),
    "less_than": ("not below", "lt", "less than"),
}
_NO_KEYS = ("[key]", "function-", "constrained-")
"""How parts of a place begin that the checking of a value adds, and that are no key of the user's."""
_LENGTHS = {
    "too_short": ("min_length", "at least", "entries"),
    "too_long": ("max_length", "at most", "entries"),
    "string_too_short": ("min_length", "at least", "characters"),
    "string_too_long": ("max_length", "at most", "characters"),
}
_TYPES = {
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
    "finite_number": "a finite number",
}


def from_pydantic(
    error: ValidationError,
    where: str,
    model: type[BaseModel],
    lines: Mapping[str, int] | None = None,
) -> list[Problem]:
    """Turn a validation error into problems; unknown keys get the nearest field name at that path.

    `where` is a file or "command line", or one of these with the beginning of a dotted key
    ("firms.yaml: firms"); `lines` maps dotted keys below it to line numbers of the file.
    """
    return [problem_of(detail, where, model, lines or {}) for detail in details_of(error)]


def details_of(error: ValidationError) -> list[ErrorDetails]:
    """The details that tell something: a list is not too short because some of its entries were refused."""
    return [
        detail
        for detail in error.errors()
        if detail["type"] != "too_short"
        or not isinstance(detail["input"], Sized)
        or len(detail["input"]) < detail["ctx"]["min_length"]
    ]


def problem_of(
    detail: ErrorDetails, where: str, model: type[BaseModel], lines: Mapping[str, int]
) -> Problem:
    """Return the problem of one detail; `model` is the schema that refused, for its field names."""
    path = tuple(part for part in detail["loc"] if not str(part).startswith(_NO_KEYS))
    place = _place(where, path, lines)
    kind, got = detail["type"], detail["input"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = sorted(_names(_model_at(model, path[:-1])))
        nearest = nearest_name(str(path[-1]), known)
        return Problem(place, "is not a key here", accepted=", ".join(known), nearest=nearest)
    if kind == "missing":
        return Problem(place, "is missing", accepted=_description(model, path))
    if kind in _BOUNDS:
        words, limit, accepted = _BOUNDS[kind]
        return Problem(place, f"{got} is {words} {context[limit]}", f"{accepted} {context[limit]}")
    if kind in _LENGTHS:
        limit, accepted, of = _LENGTHS[kind]
        wanted = f"{accepted} {context[limit]:,}"
        length = f"has {len(got):,} {of}" if isinstance(got, Sized) else f"has too few or many {of}"
        return Problem(place, f"{length}, and {wanted} are accepted", f"{wanted} {of}")
    if kind in ("literal_error", "enum"):
        expected = str(context["expected"])
        names = [name.strip(" '") for name in expected.replace(" or ", ", ").split(",")]
        nearest = nearest_name(got, names) if isinstance(got, str) else ""
        return Problem(place, f"{got!r} is not accepted", expected, nearest)
    if kind in _TYPES:
        number, is_wanted = _as_number(got), "number" in _TYPES[kind]
        remedy = "" if ("whole" in _TYPES[kind] and "." in number) or not is_wanted else number
        message = f"{_short(got)} is not {_TYPES[kind]}"
        if number and not is_wanted:
            message += f"; if it is a number, write {number}"
        return Problem(place, message, _TYPES[kind], remedy=remedy)
    accepted, nearest = str(context.get("accepted", "")), str(context.get("nearest", ""))
    remedy = str(context.get("remedy", ""))
    return Problem(place, detail["msg"].removeprefix("Value error, "), accepted, nearest, remedy)


def _as_number(got: object) -> str:
    """How a number that was written with commas is written here; "" for any other text.

    >>> _as_number("43,5"), _as_number("2,000,000"), _as_number("1.234,5"), _as_number("five")
    ('43.5', '2000000', '1234.5', '')
    """
    text = got.strip() if isinstance(got, str) else ""
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        return text.replace(",", "")
    if re.fullmatch(r"[-+]?(\d+|\d{1,3}(\.\d{3})+),\d+", text):
        return text.replace(".", "").replace(",", ".")
    return ""


def _place(where: str, path: tuple[int | str, ...], lines: Mapping[str, int]) -> str:
    """Join file and dotted key, with the line of the deepest part of the key that the file has."""
    dotted = ".".join(str(part) for part in path)
    joint = "" if not dotted else "." if ": " in where else ": "
    known = (".".join(map(str, path[:depth])) for depth in range(len(path), 0, -1))
    line = next((lines[key] for key in known if key in lines), 0)
    return f"{where}{joint}{dotted}" + (f" (line {line})" if line else "")


def _short(got: object, width: int = 60) -> str:
    text = repr(got)
    return text if len(text) <= width else text[: width - 3] + "..."


def _model_at(model: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Return the schema found by following `path` from `model`; None where there is none."""
    here: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or here is None:
            continue  # the entry of a list has the schema that its list leads to
        field = here.model_fields.get(part)
        if field is None:
            continue  # a key of a mapping, or the tag of a union: neither is a field
        here = _model_in(field.annotation)
    return here


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the first schema in an annotation such as `tuple[Buyer, ...]` or `Target | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model is not None), None)


def _names(model: type[BaseModel] | None) -> list[str]:
    return [] if model is None else list(model.model_fields)


def _description(model: type[BaseModel], path: tuple[int | str, ...]) -> str:
    parent = _model_at(model, path[:-1])
    field = parent.model_fields.get(str(path[-1])) if parent is not None else None
    return (field.description or "") if field is not None else ""
