"""From what a user typed to a checked question, or to all that is wrong with it at once. The way, step by step:

1. settings.py: words, and the leaves of a question file, become settings, none of them typed twice; grammar.py reads
   each value.
2. chosen_files.py: the files of conf/ that the question takes; composition.py lays the settings over them.
3. checked_values.py: each value against its schema (question_keys.py).
4. checked_files_and_folders.py, whole_question.py: what no schema can know.

A verb of few keys has a schema and a way of its own (asked.py, checked_request.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from poverty_nodes.experiments.question.checked_files_and_folders import of_the_world
from poverty_nodes.experiments.question.checked_values import (
    SPELT,
    Origin,
    checked,
    policies_of,
    shocks_of,
)
from poverty_nodes.experiments.question.chosen_files import Package, choose_package
from poverty_nodes.experiments.question.composition import (
    CONF,
    Content,
    compose_content,
    filed_twice,
    origin_of,
)
from poverty_nodes.experiments.question.packages import KEY as PACKAGES
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.question_file import VERB, read_question_text
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_settings,
    settings_of,
    typed_twice,
    without_pieces,
)
from poverty_nodes.experiments.question.whole_keys import whole_key
from poverty_nodes.experiments.question.whole_question import numbers_problems, persons_problems
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

AskedVerb = Literal["compare", "run", "sweep", "sensitivity", "evaluate"]

KEYS = tuple(SPELT.get(name, name) for name in Question.model_fields if name != "verb")
"""The keys of a question, as conf/config.yaml and the command line spell them."""

TEXT = "text of the question"
"""What messages call a question that is neither typed nor in a file."""

COMMANDS = ("experiment", "question", "format")
"""Keys that a command takes besides: where the question is from, how the answer is shown."""


ALIKE = ("compare", "run", "check")
"""Verbs whose questions have the same keys: each takes the file of another."""
BUILT_ON_THEM = {"sweep": "sweep", "sensitivity": "sensitivity", "evaluate": "study"}
"""Verbs that take such a file too, with the key below which stands what only they know."""


def for_verb(settings: Sequence[Setting], verb: str) -> tuple[list[Setting], list[Problem]]:
    """The settings of the keys that all verbs of the kind share; a file of another kind is a problem."""
    filed = [each for each in settings if each.origin != COMMAND_LINE]
    asked = next((str(each.value) for each in filed if each.key == VERB), verb)
    takes = {verb, *(ALIKE if verb in (*ALIKE, *BUILT_ON_THEM) else ())}
    if asked not in takes:
        origin = next(each.origin for each in filed if each.key == VERB)
        message, accepted = f"is a question of {asked}", f"one of {', '.join(sorted(takes))}"
        remedy = f"poverty-nodes {asked} question={origin}"
        rest = [each for each in settings if each.origin == COMMAND_LINE]
        return rest, [Problem(f"{origin}: {VERB}", message, accepted, remedy=remedy)]
    own = (VERB, *(key for each, key in BUILT_ON_THEM.items() if each == verb))
    return [
        each
        for each in settings
        if each.origin == COMMAND_LINE or each.key.split(".")[0] not in own
    ], []


def own_settings(settings: Sequence[Setting], verb: str) -> list[Setting]:
    """What a question file says below the verb's own key."""
    filed = (each for each in settings if each.origin != COMMAND_LINE)
    return [each for each in filed if each.key.split(".")[0] == verb]


def ask(tokens: Sequence[str], verb: AskedVerb = "compare", conf: Path = CONF) -> Question:
    """Read, compose and check a question; `conf` is the folder of config.yaml and its groups.

    Raises QuestionError with every problem: unknown keys, in YAML files too, unknown names, wrong
    types, values out of range, a cluster whose files are wrong, folders that cannot be written.
    """
    return compose(*read_settings(tokens), conf, verb).check(verb)


def ask_yaml(text: str, verb: AskedVerb = "compare") -> Question:
    """Read what `to_yaml` of a question wrote; QuestionError with everything that is wrong with it."""
    return compose(settings_of_text(text), verb=verb).check(verb)


def settings_of_text(text: str) -> list[Setting]:
    """The settings of a question file's text, whose clusters are named as from the working directory."""
    return settings_of(read_question_text(text, TEXT), TEXT)


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
        problems += of_the_world(rest, shocks, self.package, origin, verb)
        problems += [] if question is None else numbers_problems(question, origin)
        problems += [] if problems or question is None else persons_problems(question, origin)
        if problems or question is None:
            raise QuestionError(problems)
        return question.resolved(origin)


def compose(
    settings: Sequence[Setting],
    problems: Sequence[Problem] = (),
    conf: Path = CONF,
    verb: AskedVerb = "compare",
) -> Composed:
    """Compose settings with the files of conf/, given what is wrong with words; QuestionError if they do not."""
    problems = list(problems)
    settings, of_verb = for_verb(settings, verb)
    problems += of_verb
    problems += typed_twice(settings)
    settings = without_pieces(settings)
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
    return _unknown(setting.where, setting.key)


def _unknown(where: str, key: str) -> Problem:
    if key.split(".")[0] == PACKAGES:
        remedy = "poverty-nodes compare packages.NAME=[...]"
        return Problem(where, "is asked by compare alone, of several packages", remedy=remedy)
    known = (*KEYS, *COMMANDS[:2])
    nearest = whole_key(key) or nearest_name(key.split(".")[0], known)
    return Problem(where, "is not a key of a question", ", ".join(known), nearest)
