"""Which sources the numbers name, and which of these no bibliography has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poverty_nodes.scenarios.description.estimate import NOT_A_SOURCE
from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.sources.bibliography import Source
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile


def uncited(file: YamlFile, section: str, known: Mapping[str, Source]) -> list[Problem]:
    """Return a problem for every source named in a section that is not among the known ones.

    Looks at the raw data, so that a wrong source is found even where the rest is not in order.
    """
    return [
        Problem(
            f"{file.name}: {section}.{key}" + (f" (line {line})" if line else ""),
            f"'{name}' is not in sources.bib",
            nearest=nearest_name(name, known),
            remedy="add the entry to sources.bib, or make the number assumed",
        )
        for key, text in _named(file.data, "")
        for line in (file.lines.get(key, 0),)
        for name in (part.strip() for part in text.split(","))
        if name and name != NOT_A_SOURCE and name not in known
    ]


def _named(data: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield (dotted key, text) of every `source` below."""
    if isinstance(data, dict):
        for name, below in data.items():
            dotted = f"{key}.{name}" if key else str(name)
            if name == "source" and isinstance(below, str):
                yield dotted, below
            else:
                yield from _named(below, dotted)
    elif isinstance(data, list):
        for index, below in enumerate(data):
            yield from _named(below, f"{key}.{index}")
