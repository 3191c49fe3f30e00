"""From what a user typed to a checked question, or to all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from experiments.question.asked_again import for_verb
from experiments.question.checked_values import SPELT, Origin, checked
from experiments.question.composition import CONF, Content, compose_content, origin_of
from experiments.question.installed import of_packages
from experiments.question.outcome_terms import numbers_problems
from experiments.question.package import Package, choose_package
from experiments.question.policies_and_shocks import policies_of, shocks_of
from experiments.question.question import Question
from experiments.question.set_twice import filed_twice, typed_twice
from experiments.question.settings import Setting, read_settings
from experiments.question.whole_keys import whole_key
from experiments.question.writable_folder import folder_problem
from scenarios.errors import Problem, QuestionError, nearest_name

if TYPE_CHECKING:
    from model.shocks import Shock
    from scenarios.description.cluster import ClusterDescription

AskedVerb = Literal["compare", "run", "sweep", "sensitivity"]

KEYS = tuple(SPELT.get(name, name) for name in Question.model_fields if name != "verb")
"""The keys of a question, as conf/config.yaml and the command line spell them."""

COMMANDS = ("experiment", "question", "format")
"""Keys that a command takes besides: where the question is from, how the answer is shown."""


def ask(tokens: Sequence[str], verb: AskedVerb = "compare", conf: Path = CONF) -> Question:
    """Read, compose and check a question; `conf` is the folder of config.yaml and its groups.

    Raises QuestionError with every problem: unknown keys, in YAML files too, unknown names, wrong
    types, values out of range, a cluster whose files are wrong, folders that cannot be written.
    """
    return compose(tokens, conf, verb).check(verb)


@dataclass(frozen=True)
class Composed:
    """What was typed and what the files say, put together and not checked yet."""

    content: Content
    package: Package
    values: Sequence[Setting]
    problems: Sequence[Problem]
    """What is wrong with the names typed; what is wrong with values is found by `check`."""
    conf: Path

    def origin(self, key: str) -> str:
        """Say who set a dotted key."""
        return origin_of(key, self.conf, self.package, self.values)

    def check(
        self, verb: AskedVerb, content: Content | None = None, origin: Origin | None = None
    ) -> Question:
        """Check these values, or others with the same package; QuestionError with all problems."""
        content, origin = content or self.content, origin or self.origin
        problems = list(self.problems)
        unknown = [name for name in content if name not in KEYS]
        problems += [_unknown(f"{origin(name)}: {name}", name) for name in unknown]
        policies, of_policies = policies_of(content, self.package.policies, origin)
        shocks, of_shocks = shocks_of(content, self.package.shocks, origin)
        named = {"policies": policies, "shocks": shocks, "verb": verb}
        rest = {
            key: value
            for key, value in content.items()
            if key in KEYS and key not in SPELT.values()
        }
        question, more = checked(Question, {**rest, **named}, "", origin)
        problems += [*of_policies, *of_shocks, *more]
        problems += _of_the_world(rest, shocks, self.package, origin)
        problems += [] if question is None else numbers_problems(question, origin)
        if problems or question is None:
            raise QuestionError(problems)
        return question.resolved()


def compose(tokens: Sequence[str], conf: Path = CONF, verb: AskedVerb = "compare") -> Composed:
    """Read what was typed and compose it with the files; QuestionError if they do not compose."""
    settings, problems = read_settings(tokens)
    settings, of_verb = for_verb(settings, verb)
    problems += of_verb
    problems += typed_twice(settings)
    package = choose_package(settings, conf)
    problems += [*package.problems, *filed_twice(package, conf)]
    problems += [_unknown_key(each) for each in settings if not _is_known(each.key)]
    values = [each for each in settings if _is_value(each)]
    content, failures = compose_content(conf, package, values)
    problems += failures
    if not content:
        raise QuestionError(problems)
    return Composed(content, package, values, problems, conf)


def _is_known(key: str) -> bool:
    return key.split(".")[0] in (*KEYS, *COMMANDS)


def _is_value(setting: Setting) -> bool:
    """Whether a setting is to be set in what is composed; what is chosen by name is chosen before."""
    chosen = ("experiment", "compute", *SPELT.values())
    if setting.key in chosen:
        return False
    if setting.taken_back and setting.key.startswith(("policy.", "shock.")):
        return setting.key.count(".") > 1  # ~policy.NAME.KEY takes back a value of a file
    return setting.key.split(".")[0] in KEYS


def _unknown_key(setting: Setting) -> Problem:
    return _unknown(setting.where, setting.key.split(".")[0])


def _unknown(where: str, name: str) -> Problem:
    known = (*KEYS, *COMMANDS[:2])
    nearest = whole_key(name) or nearest_name(name, known)
    return Problem(where, "is not a key of a question", ", ".join(known), nearest)


def _of_the_world(
    values: Mapping[str, object], shocks: Mapping[str, Shock], package: Package, origin: Origin
) -> list[Problem]:
    """Check what no schema can: the cluster's own files, and that results can be written."""
    cluster, problems = _cluster(values.get("cluster"), values.get("chain"), origin)
    problems += _of_shocks(shocks, cluster, package, origin)
    problems += of_packages(values.get("model"), f"{origin('model')}: model")
    for key in ("output", "store"):
        folder = values.get(key)
        if isinstance(folder, str) and folder:
            problem = folder_problem(f"{origin(key)}: {key}", folder)
            problems += [] if problem is None else [problem]
    return problems


def _cluster(
    name: object, chain: object, origin: Origin
) -> tuple[ClusterDescription | None, list[Problem]]:
    """The cluster with the buyers that the question gives it, or what is wrong with either."""
    from scenarios.catalogue import load_cluster  # reads YAML
    from scenarios.chains import load_chain, with_chain

    problems: list[Problem] = []
    cluster: ClusterDescription | None = None
    try:
        cluster = load_cluster(name) if isinstance(name, str) else None
    except QuestionError as error:
        where = f"{origin('cluster')}: cluster"
        problems += [
            replace(each, where=where) if each.where in ("cluster", name) else each
            for each in error.problems
        ]
    try:
        if isinstance(chain, str):
            load_chain(chain)
            cluster = cluster and with_chain(cluster, chain)
    except QuestionError as error:
        where = f"{origin('chain')}: chain"
        problems += [
            replace(each, where=where) if each.where == "chain" else each for each in error.problems
        ]
    return (None if problems else cluster), problems


def _of_shocks(
    shocks: Mapping[str, Shock],
    cluster: ClusterDescription | None,
    package: Package,
    origin: Origin,
) -> list[Problem]:
    """Check shocks against each other and against the buyers of the cluster."""
    from scenarios.shocks import buyer_problem, crowding

    where = f"{package.shocks.origin}: shock"
    problems = [replace(each, where=where) for each in crowding([*shocks.values()])]
    for name, shock in shocks.items():
        problem = None if cluster is None else buyer_problem(shock, cluster)
        key = f"shock.{name}.buyer"
        if problem is not None:
            problems.append(replace(problem, where=f"{origin(key)}: {key}"))
    return problems
