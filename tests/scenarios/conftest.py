"""A copy of the default cluster that a test may spoil, and what its reader then says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_nodes.scenarios.catalogue import CATALOGUE, load_cluster
from poverty_nodes.scenarios.errors import Problem, QuestionError

Spoil = Callable[[str, str, str], None]
Refusal = Callable[[], tuple[Problem, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of sialkot_surgical under its own name."""
    copy = tmp_path / "sialkot_surgical"
    shutil.copytree(CATALOGUE / "sialkot_surgical", copy)
    return copy


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replace the first occurrence of a text in a section's file of the copy."""

    def replace(section: str, old: str, new: str) -> None:
        file = folder / f"{section}.yaml"
        text = file.read_text()
        assert old in text, f"{old!r} is not in {file.name}"
        file.write_text(text.replace(old, new, 1))

    return replace


@pytest.fixture
def refusal(folder: Path) -> Refusal:
    """The problems with which the copy is refused."""

    def load() -> tuple[Problem, ...]:
        with pytest.raises(QuestionError) as caught:
            load_cluster(folder)
        return caught.value.problems

    return load
