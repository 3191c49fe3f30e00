"""Every verb end to end: its folder, moved elsewhere with all that it names, answers again with the same tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.command import verbs
from poverty_nodes.experiments.command.cli import main
from poverty_nodes.scenarios.catalogue import CATALOGUE
from tests.experiments.record.test_round_trip import LEAVE_NO_ANSWER

TOWN = "cluster=./torreon_jeans"
TINY = ("months=2", "seeds=2", "scale=0.01", "window=1")
LEVER = ("policy=[micro_credit]", "policy.micro_credit.start=1")
WORDS = {
    "compare": (TOWN, *TINY, *LEVER, "policy.micro_credit.target.gender=female", "groups=[gender]"),
    "run": (TOWN, *TINY, "policy=[]", "shock=[flood]", "shock.flood.start=1", "persons=yes"),
    "check": (TOWN, *TINY, *LEVER),
    "sweep": (
        "cluster=./torreon_jeans,palar_leather", *TINY, *LEVER,
        "policy.micro_credit.take_up=[0.1,0.9]", "policy.micro_credit.amount=[100,900]",
        "zip=[policy.micro_credit.take_up,policy.micro_credit.amount]",
    ),
    "sensitivity": (
        TOWN, *TINY[::2], *LEVER, "method=morris", "n=4", "vary=[workers.casual_ratio]",
        "policy.micro_credit.amount=[100,900]", "policy.micro_credit.take_up=0.7", "outcomes=[P0]",
    ),
    "evaluate": (
        TOWN, "seeds=3", "scale=0.05", *LEVER, "study=nadvi_barrientos", "study.waves=[0,2]",
        "study.sample.unit=household", "study.sample.size=30", "study.surveys=2",
        "study.estimators=[ancova]",
    ),
    "identify": ("clusters=[./torreon_jeans,palar_leather]", "draws=10", "weights.women=3"),
    "validate": ("patterns=[p12]", "clusters=[./torreon_jeans]", "parts=[patterns]", "seeds=3"),
}  # fmt: skip
"""Some choices of each verb that no default makes."""
PACKAGES = (
    TOWN, *TINY, "packages.few=[micro_credit]", "packages.both=[micro_credit,cash_transfer]",
    "policy.micro_credit.start=1", "packages.both.policy.cash_transfer.start=1",
    "packages.both.budget=500000", "groups=[gender]", "persons=yes",
)  # fmt: skip
"""The other form of `compare`: several packages beside each other."""
TOLD_OTHERWISE = ("manifest.json", "report.html", "ro-crate-metadata.json")
"""Files that say when and where they were made."""


def test_every_verb_that_leaves_an_answer_is_asked_again() -> None:
    assert set(WORDS) == set(verbs.NAMES) - LEAVE_NO_ANSWER


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file by its name in the folder, but those that differ from one answer to the next."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in TOLD_OTHERWISE
    }


@pytest.mark.slow
@pytest.mark.parametrize(("verb", "words"), [*sorted(WORDS.items()), ("compare", PACKAGES)])
def test_a_folder_that_was_moved_answers_its_question_again_with_the_same_tables(
    verb: str, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    shutil.copytree(CATALOGUE / "torreon_jeans", first / "torreon_jeans")
    store = () if verb in ("identify", "validate") else (f"store={tmp_path / 'store'}",)
    monkeypatch.chdir(first)
    assert main([verb, *words, *store]) == 0
    (folder,) = (each for each in Path("outputs", verb).iterdir() if each.is_dir())
    expected = content_of(folder)
    assert "question.yaml" in expected
    shutil.move(folder, second / "moved")
    if verb == "validate":  # what is measured is kept beside the folder
        shutil.copytree(first / "outputs", second / "outputs")
    shutil.rmtree(first)
    monkeypatch.chdir(second)
    assert main([verb, "question=moved/question.yaml", *store]) == 0
    (again,) = (each for each in Path("outputs", verb).iterdir() if each.is_dir())
    assert again.name == folder.name
    assert content_of(again) == expected
