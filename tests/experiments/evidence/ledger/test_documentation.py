"""The page on evidence says what the code asks."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.experiments.evidence.ledger.documentation import evidence

PAGE = Path(__file__).resolve().parents[4] / "docs" / "evidence.md"


def test_the_page_is_that_of_the_patterns_as_they_are() -> None:
    again = "python -m poverty_nodes.experiments.evidence.ledger.documentation > docs/evidence.md"
    assert PAGE.read_text(encoding="utf-8") == evidence(), again
