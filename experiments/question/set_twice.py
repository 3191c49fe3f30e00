"""A key that is set twice: on the command line, or by two files of a package. Which of them was meant is not guessed.

A question file, an experiment and the command line may each change what stands below them: that is what they are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from poverty_nodes.experiments.question.package import Package
from poverty_nodes.experiments.question.question_file import read_mapping
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting
from poverty_nodes.scenarios.errors import Problem, QuestionError

_STEP = re.compile(r"\d+:[^,]+")
"""A month of a path over time and its value."""


def typed_twice(settings: Sequence[Setting]) -> list[Problem]:
    """Keys that stand twice on the command line, each with all its values."""
    values: dict[str, list[object]] = {}
    for each in settings:
        if each.origin == COMMAND_LINE and not each.taken_back:
            values.setdefault(each.key, []).append(each.value)
    return [_twice(key, found) for key, found in values.items() if len(found) > 1]


def _twice(key: str, values: Sequence[object]) -> Problem:
    """One problem for all values of a key; a path over time without quotes is taken apart by the shell."""
    where = f"{COMMAND_LINE}: {key}"
    if all(_STEP.fullmatch(str(each)) for each in values):
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
