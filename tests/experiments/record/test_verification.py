"""An answer's folder is verified from what lies in it alone."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.cli import main

TINY = ("months=1", "seeds=2", "scale=0.01", "window=1", "hangs_on=no")
COMPARE = ("compare", *TINY, "policy=[micro_credit]", "policy.micro_credit.start=1")
PACKAGES = ("compare", *TINY, "packages.a=[micro_credit]", "packages.b=[cash_transfer]",
            "policy.micro_credit.start=1", "policy.cash_transfer.start=1")  # fmt: skip
RUN = ("run", *TINY, "policy=[]", "cluster=torreon_jeans", "persons=yes")


@pytest.fixture(scope="module", params=[COMPARE, PACKAGES, RUN], ids=["compare", "packages", "run"])
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished answer, whose store is gone."""
    there = tmp_path_factory.mktemp("made")
    words = (*request.param, f"store={there / 'store'}", f"output={there / 'outputs'}")
    assert main([*words]) == 0
    shutil.rmtree(there / "store")
    (folder,) = (there / "outputs" / request.param[0]).iterdir()
    return folder


@pytest.fixture
def folder(answer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, sent somewhere else."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(answer, tmp_path / "sent"))


def _verified(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["report", "verify", str(folder), *words])
    return status, capsys.readouterr().out


def test_an_answer_that_was_sent_holds_without_its_store(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _verified(folder, capsys)
    assert status == 0
    assert re.search(r"(\d+) of \1 files are as they were written", told)
    assert re.search(r"([245]) of \1 runs made again are the same, bit for bit", told)
    assert not (folder.parent / "outputs").exists()


def test_what_was_changed_taken_and_added_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "failures.csv").unlink()
    (folder / "outcomes.parquet").write_bytes(b"another")
    (folder / "mine.txt").write_text("notes")
    status, told = _verified(folder, capsys, "sample=0")
    assert status == 1
    assert "failures.csv: missing" in told
    assert "outcomes.parquet: changed" in told
    assert "Not of the answer: mine.txt" in told
    assert "No run was made again" in told


def test_a_run_whose_digits_were_changed_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = folder / "runs.csv"
    head, first, *rest = table.read_text().splitlines()
    label, _, seed, _ = first.split(",")
    table.write_text("\n".join([head, f"{label},0,{seed},{'0' * 64}", *rest]) + "\n")
    status, told = _verified(folder, capsys, "sample=6")
    assert status == 1
    assert f"{label}, seed {seed}: changed" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("scenario,draw\nwith,0\n", "it is not the table that was written"),
        ("scenario,draw,seed,sha256\nwith,0,many,00\n", "it is not the table that was written"),
        ("scenario,draw,seed,sha256\nwith,0,-1,00\n", "row 2 has a seed that no run can have"),
        ("scenario,draw,seed,sha256\nwith,0,9223372036854775808,00\n", "no run can have"),
        ("scenario,draw,seed,sha256\nother,0,1,00\n", "has no scenario 'other'"),
    ],
)
def test_a_table_of_runs_that_is_none_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    (folder / "runs.csv").write_text(text)
    assert main(["report", "verify", str(folder)]) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_an_answer_of_another_version_of_the_model_is_said_to_be_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(
        re.sub(r'"code": "\w+"', '"code": "0123456789abcdef"', manifest.read_text())
    )
    _, told = _verified(folder, capsys, "sample=0")
    assert "made by another version of the model" in told
    assert "code 0123456789ab" in told


def test_a_name_that_somebody_chose_is_no_sentence_and_commands_no_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "all\x1b[31m\n39 of 39 files are as they were written.").write_text("x")
    _, told = _verified(folder, capsys, "sample=0")
    assert "\x1b" not in told
    assert r"Not of the answer: all\x1b[31m\n39 of 39 files" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("name", ["ro-crate-metadata.json", "question.yaml", "manifest.json"])
def test_what_leads_out_of_the_folder_is_refused_before_it_is_read(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).unlink()
    (folder / name).symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    assert main(["report", "verify", str(folder)]) == 2
    told = capsys.readouterr().err
    assert told.count("neither a file nor a folder but a link or a device") == 2


def test_a_folder_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "verify", str(tmp_path)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["report", "verify", "a" * 300]) == 2
    assert "cannot be read: file name too long" in capsys.readouterr().err
    assert main(["report", "verify"]) == 2
