"""Where the architecture's page says that something stands, there it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(
    r"^\| (?P<question>[^|]*\?) \| `(?P<file>[^`]+)` \| `(?P<word>[^`]+)` \|$", re.MULTILINE
)
ROWS = [found.groupdict() for found in ROW.finditer((ROOT / "docs/architecture.md").read_text())]


def test_there_are_twenty_questions_and_each_has_a_file_of_its_own() -> None:
    assert len(ROWS) == 20
    assert len({row["file"] for row in ROWS}) == 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"])
def test_the_file_of_a_question_holds_its_word(row: dict[str, str]) -> None:
    text = " ".join((ROOT / row["file"]).read_text(encoding="utf-8").split())
    assert re.search(rf"\b{re.escape(row['word'])}\b", text)
