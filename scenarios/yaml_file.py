"""Reading YAML strictly: a key that stands twice is a problem, and every key knows its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from scenarios.errors import Problem

# The C parser is ten times faster and comes with every wheel of PyYAML; a build without it has the other.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Data = dict[object, object]


@dataclass
class YamlFile:
    """What a file says, on which line each dotted key stands, and what is wrong with it."""

    name: str
    data: Data = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """Return what a file holds; problems are listed, not raised. `name` is for messages."""
    file = YamlFile(name or str(path))
    try:
        text = path.read_text(encoding="utf-8")
        _fill(file, text)
    except OSError as error:
        file.problems.append(Problem(file.name, f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError:
        file.problems.append(Problem(file.name, "is not UTF-8 text", remedy="save it as UTF-8"))
    except (yaml.YAMLError, ValueError) as error:
        file.problems.append(Problem(file.name, f"is not YAML: {' '.join(str(error).split())}"))
    except RecursionError:
        file.problems.append(Problem(file.name, "is nested too deeply"))
    return file


def _fill(file: YamlFile, text: str) -> None:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            file.problems.append(Problem(file.name, "holds no keys", "keys and values"))
            return
        _note_lines(file, node)
        file.data = loader.construct_document(node)
    finally:
        loader.dispose()


def _note_lines(file: YamlFile, root: yaml.MappingNode) -> None:
    seen: set[int] = set()
    for dotted, line, node in _keys(root, "", seen):
        if id(node) in seen:
            where = f"{file.name}: {dotted} (line {line})"
            problem = Problem(where, "an alias (*name) is not accepted", "values written out")
            file.problems.append(problem)
        elif dotted in file.lines:
            message = f"stands twice, on lines {file.lines[dotted]} and {line}"
            file.problems.append(Problem(f"{file.name}: {dotted}", message, "each key once"))
        else:
            file.lines[dotted] = line
        seen.add(id(node))


def _keys(node: yaml.Node, above: str, seen: set[int]) -> Iterator[tuple[str, int, yaml.Node]]:
    """Yield (dotted key, line, value) of every key below a node; entries of a list count from 0."""
    if isinstance(node, yaml.MappingNode):
        below = [(str(key.value), key.start_mark.line + 1, value) for key, value in node.value]
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
