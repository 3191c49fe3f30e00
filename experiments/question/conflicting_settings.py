"""Settings that do not go together: a file of another verb, and a key that is set twice.

The intention is not guessed. A question file, an experiment and the command line may each change what the one before
says: that is their purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from poverty_nodes.experiments.question.chosen_files import Package
from poverty_nodes.experiments.question.question_file import VERB
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_mapping

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


_STEP = re.compile(r"\d+:[^,]+")
"""A month of a path over time and its value."""


def own_settings(settings: Sequence[Setting], verb: str) -> list[Setting]:
    """What a question file says below the verb's own key."""
    filed = (each for each in settings if each.origin != COMMAND_LINE)
    return [each for each in filed if each.key.split(".")[0] == verb]


def typed_twice(settings: Sequence[Setting]) -> list[Problem]:
    """Keys that stand twice on the command line, each with all its values."""
    return [_twice(key, found) for key, found in _typed(settings).items() if len(found) > 1]


def without_pieces(settings: Sequence[Setting]) -> list[Setting]:
    """All settings without the pieces of one that the shell has split: their faults are not the user's."""
    typed = _typed(settings)
    return [
        each
        for each in settings
        if each.origin != COMMAND_LINE or not _is_in_pieces(typed.get(each.key, ()))
    ]


def _typed(settings: Sequence[Setting]) -> dict[str, list[object]]:
    """The values of each key of the command line."""
    values: dict[str, list[object]] = {}
    for each in settings:
        if each.origin == COMMAND_LINE and not each.taken_back:
            values.setdefault(each.key, []).append(each.value)
    return values


def _is_in_pieces(values: Sequence[object]) -> bool:
    return len(values) > 1 and all(_STEP.fullmatch(str(each)) for each in values)


def _twice(key: str, values: Sequence[object]) -> Problem:
    """One problem for all values of a key; a path over time without quotes is taken apart by the shell."""
    where = f"{COMMAND_LINE}: {key}"
    if _is_in_pieces(values):
        path = ",".join(str(each) for each in values)
        message = "came in pieces: the shell takes braces apart that are not in quotes"
        return Problem(where, message, remedy=f"'{key}={{{path}}}'")
    times = "twice" if len(values) == 2 else f"{len(values)} times"
    message = f"is set {times}: {' and '.join(f'to {each}' for each in values)}"
    return Problem(where, message, remedy="keep one of them")


def filed_twice(package: Package, conf: Path) -> list[Problem]:
    """Keys that two files of one group set, each with both files and both values."""
    problems = []
    for choice in package.choices:
        seen: dict[str, tuple[str, object]] = {}
        for name in choice.filed:
            file = f"{choice.group.key}/{name}.yaml"
            where = f"{conf.name}/{file}"
            try:
                content = read_mapping(conf / file, where)
            except QuestionError:
                continue  # said by whoever composes the file
            for key, value in _leaves(content, f"{choice.group.key}."):
                if key in seen:
                    first, before = seen[key]
                    message = f"both set {key}: to {before} and to {value}"
                    remedy = "keep the key in one of the two files"
                    problems.append(Problem(f"{first} and {where}", message, remedy=remedy))
                seen.setdefault(key, (where, value))
    return problems


def _leaves(content: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for name, value in content.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{above}{name}.")
        elif name != "defaults":
            yield f"{above}{name}", value
