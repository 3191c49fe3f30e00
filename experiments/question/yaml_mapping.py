"""A YAML file as a plain mapping, for those who want it whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from scenarios.errors import Problem, QuestionError
from scenarios.strict_yaml.yaml_file import read_yaml


def read_mapping(path: Path, name: str, unreadable: str = "") -> Mapping[str, object]:
    """Return what the file says; raises QuestionError with all that is wrong with its form.

    `name` is the file in messages; `unreadable` is the place to blame if it cannot be opened.
    """
    file = read_yaml(path, name)
    if not file.problems:
        return cast(Mapping[str, object], file.data)
    if unreadable and file.unread:
        raise QuestionError(
            Problem(unreadable, f"'{path}' {each.message}") for each in file.problems
        )
    raise QuestionError(file.problems)
