"""A key that is set twice: on the command line, or by two files of a package. Which of them was meant is not guessed.

A question file, an experiment and the command line may each change what stands below them: that is what they are for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from experiments.mapping import read_mapping
from experiments.package import Package
from experiments.settings import COMMAND_LINE, Setting
from scenarios.errors import Problem, QuestionError


def typed_twice(settings: Sequence[Setting]) -> list[Problem]:
    """Keys that stand twice on the command line, each with both values."""
    problems = []
    typed = [each for each in settings if each.origin == COMMAND_LINE]
    for position, each in enumerate(typed):
        for other in typed[:position]:
            if each.key == other.key and not each.taken_back:
                message = f"is set twice: to {other.value} and to {each.value}"
                problems.append(Problem(each.where, message, remedy="keep one of them"))
    return problems


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
