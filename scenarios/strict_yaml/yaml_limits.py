"""How much one YAML file may hold, asked before anything is built of it: a file of ours has a hundredth of it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.yaml_grammar import Loader

BYTES = 2_000_000
DEPTH = 20
VALUES = 50_000
DIGITS = 40
"""Of one number; no quantity needs more."""


def limits_broken(name: str, text: str) -> list[Problem]:
    """What is too deep, too much, or not the YAML of the project's files; YAMLError if it is no YAML at all.

    The events of the parser are counted as they come, so that nothing is built of a file that is too much.
    """
    loader = Loader(text)
    try:
        return list(_broken(name, loader))
    finally:
        loader.dispose()


def _broken(name: str, loader: Loader) -> Iterator[Problem]:
    depth = values = 0
    while loader.check_event():
        event = loader.get_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        values += isinstance(event, yaml.NodeEvent)
        if depth > DEPTH:
            accepted = f"at most {DEPTH} levels"
            yield Problem(f"{name} (line {line})", "is nested too deeply", accepted)
            return
        if values > VALUES:
            accepted = f"at most {VALUES:,} keys and values"
            yield Problem(f"{name} (line {line})", "holds too much for one file", accepted)
            return
        tag = getattr(event, "tag", None)
        if tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            message = f"is not YAML as it is read here: a tag ({shown}) is not accepted"
            remedy = "the value without it; a number that is a text stands in quotes"
            yield Problem(f"{name} (line {line})", message, "plain values", remedy=remedy)
