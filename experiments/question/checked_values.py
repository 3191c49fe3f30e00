"""Values against a schema, with every problem placed where the user wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from poverty_nodes.experiments.question.accepted_values import accepted
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic

Record = TypeVar("Record", bound=BaseModel)

Origin = Callable[[str], str]
"""Says of a dotted key who set it: the command line or a file."""

SPELT = {"policies": "policy", "shocks": "shock"}
"""Fields of a question that conf/config.yaml and the command line spell otherwise."""


def checked(
    schema: type[Record], values: object, above: str, origin: Origin
) -> tuple[Record | None, list[Problem]]:
    """Validate `values`, which stand below the dotted key `above`; the record, or what is wrong."""
    try:
        return schema.model_validate(values), []
    except ValidationError as error:
        details = zip(error.errors(), from_pydantic(error, "", schema), strict=True)
        return None, [
            _placed(schema, detail["loc"], problem, above, origin, detail["type"])
            for detail, problem in details
        ]


def _placed(
    schema: type[BaseModel],
    path: tuple[int | str, ...],
    problem: Problem,
    above: str,
    origin: Origin,
    kind: str,
) -> Problem:
    """Give a problem its place as the user knows it, and the whole range that its key accepts.

    A condition of a target says by itself what it accepts.
    """
    names: Iterable[str] = (p for p in path if isinstance(p, str) and p != "[key]")
    first, *rest = [part for part in (above, *names) if part] or [""]
    key = ".".join([SPELT.get(first, first), *rest])
    takes = "" if kind == "condition" else accepted(schema, path)
    takes = takes or problem.accepted
    where = f"{origin(key)}: {key}" if key else origin(key)
    return replace(problem, where=where, accepted=takes)
