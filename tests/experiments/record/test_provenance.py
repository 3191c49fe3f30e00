"""What a manifest says of the software: commit, modified or not, and a hash of all that is shipped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from poverty_nodes.experiments.record.provenance import (
    checked_out,
    in_words,
    provenance,
    sources_version,
)

COMMITTER = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *COMMITTER, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with a file in a room and the bibliography at its root."""
    root = tmp_path / "checkout"
    (root / "model").mkdir(parents=True)
    (root / "model" / "month.py").write_text("a = 1\n")
    (root / "sources.bib").write_text("% none\n")
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-qm", "Begin")
    return root


@pytest.fixture(autouse=True)
def _asked_anew() -> None:
    checked_out.cache_clear()
    sources_version.cache_clear()


def anew(root: Path) -> tuple[str | None, bool | None, str]:
    checked_out.cache_clear()
    sources_version.cache_clear()
    return *checked_out(root), sources_version(root)


def test_a_clean_checkout_is_its_commit_and_a_changed_one_says_so(checkout: Path) -> None:
    commit, modified, before = anew(checkout)
    assert (commit, modified) == (git(checkout, "rev-parse", "HEAD"), False)
    (checkout / "model" / "month.py").write_text("a = 2\n")
    again, modified, after = anew(checkout)
    assert (again, modified) == (commit, True)
    assert after != before
    git(checkout, "checkout", "-q", ".")
    assert anew(checkout) == (commit, False, before)


def test_a_file_that_was_only_added_is_a_modification(checkout: Path) -> None:
    _, _, before = anew(checkout)
    (checkout / "model" / "more.yaml").write_text("a: 1\n")
    _, modified, after = anew(checkout)
    assert modified is True
    assert after != before


def test_what_lies_outside_the_rooms_is_no_modification(checkout: Path) -> None:
    before = anew(checkout)
    (checkout / "outputs").mkdir()
    (checkout / "outputs" / "a.txt").write_text("a")
    (checkout / "model" / "__pycache__").mkdir()
    (checkout / "model" / "__pycache__" / "month.pyc").write_text("a")
    git(checkout, "config", "core.excludesFile", str(checkout / "ignored"))
    (checkout / "ignored").write_text("__pycache__/\n")
    assert anew(checkout) == before


def test_a_second_worktree_and_packed_references_have_their_commit(
    checkout: Path, tmp_path: Path
) -> None:
    git(checkout, "worktree", "add", "-q", "-b", "other", str(tmp_path / "other"))
    git(checkout, "pack-refs", "--all")
    commit = git(checkout, "rev-parse", "HEAD")
    assert anew(tmp_path / "other")[:2] == anew(checkout)[:2] == (commit, False)


def test_below_somebody_elses_checkout_there_is_no_commit_and_a_hash(checkout: Path) -> None:
    installed = checkout / "venv" / "site-packages"
    installed.mkdir(parents=True)
    shutil.copytree(checkout / "model", installed / "model")
    (installed / "scenarios").mkdir()
    shutil.copy(checkout / "sources.bib", installed / "scenarios")
    assert anew(installed) == (None, None, anew(checkout)[2])


def test_without_git_nobody_can_tell(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert anew(checkout)[:2] == (None, None)


def test_the_manifest_and_the_report_say_it() -> None:
    said = provenance()
    keys = {"version", "code", "sources", "commit", "modified", "python", "packages", "libraries"}
    assert keys == set(said)
    assert f"code {str(said['code'])[:12]}" in in_words()
    assert ("modified" in in_words()) == bool(said["modified"])
