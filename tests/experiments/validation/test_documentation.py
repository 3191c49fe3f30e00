"""The page on evidence says what the code asks."""

from __future__ import annotations

from pathlib import Path

from experiments.validation.documentation import evidence

PAGE = Path(__file__).resolve().parents[3] / "docs" / "evidence.md"


def test_the_page_is_that_of_the_patterns_as_they_are() -> None:
    again = "python -m experiments.validation.documentation > docs/evidence.md"
    assert PAGE.read_text(encoding="utf-8") == evidence(), again
