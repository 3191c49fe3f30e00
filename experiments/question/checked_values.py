"""Values against a schema, those of policies and shocks too, with every problem placed where the user wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from poverty_nodes.experiments.question.accepted_values import accepted
from poverty_nodes.experiments.question.chosen_files import Choice
from poverty_nodes.experiments.question.composition import Content
from poverty_nodes.experiments.question.settings import COMMAND_LINE
from poverty_nodes.model import policies, shocks
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.shocks import Shock
from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.strict_yaml.schema_messages import details_of, from_pydantic

Record = TypeVar("Record", bound=BaseModel)

Origin = Callable[[str], str]
"""Says of a dotted key who set it: the command line or a file."""

YesOrNo = Literal["yes", "no"]
_MISSING = "is missing"

SPELT = {"policies": "policy", "shocks": "shock"}
"""Fields of a question that conf/config.yaml and the command line spell otherwise."""


def yes_or_no(value: object) -> object:
    """The words for the truth values that YAML makes of them."""
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


def as_tuple(value: object) -> object:
    """Take a list, as YAML has it, and a single name for a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def flat(value: object, above: str = "") -> object:
    """Join nested keys with dots: inputs are named `workers.casual_ratio`, and typed as nested keys."""
    if not isinstance(value, Mapping):
        return value
    found: dict[str, object] = {}
    for name, each in value.items():
        below = flat(each, f"{above}{name}.")
        found |= dict(below) if isinstance(below, Mapping) else {f"{above}{name}": below}
    return found


def checked(
    schema: type[Record], values: object, above: str, origin: Origin
) -> tuple[Record | None, list[Problem]]:
    """Validate `values`, which stand below the dotted key `above`; the record, or what is wrong."""
    try:
        return schema.model_validate(values), []
    except ValidationError as error:
        details = zip(details_of(error), from_pydantic(error, "", schema), strict=True)
        return None, [
            _placed(
                schema, detail["loc"], _named_whole(problem, detail), above, origin, detail["type"]
            )
            for detail, problem in details
        ]


def _named_whole(problem: Problem, detail: ErrorDetails) -> Problem:
    """A key that is not there, such as worker.sex, with the nearest to all of its name and not to its first part."""
    name, below = str(detail["loc"][-1] if detail["loc"] else ""), detail["input"]
    if detail["type"] != "extra_forbidden" or not isinstance(below, Mapping):
        return problem
    while isinstance(below, Mapping) and len(below) == 1:
        last, below = next(iter(below.items()))
        name = f"{name}.{last}"
    return replace(problem, nearest=nearest_name(name, problem.accepted.split(", ")))


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


Terms = Mapping[str, object]


def policies_of(
    content: Content, choice: Choice, origin: Origin
) -> tuple[tuple[Policy, ...], list[Problem]]:
    """The policies of the package, and what is wrong with their terms."""
    found, problems = _each(content, choice, origin, _policy)
    return tuple(found.values()), problems


def shocks_of(
    content: Content, choice: Choice, origin: Origin
) -> tuple[dict[str, Shock], list[Problem]]:
    """The shocks of the question by name, and what is wrong with their terms."""
    return _each(content, choice, origin, _shock)


def _each(
    content: Content,
    choice: Choice,
    origin: Origin,
    check: Callable[[str, object, Origin], tuple[Record | None, list[Problem]]],
) -> tuple[dict[str, Record], list[Problem]]:
    """Check each of a group that is chosen, and of one that is not what was given of it."""
    terms, problems = _terms(content, choice, origin)
    found: dict[str, Record] = {}
    for name in choice.names if terms is not None else ():
        record, more = check(name, (terms or {}).get(name, {}), origin)
        problems += more
        found |= {} if record is None else {name: record}
    chosen = (*choice.names, *choice.unknown)
    for name in [each for each in terms or {} if each in choice.known and each not in chosen]:
        if origin(f"{choice.group.key}.{name}") == COMMAND_LINE:
            _, more = check(name, (terms or {})[name], origin)
            problems += [each for each in more if each.message != _MISSING]  # its file has the rest
    return found, problems


def _policy(name: str, terms: object, origin: Origin) -> tuple[Policy | None, list[Problem]]:
    """Check one policy by its schema."""
    if policies.REGISTRY.fault(name):
        return None, []  # said where it is asked for
    return checked(policies.REGISTRY[name], terms, f"policy.{name}", origin)


def _shock(name: str, terms: object, origin: Origin) -> tuple[Shock | None, list[Problem]]:
    """Check one shock by the schema of its kind."""
    if not isinstance(terms, Mapping):
        return checked(Shock, terms, f"shock.{name}", origin)
    kind = terms.get("kind")
    if isinstance(kind, str) and kind in shocks.REGISTRY:
        sizes = {key: value for key, value in terms.items() if key != "kind"}
        return checked(shocks.REGISTRY[kind], sizes, f"shock.{name}", origin)
    key = f"shock.{name}.kind"
    message = _MISSING if kind is None else f"'{kind}' is no kind of shock"
    nearest = nearest_name(kind, shocks.REGISTRY) if isinstance(kind, str) else ""
    return None, [Problem(f"{origin(key)}: {key}", message, ", ".join(shocks.REGISTRY), nearest)]


def _terms(content: Content, choice: Choice, origin: Origin) -> tuple[Terms | None, list[Problem]]:
    """Return the terms of a group; terms of a policy or shock that is not chosen are refused."""
    group = choice.group
    terms = content.get(group.key) or {}
    if not isinstance(terms, Mapping):
        return None, []
    problems = []
    for name in [each for each in terms if each not in (*choice.names, *choice.unknown)]:
        key = f"{group.key}.{name}"
        where = origin(key)
        if name not in choice.known:
            problems.append(group.unknown(f"{where}: {key}", str(name), choice.known))
        elif where == COMMAND_LINE:
            remedy = f"'{group.key}=[{','.join([*choice.names, str(name)])}]'"
            problems.append(Problem(f"{where}: {key}", group.left_out, remedy=remedy))
    return terms, problems
