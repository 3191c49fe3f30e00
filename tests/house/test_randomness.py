"""Draws are pure functions of who, when and what for: nothing in model/ has a stream of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest


def test_the_model_uses_no_global_random_state(code: dict[str, ast.Module]) -> None:
    wrong = [
        f"{name}:{line} uses {used}; take a draw from model/draws.py"
        for name, tree in code.items()
        if name.startswith("model/")
        for line, used in random_sources(tree)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "import random as luck",
        "from random import choice",
        "import secrets",
        "from numpy import random",
        "from numpy.random import default_rng",
        "import numpy.random as luck",
        "x = np.random.normal()",
        "x = numpy.random.default_rng(1)",
        "x = Random(1)",
    ],
)
def test_every_way_to_a_random_stream_is_seen(line: str) -> None:
    assert len(list(random_sources(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "self.random.shuffle(x)",
        "from poverty_nodes.model.draws import uniform",
        "from random import Random",  # the type of a stream that is handed in
    ],
)
def test_other_uses_of_the_word_are_let_be(line: str) -> None:
    assert list(random_sources(ast.parse(line))) == []


def random_sources(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Imports and attributes that lead to a stream shared by whoever draws."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [each for each in found if each != "random.Random"]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Random":
            names = ["random.Random"]
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("np", "numpy"):
            names = [f"numpy.{node.attr}"]
        else:
            continue
        for name in names:
            if name.startswith("numpy.random") or name.split(".")[0] in ("random", "secrets"):
                yield node.lineno, name
