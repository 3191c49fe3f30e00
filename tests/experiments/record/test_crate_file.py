"""The record of a folder is data from anywhere: what is no record is refused in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from poverty_nodes.experiments.output.answer_files import CRATE
from poverty_nodes.experiments.record.crate_file import BYTES, recorded_hashes
from poverty_nodes.scenarios.errors import QuestionError

HASH = "0" * 64


def _refused(folder: Path, text: str) -> str:
    (folder / CRATE).write_text(text)
    with pytest.raises(QuestionError) as raised:
        recorded_hashes(folder)
    return str(raised.value)


def _with(**file: object) -> str:
    return json.dumps({"@graph": [{"@type": "File", "@id": "a.csv", "sha256": HASH, **file}]})


def test_a_record_gives_the_hash_of_each_file(tmp_path: Path) -> None:
    (tmp_path / CRATE).write_text(_with())
    assert recorded_hashes(tmp_path) == {"a.csv": HASH}


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="cannot be read: no such file"):
        recorded_hashes(tmp_path)


@pytest.mark.parametrize("name", ["../a.csv", "/etc/passwd", "b/../../a", "a\\b", "a\0b", "", 7])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: object) -> None:
    assert "is no file of the folder" in _refused(tmp_path, _with(**{"@id": name}))


@pytest.mark.parametrize("digits", [None, "", "0" * 63, "G" * 64, ["0"]])
def test_a_hash_that_is_none_is_refused(tmp_path: Path, digits: object) -> None:
    assert "has no sha256" in _refused(tmp_path, _with(sha256=digits))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "names no file"),
        ('{"@graph": 1}', "names no file"),
        ('{"@graph": [1, {"@type": "Dataset"}]}', "names no file"),
        (" " * (BYTES + 1), "is larger than"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, text: str, words: str) -> None:
    assert words in _refused(tmp_path, text)
