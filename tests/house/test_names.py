"""A file is named for the one thing it holds, so that `ls` answers the first question."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath

NOTHING_SAID = {"util", "utils", "utilities", "helper", "helpers", "misc", "common", "shared"}
SNAKE_CASE = re.compile(r"(__)?[a-z][a-z0-9]*(_[a-z0-9]+)*(__)?")


def test_no_file_or_folder_has_a_name_that_says_nothing(trees: dict[str, ast.Module]) -> None:
    wrong = [
        name
        for name in trees
        if NOTHING_SAID & {word for part in parts(name) for word in part.split("_")}
    ]
    assert wrong == []


def test_base_is_the_name_of_a_family_head_only(trees: dict[str, ast.Module]) -> None:
    """base.py may stand in the folder of its family, model/policies say, never in a room itself."""
    heads = [name for name in trees if parts(name)[-1] == "base"]
    assert [name for name in heads if len(parts(name)) < 3] == []
    assert [name for name in trees if "base" in parts(name)[:-1]] == []


def test_names_are_lower_case_words(trees: dict[str, ast.Module]) -> None:
    assert [n for n in trees if not all(SNAKE_CASE.fullmatch(part) for part in parts(n))] == []


def parts(name: str) -> tuple[str, ...]:
    """The folders and the stem of a path."""
    return PurePosixPath(name).with_suffix("").parts
