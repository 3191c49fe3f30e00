"""From what a user typed to a checked question, or to all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from experiments.accepted import accepted
from experiments.composition import CONF, Content, compose_content, origin_of
from experiments.folders import folder_problem
from experiments.package import Package, choose_package, unknown_policy
from experiments.question import Question
from experiments.settings import COMMAND_LINE, Setting, read_settings
from model.policies import REGISTRY, Policy
from scenarios.errors import Problem, QuestionError, from_pydantic, nearest_name

Record = TypeVar("Record", bound=BaseModel)

KEYS = tuple(
    "policy" if name == "policies" else name for name in Question.model_fields if name != "verb"
)
"""The keys of a question, as conf/config.yaml and the command line spell them."""

COMMANDS = ("experiment", "question", "format")
"""Keys that a command takes besides: where the question is from, how the answer is shown."""


def ask(
    tokens: Sequence[str], verb: Literal["compare", "run"] = "compare", conf: Path = CONF
) -> Question:
    """Read, compose and check a question; `conf` is the folder of config.yaml and its groups.

    Raises QuestionError with every problem: unknown keys, in YAML files too, unknown names, wrong
    types, values out of range, a cluster whose files are wrong, folders that cannot be written.
    """
    settings, problems = read_settings(tokens)
    package = choose_package(settings, conf)
    problems += package.problems
    problems += [_unknown_key(each) for each in settings if not _is_known(each.key)]
    values = [each for each in settings if _is_value(each)]
    content, failures = compose_content(conf, package, values)
    if failures:
        raise QuestionError([*problems, *failures])

    def origin(key: str) -> str:
        return origin_of(key, conf, package, values)

    unknown = [name for name in content if name not in KEYS]
    problems += [_unknown(f"{origin(name)}: {name}", name) for name in unknown]
    policies, found = _policies(content, package, origin)
    rest = {key: value for key, value in content.items() if key in KEYS and key != "policy"}
    question, more = _checked(Question, {**rest, "policies": policies, "verb": verb}, "", origin)
    problems += [*found, *more, *_of_the_world(rest, origin)]
    if problems or question is None:
        raise QuestionError(problems)
    return question


def _is_known(key: str) -> bool:
    return key.split(".")[0] in (*KEYS, *COMMANDS)


def _is_value(setting: Setting) -> bool:
    """Whether a setting is for Hydra to compose; package and experiment are chosen before."""
    if setting.key in ("policy", "experiment") or setting.override.startswith("~policy."):
        return setting.override.count(".") > 1  # ~policy.NAME.KEY takes back a value of a file
    return setting.key.split(".")[0] in KEYS


def _unknown_key(setting: Setting) -> Problem:
    return _unknown(setting.where, setting.key.split(".")[0])


def _unknown(where: str, name: str) -> Problem:
    known = (*KEYS, *COMMANDS[:2])
    return Problem(where, "is not a key of a question", ", ".join(known), nearest_name(name, known))


def _policies(
    content: Content, package: Package, origin: Callable[[str], str]
) -> tuple[tuple[Policy, ...], list[Problem]]:
    """Check the terms of each policy of the package; no other may be given terms in vain."""
    terms = content.get("policy") or {}
    if not isinstance(terms, Mapping):
        return (), []
    problems: list[Problem] = []
    policies: list[Policy] = []
    for name in package.policies:
        policy, found = _checked(REGISTRY[name], terms.get(name, {}), f"policy.{name}", origin)
        problems += found
        policies += [] if policy is None else [policy]
    for name in [each for each in terms if each not in (*package.policies, *package.unknown)]:
        where = origin(f"policy.{name}")
        if name not in REGISTRY:
            problems.append(unknown_policy(f"{where}: policy.{name}", str(name)))
        elif where == COMMAND_LINE:
            remedy = f"'policy=[{','.join([*package.policies, str(name)])}]'"
            message = "is not in the package of this question"
            problems.append(Problem(f"{where}: policy.{name}", message, remedy=remedy))
    return tuple(policies), problems


def _checked(
    schema: type[Record], values: object, above: str, origin: Callable[[str], str]
) -> tuple[Record | None, list[Problem]]:
    """Validate `values`, which stand below the dotted key `above`."""
    try:
        return schema.model_validate(values), []
    except ValidationError as error:
        details = zip(error.errors(), from_pydantic(error, "", schema), strict=True)
        return None, [
            _placed(schema, detail["loc"], problem, above, origin) for detail, problem in details
        ]


def _placed(
    schema: type[BaseModel],
    path: tuple[int | str, ...],
    problem: Problem,
    above: str,
    origin: Callable[[str], str],
) -> Problem:
    """Give a problem its place as the user knows it, and the whole range that its key accepts."""
    names: Iterable[str] = (part for part in path if isinstance(part, str))
    key = ".".join(part for part in (above, *names) if part).replace("policies", "policy", 1)
    takes = accepted(schema, path) or problem.accepted
    return replace(problem, where=f"{origin(key)}: {key}", accepted=takes)


def _of_the_world(values: Mapping[str, object], origin: Callable[[str], str]) -> list[Problem]:
    """Check what no schema can: the cluster's own files, and that results can be written."""
    from scenarios.catalogue import load_cluster  # reads YAML

    problems: list[Problem] = []
    cluster = values.get("cluster")
    if isinstance(cluster, str):
        try:
            load_cluster(cluster)
        except QuestionError as error:
            where = f"{origin('cluster')}: cluster"
            problems += [
                replace(each, where=where) if each.where in ("cluster", cluster) else each
                for each in error.problems
            ]
    for key in ("output", "store"):
        folder = values.get(key)
        if isinstance(folder, str) and folder:
            problem = folder_problem(f"{origin(key)}: {key}", folder)
            problems += [] if problem is None else [problem]
    return problems
