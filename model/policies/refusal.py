"""A refusal of terms in words that fit the field, whoever reads them: the command, a page or a person in Python."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from poverty_nodes.model.nearest import nearest_name


def in_words(error: ValidationError, title: str, fields: Iterable[str]) -> ValidationError:
    """The same errors, of the same types and places; a key that does not exist is told with the nearest that does."""
    names = sorted(fields)
    return ValidationError.from_exception_data(
        title, [_worded(each, title, names) for each in error.errors(include_url=False)]
    )


def _worded(detail: ErrorDetails, title: str, names: list[str]) -> InitErrorDetails:
    said = detail["msg"]
    if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
        near = nearest_name(str(detail["loc"][0]), names)
        meant = f"; did you mean '{near}'?" if near else "."
        said = f"{title} has no such term{meant} It has {', '.join(names)}"
    elif detail["type"] == "missing":
        said = "Field required: it has no default"
    # A sentence may hold braces, which a template would take for places to fill.
    context = {**detail.get("ctx", {}), "said": said}
    kind = PydanticCustomError(detail["type"], "{said}", context)
    return InitErrorDetails(type=kind, loc=detail["loc"], input=detail["input"])
