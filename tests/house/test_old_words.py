"""A thing has one word: those that an older version used are left only where users may still type them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

OLD = (
    r"desks?|roll[ _]calls?|purses?|tills?|rubbish|rehears\w*|relink\w*|newcomers?|pilot|"
    r"carr(?:y|ies|ied|ying)[ _]out|daring|staffing|liv(?:e|ed|ing)[ _]in (?=before|month)|living-in|live_in|"
    r"lasting[ _]luck|passing[ _]luck|cushions?|levers?|singly"
)
WORD = re.compile(rf"(?<![a-z])(?:{OLD})(?![a-z])", re.IGNORECASE)
HISTORY = (
    "CHANGELOG.md",
    "docs/glossary.md",
    "docs/lab_notes.md",
    "docs/decisions/",
    "sources.bib",
)
TYPED = ("exit_cushion", '"singly": "leave_one_out"', '"levers": "components"', '"levers": "terms"')
"""Keys that users type and that have an old word in them, and where old words are turned into new ones."""
ENDINGS = (".py", ".md", ".yaml", ".j2", ".txt", ".toml", ".c", ".h")
QUOTED = ("scenarios/clusters/", "tests/")
"""Notes on readings quote other people's words; tests type what is no longer right."""


def test_no_old_word_is_left(files: list[str], root: Path) -> None:
    chosen = [f for f in files if f.endswith(ENDINGS) and not f.startswith((*HISTORY, *QUOTED))]
    assert len(chosen) > 300
    found = [
        f"{name}:{number} {word}"
        for name in chosen
        for number, line in enumerate((root / name).read_text(encoding="utf-8").splitlines(), 1)
        for word in old_words(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["the desk of a month", "_fill_tills()", "Roll call", "# a pilot", "p.lasting_luck"]
)
def test_an_old_word_is_seen(line: str) -> None:
    assert old_words(line)


@pytest.mark.parametrize(
    "line", ["exit_cushion=0", "until then", "stills", "enrolment", "reliving"]
)
def test_other_words_are_let_be(line: str) -> None:
    assert not old_words(line)


def old_words(line: str) -> list[str]:
    """The old words of a line, keys that users type apart."""
    for each in TYPED:
        line = line.replace(each, "")
    return WORD.findall(line)
