"""A link in the docs leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
COMMENT_OR_CODE = re.compile(r"<!--.*?-->|```.*?```|`[^`\n]*`", re.DOTALL)
ELSEWHERE = ("http://", "https://", "mailto:")


def test_relative_links_lead_to_files_and_headings(files: list[str], root: Path) -> None:
    documents = [root / name for name in files if name.endswith(".md")]
    assert documents
    broken = [
        f"{document.relative_to(root)}: {target}"
        for document in documents
        for target in targets(document.read_text(encoding="utf-8"))
        if not leads_somewhere(document, target)
    ]
    assert broken == []


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("there.md", True),
        ("there.md#two-words-and-more", True),
        ("#here", True),
        ("gone.md", False),
        ("there.md#gone", False),
    ],
)
def test_a_link_that_leads_nowhere_is_seen(target: str, leads: bool, tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("# Two words, and `more`\n")
    (tmp_path / "here.md").write_text("## Here\n")
    assert leads_somewhere(tmp_path / "here.md", target) is leads


def test_code_and_comments_hold_no_links() -> None:
    text = "[a](a.md) `[b](b.md)` <!-- [c](c.md) -->\n```\n[d](d.md)\n```\n![e](e.png)"
    assert list(targets(text)) == ["a.md", "e.png"]


def targets(text: str) -> Iterator[str]:
    """The links of a document that stay within the project."""
    for match in LINK.finditer(COMMENT_OR_CODE.sub("", text)):
        if not match["target"].startswith(ELSEWHERE):
            yield match["target"]


def leads_somewhere(document: Path, target: str) -> bool:
    """Whether the file is there, and has the heading that is named after `#`."""
    name, _, anchor = target.partition("#")
    path = document.parent / name if name else document
    return path.exists() and (not anchor or anchor in anchors(path))


def anchors(path: Path) -> set[str]:
    """The headings of a document as links spell them: lower case, no punctuation, dashes."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}


PATH = re.compile(
    r"(?<![\w./<-])(?:model|scenarios|experiments|conf|benchmarks|docs|rules|phases)/[\w/]*\w\.(?:py|csv|md|yaml)\b"
)
HISTORY = ("CHANGELOG.md", "docs/decisions/", "docs/lab_notes.md", "tests/")


def test_files_that_pages_and_code_name_are_there(files: list[str], root: Path) -> None:
    texts = [f for f in files if f.endswith((".md", ".py", ".yaml")) and not f.startswith(HISTORY)]
    assert len(texts) > 500
    gone = [
        f"{name}: {path}"
        for name in texts
        for path in PATH.findall((root / name).read_text(encoding="utf-8"))
        if not (root / path).is_file() and not (root / "model" / path).is_file()
    ]
    assert gone == []


@pytest.mark.parametrize("text", ["see rules/old.py", "(model/gone/away.py)", "docs/lost.md"])
def test_a_path_in_a_text_is_seen(text: str) -> None:
    assert PATH.search(text)
