"""Strict YAML: lines are known, doubled keys and odd files are problems and never tracebacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.yaml_file import YamlFile, read_yaml


def read(text: str | bytes, tmp_path: Path) -> YamlFile:
    path = tmp_path / "firms.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(path, "firms.yaml")


def test_data_and_the_line_of_every_key_are_read(tmp_path: Path) -> None:
    file = read("total:\n  value: 3\nlist:\n  - id: a\n", tmp_path)
    assert file.data == {"total": {"value": 3}, "list": [{"id": "a"}]}
    assert file.problems == []
    assert file.lines["total.value"] == 2
    assert file.lines["list.0.id"] == 4


def test_a_key_that_stands_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    (problem,) = read("a:\n  b: 1\n  c: 2\n  b: 3\n", tmp_path).problems
    assert problem.where == "firms.yaml: a.b"
    assert problem.message == "stands twice, on lines 2 and 4"


def test_the_same_key_in_two_places_is_fine(tmp_path: Path) -> None:
    assert read("a: {x: 1}\nb: {x: 1}\n", tmp_path).problems == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no keys"),
        ("- 1\n- 2\n", "holds no keys"),
        ("a: [1\n", "is not YAML"),
        ("a: !!python/object:os.system x\n", "is not YAML"),
        ("a: 2011-13-45\n", "is not YAML"),
        ("? {a: 1}\n: 2\n", "is not YAML"),
        (b"a: \xff\xfe\n", "is not UTF-8"),
        ("a: \x00\n", "is not YAML"),
        ("a: &x {b: *x}\n", "an alias"),
        ("a: &x {b: 1}\nc: *x\n", "an alias"),
        ("a: " + "[" * 20000, "is n"),
    ],
)
def test_a_file_out_of_form_is_a_problem(text: str | bytes, said: str, tmp_path: Path) -> None:
    assert said in " ".join(problem.message for problem in read(text, tmp_path).problems)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_yaml(tmp_path / "none.yaml").problems
    assert "cannot be read" in problem.message
