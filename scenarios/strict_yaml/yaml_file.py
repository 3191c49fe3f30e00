"""The one reader of YAML files, strict and bounded: every key knows its line, and what is wrong is told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import yaml

from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.strict_yaml.printable import unprintable
from poverty_nodes.scenarios.strict_yaml.yaml_grammar import (
    BYTES,
    DIGITS,
    Loader,
    is_number,
    limits_broken,
)
from poverty_nodes.scenarios.strict_yaml.yaml_words import not_yaml

Data = dict[object, object]


@dataclass
class YamlFile:
    """What a file says, on which line each dotted key stands, and what is wrong with it."""

    name: str
    data: Data = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: bool = False
    """Whether it could not even be opened."""

    def mapping(self) -> Mapping[str, object]:
        """What it says; QuestionError with all that is wrong with its form."""
        if self.problems:
            raise QuestionError(self.problems)
        return cast(Mapping[str, object], self.data)


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """Return what a file holds; problems are listed, not raised. `name` is for messages.

    A file with a problem in its form holds nothing: no part of it is taken.
    """
    file = YamlFile(name or str(path))
    text = _text(path, file)
    return file if text is None else parse_yaml(text, file.name)


def read_mapping(path: Path, name: str, unreadable: str = "") -> Mapping[str, object]:
    """Return what a file says; QuestionError with all that is wrong with its form.

    `name` is the file in messages; `unreadable` is the place to blame if it cannot be opened.
    """
    file = read_yaml(path, name)
    if unreadable and file.unread:
        raise QuestionError(
            Problem(unreadable, f"'{path}' {each.message}") for each in file.problems
        )
    return file.mapping()


def parse_yaml(text: str, name: str) -> YamlFile:
    """Return what a text holds, as `read_yaml` does for a file; `name` is for messages."""
    file = YamlFile(name)
    try:
        file.problems += limits_broken(file.name, text)
        if not file.problems:
            _fill(file, text)
    except (yaml.YAMLError, ValueError) as error:
        file.problems.append(not_yaml(file.name, text, error))
    return file


def _text(path: Path, file: YamlFile) -> str | None:
    """What stands in the file, or None and the problem."""
    try:
        with path.open("rb") as stream:
            content = stream.read(BYTES + 1)  # a device has no end
        if len(content) > BYTES:
            accepted = f"at most {BYTES:,} bytes"
            file.problems.append(Problem(file.name, "is too long for such a file", accepted))
            return None
        return content.decode("utf-8")
    except UnicodeDecodeError:
        file.problems.append(Problem(file.name, "is not UTF-8 text", remedy="save it as UTF-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        file.problems.append(Problem(file.name, f"cannot be read: {reason}"))
        file.unread = True
    except ValueError:
        message = "cannot be read: its name holds a character that no name can have"
        file.problems.append(Problem(file.name, message))
        file.unread = True
    return None


def _fill(file: YamlFile, text: str) -> None:
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            file.problems.append(Problem(file.name, "holds no keys", "keys and values"))
            return
        _note_lines(file, node)
        if not file.problems:
            file.data = loader.construct_document(node)
    finally:
        loader.dispose()


def _note_lines(file: YamlFile, root: yaml.MappingNode) -> None:
    seen: set[int] = set()
    for dotted, line, node in _keys(root, "", seen):
        where = f"{file.name}: {dotted} (line {line})"
        if id(node) in seen:
            problem = Problem(where, "an alias (*name) is not accepted", "values written out")
            file.problems.append(problem)
        elif dotted in file.lines:
            message = f"stands twice, on lines {file.lines[dotted]} and {line}"
            file.problems.append(Problem(f"{file.name}: {dotted}", message, "each key once"))
        else:
            file.lines[dotted] = line
            file.problems += _of_scalar(where, dotted, node)
        seen.add(id(node))


def _of_scalar(where: str, dotted: str, node: yaml.Node) -> Iterator[Problem]:
    """What no key and no single value may hold."""
    value = node.value if isinstance(node, yaml.ScalarNode) else ""
    if not (dotted + value).isprintable() and unprintable(dotted + value):
        message = "holds a character that is no part of a text but a command to the screen"
        yield Problem(where, message, "letters, digits and signs that can be seen")
    if is_number(node) and len(value) > DIGITS:
        message = f"is a number of {len(value):,} characters"
        yield Problem(where, message, f"a number of at most {DIGITS}")


def _keys(node: yaml.Node, above: str, seen: set[int]) -> Iterator[tuple[str, int, yaml.Node]]:
    """Yield (dotted key, line, value) of every key below a node; entries of a list count from 0."""
    if isinstance(node, yaml.MappingNode):
        below = [(_name(key), key.start_mark.line + 1, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        below = [(str(i), v.start_mark.line + 1, v) for i, v in enumerate(node.value)]
    else:
        return
    for name, line, value in below:
        dotted = f"{above}.{name}" if above else name
        known = id(value) in seen  # an alias: its node was walked where its anchor stands
        yield dotted, line, value
        if not known:
            yield from _keys(value, dotted, seen)


def _name(key: yaml.Node) -> str:
    """A key as text; one that is a list or keys of its own has none and cannot be read."""
    if not isinstance(key, yaml.ScalarNode):
        raise yaml.constructor.ConstructorError(
            None, None, "a key is a single word", key.start_mark
        )
    return str(key.value)
