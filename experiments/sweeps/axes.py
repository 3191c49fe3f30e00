"""What of a command line is swept: lists given to scalar keys, `a=x,y`, ranges, zipped keys, design files."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.grammar import WordError, read_word
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    LISTS,
    TOKEN,
    VERBATIM,
    shortened,
    verbatim,
)
from poverty_nodes.experiments.sweeps.ranges import MOST, RANGES, ranged
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.scenarios.errors import Problem

if TYPE_CHECKING:
    from hydra.core.override_parser.types import RangeSweep

OWN = ("zip", "design")
LARGEST = 100_000_000
"""Bytes of a file of points that are read at most; a thousand a point."""
"""Keys that only a sweep takes: keys that move together, and a file of points."""


@dataclass(frozen=True)
class Axis:
    """Keys that take their values together; one key unless they are zipped or of a design file."""

    keys: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    places: tuple[str, ...]
    """Where each row stands: the command line, or a line of a file."""


def read_axes(tokens: Sequence[str]) -> tuple[list[str], list[Axis], list[Problem]]:
    """Take the swept keys out of the tokens: the tokens that are left, the axes, what is wrong."""
    fixed: list[str] = []
    own: dict[str, str] = {}
    swept: dict[str, list[object]] = {}
    problems: list[Problem] = []
    for token in tokens:
        match = TOKEN.fullmatch(token)
        key = match["key"] if match else ""
        if match and key in OWN and match["set"]:
            own[key] = match["text"]
            continue
        values = swept_values(key, match["text"]) if match and match["set"] else None
        if isinstance(values, Problem):
            problems.append(values)
        elif values is None:
            fixed.append(token)
        else:
            swept[key] = values
    axes = [
        Axis((key,), tuple((v,) for v in vs), (COMMAND_LINE,) * len(vs))
        for key, vs in swept.items()
    ]
    axes, of_zip = _zipped(axes, own.get("zip"))
    problems += of_zip
    if "design" in own:
        axis, of_file = read_design(own["design"])
        problems += of_file
        twice = set(axis.keys) & set(swept) if axis else set()
        problems += [
            Problem(f"{COMMAND_LINE}: {key}", f"is swept, and is a column of {own['design']}")
            for key in sorted(twice)
        ]
        axes = [axis, *axes] if axis else axes
    return fixed, axes, problems


def swept_values(key: str, text: str) -> list[object] | Problem | None:
    """The values that a text gives a key in turn; None where it is one value, a list that the key takes."""
    from hydra.core.override_parser.types import Transformer
    from hydra.errors import HydraException

    if key in VERBATIM and not text.startswith("[") and "," not in text:
        return None
    where = f"{COMMAND_LINE}: {key}"
    try:
        parsed = read_word(key, text)
        if parsed.is_range_sweep():
            values = ranged(where, cast("RangeSweep", parsed.value()))
            return values if isinstance(values, Problem) else [plain(each) for each in values]
        if parsed.is_sweep_override():
            return [plain(each) for each in parsed.sweep_iterator(Transformer.identity)]
    except (WordError, HydraException):
        if "=interval(" in f"={text}":
            return Problem(where, "an interval has no points of its own", RANGES)
        return None  # what cannot be read is said where the rest is
    value = parsed.value()
    if not isinstance(value, list) or not value or takes_list(key):
        return None
    return [plain(each) for each in value]


def takes_list(key: str) -> bool:
    """Whether a list is one value of this key, and not several."""
    parts = key.split(".")
    if (
        parts[0] == "policy"
        and len(parts) > 2
        and parts[1] in REGISTRY
        and not REGISTRY.fault(parts[1])
    ):
        name = ".".join(parts[2:])
        return any(
            each.name == name and "a list" in each.accepted for each in keys_of(REGISTRY[parts[1]])
        )
    return key in LISTS


def plain(value: object) -> object:
    """A value of Hydra's grammar as YAML would have it; a sum of tenths without its last rounding.

    >>> plain(0.1 + 0.2)
    0.3
    """
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    return getattr(value, "text", value)


def read_value(key: str, text: str) -> object:
    """The value in a cell of a design file; ValueError if it cannot be read."""
    try:
        return plain(read_word(key, verbatim(text) if key in VERBATIM else text).value())
    except WordError as error:
        raise ValueError(f"'{shortened(text)}' {error.message}") from error


def read_design(name: str) -> tuple[Axis | None, list[Problem]]:
    """The points of a CSV file: the first line names the keys, each line below it is a point."""
    lines, problems = _design_lines(name)
    if problems:
        return None, problems
    header = [cell.strip() for cell in lines[0]]
    columns = [number for number, key in enumerate(header) if key and key != "point"]
    keys = tuple(header[number] for number in columns)
    problems = _unfit_keys(name, keys)
    rows: list[tuple[object, ...]] = []
    places: list[str] = []
    for number, line in enumerate(lines[1:], start=2):
        place = f"{name}, line {number}"
        if len(line) != len(header):
            problems.append(
                Problem(place, f"has {len(line)} cells, the first line has {len(header)}")
            )
            continue
        try:
            rows.append(tuple(read_value(header[c], line[c].strip()) for c in columns))
            places.append(place)
        except ValueError as error:
            problems.append(Problem(place, str(error)))
    return Axis(keys, tuple(rows), tuple(places)), problems


def _design_lines(name: str) -> tuple[list[list[str]], list[Problem]]:
    """The lines of a file of points that are not empty; what keeps it from being read."""
    path = Path(name).expanduser()
    where = f"{COMMAND_LINE}: design"
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # a device has no end
        if len(content) > LARGEST:
            accepted = f"at most {LARGEST:,} bytes"
            return [], [Problem(where, f"'{name}' is too long for a file of points", accepted)]
        cells = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        filled = (row for row in cells if any(cell.strip() for cell in row))
        lines = list(itertools.islice(filled, MOST + 2))
    except (OSError, ValueError, csv.Error) as error:  # a NUL in a name is a ValueError
        reason = getattr(error, "strerror", None) or "it is no CSV file of UTF-8 text"
        return [], [Problem(where, f"'{name}' cannot be read: {reason}")]
    if len(lines) > MOST + 1:
        return [], [Problem(where, f"'{name}' holds too many points", f"at most {MOST:,}")]
    if len(lines) < 2:
        needed = "a line of keys, and a line a point below it"
        return [], [Problem(where, f"'{name}' holds no points", needed)]
    return lines, []


def _unfit_keys(name: str, keys: tuple[str, ...]) -> list[Problem]:
    """What is wrong with the keys of a file of points."""
    problems = [
        Problem(
            f"{name}, line 1",
            f"'{key}' is not a key",
            "dotted keys such as policy.micro_credit.take_up",
        )
        for key in keys
        if not TOKEN.fullmatch(f"{key}=0") or key.startswith(("~", "+"))
    ]
    return problems + [
        Problem(f"{name}, line 1", f"'{key}' stands twice")
        for key in sorted({k for k in keys if keys.count(k) > 1})
    ]


def _families(asked: object) -> list[list[object]]:
    """Lists of keys that move together, of one list or several; ValueError if it is neither."""
    families = asked if isinstance(asked, list) else []
    if families and not any(isinstance(each, list) for each in families):
        families = [families]
    if not families or not all(isinstance(each, list) and each for each in families):
        raise ValueError("names no keys")
    return families


def _zipped(axes: list[Axis], text: str | None) -> tuple[list[Axis], list[Problem]]:
    """Join the axes that are to move together."""
    if text is None:
        return axes, []
    where = f"{COMMAND_LINE}: zip"
    try:
        families = _families(read_value("zip", text))
    except ValueError as error:
        return axes, [Problem(where, str(error), "zip=[key,key], or zip=[[key,key],[key,key]]")]
    by_key = {axis.keys[0]: axis for axis in axes}
    problems: list[Problem] = []
    for family in families:
        keys = [str(key) for key in family]
        missing = [key for key in keys if key not in by_key]
        if missing:
            problems.append(
                Problem(where, f"{', '.join(missing)}: not swept here", ", ".join(by_key))
            )
            continue
        lengths = {key: len(by_key[key].rows) for key in keys}
        if len(set(lengths.values())) > 1:
            words = ", ".join(f"{key} has {n}" for key, n in lengths.items())
            problems.append(Problem(where, f"the keys have different numbers of values: {words}"))
            continue
        members = [by_key.pop(key) for key in keys]
        rows = tuple(
            tuple(row[0] for row in together)
            for together in zip(*(m.rows for m in members), strict=True)
        )
        by_key[keys[0]] = Axis(tuple(keys), rows, members[0].places)
    return list(by_key.values()), problems
