"""A terminal or pipe that is narrow, closed or full: the command says what it can and ends in order."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli, inventory, verbs
from poverty_nodes.experiments.command.streams import nearest

ROOT = Path(__file__).resolve().parents[3]
ENCODINGS = ("cp1252", "ascii", "latin-1", "utf-8")
VERBS = (
    ["--help"],
    ["check", "policy=[]"],
    ["compare", "--dry-run"],
    ["compare", "--cfg"],
    ["new", "--help"],
    ["sweep", "months=[1,2]", "--dry-run"],
    ["store"],
    ["compare", "polcy=x", "cluster=\u00e9t\u00e9"],
)


def command(
    arguments: list[str], encoding: str, **more: object
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "poverty_nodes.experiments", *arguments],
        **{
            "env": environment,
            "capture_output": True,
            "encoding": encoding,
            "timeout": 120,
            **more,
        },  # type: ignore[call-overload]
    )


def written(
    arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str, str]:
    """The status, standard output and standard error of a command in this process, under an encoding."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    status = cli.main(arguments)
    out, error = (each.buffer.getvalue().decode(encoding) for each in streams)  # type: ignore[attr-defined]
    return status, out, error


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", [*inventory.KINDS])
def test_every_list_can_be_written_in_every_encoding(
    kind: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, error = written(["list", kind], encoding, monkeypatch)
    assert (status, error) == (0, "")
    # Orders of the month come from installed packages alone: where there is none, that is what is listed.
    assert out.count("\n") > 3 or (kind, out) == ("models", "(none)\n")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
def test_no_verb_stumbles_over_a_narrow_encoding(
    arguments: list[str], encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, error = written(arguments, encoding, monkeypatch)
    assert status == (2 if "polcy=x" in arguments else 0), error
    assert out or error


def test_a_pipe_of_another_encoding_gets_the_same_rows() -> None:
    narrow, wide = (command(["list", "clusters"], each) for each in ("cp1252", "utf-8"))
    assert (narrow.returncode, narrow.stderr) == (0, "")
    assert len(narrow.stdout.splitlines()) == len(wide.stdout.splitlines())


def test_json_is_the_same_whatever_the_encoding() -> None:
    found = [
        json.loads(command(["list", "clusters", "format=json"], encoding).stdout)
        for encoding in ("ascii", "utf-8")
    ]
    assert found[0] == found[1]


def test_letters_lose_their_accents_before_they_are_lost() -> None:
    assert nearest("Le\u00f3n \u2013 2 \u00d7 3 \u2212 1 \u2192 \u05d0") == "Leon - 2 x 3 - 1 -> ?"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
def test_a_full_disk_behind_the_output_is_said_in_words() -> None:
    with Path("/dev/full").open("w") as full:
        found = command(
            ["list", "clusters"], "utf-8", stdout=full, stderr=subprocess.PIPE, capture_output=False
        )
    assert found.returncode == 1
    assert found.stderr == "The output could not be written: No space left on device.\n"


@pytest.mark.parametrize("closed", ["2>&-", ">&-", ">&- 2>&-", "2>/dev/full"])
def test_closed_streams_end_in_no_traceback_and_are_no_other_file(
    closed: str, tmp_path: Path
) -> None:
    words = f"{sys.executable} -m poverty_nodes.experiments compare polcy=x {closed}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        words, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert found.returncode in ((2,) if "full" not in closed else (1, 2))
    assert "Traceback" not in found.stdout + found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    listing = f"{sys.executable} -m poverty_nodes.experiments list inputs cluster=sialkot_surgical"
    words = f"{listing} | head -1; exit ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", words], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")


QUICK = {
    "compare": ["--dry-run"],
    "run": ["--cfg"],
    "sweep": ["months=[13,14]", "--dry-run"],
    "sensitivity": ["--dry-run"],
    "evaluate": ["--dry-run"],
    "identify": ["--dry-run"],
    "check": ["--cfg"],
    "report": ["nowhere"],
    "list": ["clusters"],
    "new": ["cluster", "my_town", "--dry-run"],
    "validate": ["--dry-run"],
    "store": [],
}
"""A request of each verb that says something within a moment."""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
@pytest.mark.parametrize("full", ["stdout", "stderr"])
@pytest.mark.parametrize("verb", verbs.NAMES)
def test_every_verb_ends_in_order_when_a_stream_is_full(
    verb: str, full: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sound = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, sound)
    with contextlib.suppress(OSError), Path("/dev/full").open("w") as disk:
        monkeypatch.setattr(sys, full, disk)
        status = cli.main([verb, *QUICK[verb]])
    sound.flush()
    said = sound.buffer.getvalue().decode()
    assert status in ((0, 1, 2) if full == "stderr" else (1, 2))
    assert full == "stderr" or "No space left" in said or verb == "report"


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
@pytest.mark.parametrize("verb", verbs.NAMES)
def test_every_verb_ends_in_order_when_a_stream_is_closed(
    verb: str, closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sound = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, sound)
    monkeypatch.setattr(
        sys, closed, None
    )  # as Python finds it when it starts with the stream closed
    assert cli.main([verb, *QUICK[verb]]) == (2 if verb == "report" else 0)
    getattr(sys, closed).close()
