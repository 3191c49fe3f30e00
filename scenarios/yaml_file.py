"""Reading YAML strictly: a key that stands twice is a problem, and every key knows its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from scenarios.errors import Problem

try:  # the C parser is ten times faster and comes with every wheel of PyYAML
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - only where PyYAML was built without it
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Data = dict[str, object]


@dataclass
class YamlFile:
    """What a file says, on which line each dotted key stands, and what is wrong with it."""

    name: str
    data: Data = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """Return the mapping in a file; problems are listed in it, not raised. `name` is for messages."""
    file = YamlFile(name or str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        file.problems.append(Problem(file.name, f"cannot be read: {error.strerror}"))
        return file
    except UnicodeDecodeError:
        file.problems.append(Problem(file.name, "is not UTF-8 text", remedy="save it as UTF-8"))
        return file
    loader = _Loader(text)
    try:
        _fill(file, loader)
    except yaml.YAMLError as error:
        file.problems.append(Problem(file.name, f"is not YAML: {' '.join(str(error).split())}"))
    finally:
        loader.dispose()
    return file


def _fill(file: YamlFile, loader: yaml.SafeLoader) -> None:
    node = loader.get_single_node()
    if not isinstance(node, yaml.MappingNode):
        file.problems.append(Problem(file.name, "holds no keys", "keys and values"))
        return
    for dotted, line in _keys(node, ""):
        if dotted in file.lines:
            message = f"stands twice, on lines {file.lines[dotted]} and {line}"
            file.problems.append(Problem(f"{file.name}: {dotted}", message, "each key once"))
        else:
            file.lines[dotted] = line
    file.data = loader.construct_document(node)


def _keys(node: yaml.Node, above: str) -> Iterator[tuple[str, int]]:
    """Yield (dotted key, line) of every key below a node; entries of a list count from 0."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            dotted = f"{above}.{key.value}" if above else str(key.value)
            yield dotted, key.start_mark.line + 1
            yield from _keys(value, dotted)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _keys(value, f"{above}.{index}")
