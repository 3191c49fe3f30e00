"""The glossary's terms are those of the code and the docs, and its references stand in sources.bib."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from poverty_nodes.scenarios.sources.bibliography import project_sources

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(
    r"^\| (?P<terms>[^|]+) \| (?P<meaning>[^|]+) \| (?P<source>[^|]*) ?\|", re.MULTILINE
)
HEADS = ("term", "---")


def rows() -> list[re.Match[str]]:
    found = ROW.finditer(GLOSSARY.read_text(encoding="utf-8"))
    return [row for row in found if row["terms"] not in HEADS]


def as_words(text: str) -> str:
    """Lower case, with spaces for what joins words, so that a name in code reads like prose."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.fixture(scope="module")
def everything() -> str:
    """The text of code and docs, the glossary and its history apart."""
    folders = ("model", "scenarios", "experiments", "docs")
    files = [each for name in folders for each in (ROOT / name).rglob("*") if each.is_file()]
    chosen = [each for each in files if each.suffix in {".py", ".md"} and each != GLOSSARY]
    return as_words(" ".join(each.read_text(encoding="utf-8") for each in chosen))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["terms"])
def test_a_term_of_the_glossary_is_a_word_of_the_project(
    row: re.Match[str], everything: str
) -> None:
    assert [t for t in row["terms"].split(", ") if f" {as_words(t)}" not in everything] == []


def test_a_term_is_explained_once() -> None:
    terms = [term for row in rows() for term in row["terms"].split(", ")]
    assert len(terms) == len(set(terms)) > 50


def test_keys_of_references_stand_in_the_bibliography() -> None:
    keys = {key for row in rows() for key in re.findall(r"`(\w+)`", row["source"])}
    assert keys - set(project_sources()) == set()
    assert len(keys) > 5
