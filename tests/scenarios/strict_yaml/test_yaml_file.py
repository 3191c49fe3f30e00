"""Strict YAML: lines are known, doubled keys and odd files are problems and never tracebacks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile, read_yaml


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2011-13-45", "2011-13-45"),
        ("1:30", "1:30"),
        ("010", "010"),
        ("1_2", "1_2"),
        ("0x10", "0x10"),
        ("1_000", 1000),
        ("-3", -3),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("yes", True),
        ("~", None),
        ("'5'", "5"),
        ("43,5", "43,5"),
    ],
)
def test_a_value_is_a_number_only_where_nobody_could_mean_something_else(
    text: str, value: object, tmp_path: Path
) -> None:
    assert read(f"a: {text}\n", tmp_path).data == {"a": value}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n\tb: 1\n", "the line begins with a tab"),
        ("a: b: c\n", "is not YAML: mapping values are not allowed"),
        ("a: !secret x\n", "a tag (!secret) is not accepted"),
        ("a: !!int x\n", "a tag (!!int) is not accepted"),
        ("a: " + "9" * 5000, "is a number of 5,000 characters"),
        ("a: " + "[" * 21 + "]" * 21, "is nested too deeply"),
        ("a: [" + "1," * 60_000 + "]", "holds too much for one file"),
        ("a: " + "x" * 2_000_001, "is too long"),
        ('a: "\\e[31mred"\n', "a command to the screen"),
        ('"\\0": 1\n', "a command to the screen"),
        ("1: a\n1.0: b\n", "are the same number"),
        ("? [a]\n: 1\n", "a key is a single word"),
        ("a: 1\n---\nb: 2\n", "is not YAML"),
    ],
)
def test_what_no_honest_file_holds_is_refused_before_anything_is_built(
    text: str, said: str, tmp_path: Path
) -> None:
    file = read(text, tmp_path)
    assert said in " ".join(problem.message for problem in file.problems)
    assert file.data == {}


def test_aliases_within_aliases_cost_nothing(tmp_path: Path) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    began = time.perf_counter()
    file = read("\n".join(["a0: &a0 [x]", *levels]) + "\n", tmp_path)
    assert any("an alias" in problem.message for problem in file.problems)
    assert time.perf_counter() - began < 5


def test_a_file_out_of_form_is_told_by_line_and_by_what_stands_there(tmp_path: Path) -> None:
    (problem,) = read("a: 1\nb: 'x\n", tmp_path).problems
    assert problem.where == "firms.yaml (line 2)" or problem.where == "firms.yaml (line 3)"
    assert "quotes" in problem.remedy
    assert "\n" not in problem.message


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "/dev/zero"])
def test_a_name_that_no_file_can_have_is_a_problem(name: str) -> None:
    (problem,) = read_yaml(Path(name)).problems
    assert "cannot be read" in problem.message or "too long" in problem.message
