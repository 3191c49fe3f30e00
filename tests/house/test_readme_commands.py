"""Every command that the docs show can be typed as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.cli import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "docs/using.md", "docs/survey.md", "docs/batches.md"),
    "docs/evaluation.md",
    "docs/capabilities.md",
)
BLOCK = re.compile(r"^```(?:sh|console)?\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
FORM = re.compile(r"\b[A-Z]{4,}\b")
ASKS_NOTHING = ("--help", "--version", "--cfg", "--dry-run", "list")
"""A command with one of these ends at once and is run as it is; the others are only priced."""


def commands(program: str = "poverty-nodes") -> list[str]:
    """The lines of code blocks that start with it; a word in capitals marks a form to fill in."""
    lines = [
        line.strip()
        for name in DOCUMENTS
        for block in BLOCK.finditer((ROOT / name).read_text(encoding="utf-8"))
        for line in block["text"].splitlines()
    ]
    return [each for each in lines if each.startswith(f"{program} ") and not FORM.search(each)]


@pytest.mark.parametrize("command", dict.fromkeys(commands()), ids=str)
def test_a_command_of_the_docs_is_understood(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = shlex.split(command, comments=True)[1:]
    if arguments[:1] != ["new"]:
        bring_a_town(tmp_path / "my_town")
    shutil.copytree(ROOT / "scenarios/samples/town", tmp_path / "my_survey")
    bring_answers(tmp_path)
    monkeypatch.chdir(tmp_path)
    if not any(each in ASKS_NOTHING for each in arguments):
        arguments.append("--dry-run")
    assert main(arguments) == 0


def test_the_docs_show_commands() -> None:
    assert len(set(commands())) >= 10


@pytest.mark.parametrize("command", dict.fromkeys(commands("make")))
def test_what_the_docs_make_is_a_target(command: str) -> None:
    target = shlex.split(command, comments=True)[1]
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_how_to_contribute_fits_a_screen() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 45


def bring_a_town(folder: Path) -> None:
    """Do what the tour does before it asks about a new town, by the cheap way: copy a cluster and rename it."""
    shutil.copytree(ROOT / "scenarios/clusters/sialkot_surgical", folder)
    file = folder / "cluster.yaml"
    file.write_text(file.read_text().replace("id: sialkot_surgical", f"id: {folder.name}"))


def bring_answers(folder: Path) -> None:
    """The answers of a survey that was held, by the names that the docs give to its files."""
    first = [f"{each},{each % 2},house {each},{80 + each}" for each in range(20)]
    last = [f"{each},{85 + each}" for each in range(20)]
    for name, heads, rows in (
        ("baseline", "id,offered,unit,cons", first),
        ("endline", "id,cons", last),
    ):
        (folder / f"{name}.csv").write_text("\n".join([heads, *rows, ""]), encoding="utf-8")
