"""Ranges typed for factors: `KEY=[low,high]`, `KEY=interval(low,high)`, `KEY=a,b,c` for values that are no numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from poverty_nodes.experiments.question.grammar import WordError, literal, read_word
from poverty_nodes.experiments.question.settings import COMMAND_LINE, TOKEN
from poverty_nodes.experiments.sweeps.axes import swept_values
from poverty_nodes.scenarios.errors import Problem

_ACCEPTED = "[low,high] or interval(low,high); for what is no number its values: male,female"


@dataclass(frozen=True)
class Span:
    """A key and the two ends between which it varies, or the values that it takes."""

    key: str
    ends: tuple[object, ...]
    choices: tuple[object, ...] = ()


def read_spans(tokens: Sequence[str]) -> tuple[list[str], list[Span], list[Problem]]:
    """Take the ranges out of the tokens: the tokens that are left, the ranges, what is wrong."""
    fixed: list[str] = []
    spans: list[Span] = []
    problems: list[Problem] = []
    for token in tokens:
        match = TOKEN.fullmatch(token)
        if not match or not match["set"]:
            fixed.append(token)
            continue
        found = _span(match["key"], match["text"])
        if found is None:
            fixed.append(token)
        elif isinstance(found, Problem):
            problems.append(found)
        else:
            spans.append(found)
    return fixed, spans, problems


def _span(key: str, text: str) -> Span | Problem | None:
    if text.startswith("interval("):
        values: list[object] | Problem | None = _interval(text)
    else:
        values = swept_values(key, text)
    if values is None or isinstance(values, Problem):
        return values
    return span_of(key, values, f"{COMMAND_LINE}: {key}")


def span_of(key: str, values: Sequence[object], where: str) -> Span | Problem:
    """Two numbers as ends, or values that are no numbers as choices; else what is wrong, told at `where`."""
    numbers = [
        each for each in values if isinstance(each, int | float) and not isinstance(each, bool)
    ]
    if len(numbers) < len(values):
        if len(values) < 2:
            return Problem(where, "has one value only", _ACCEPTED)
        return Span(key, tuple(values), tuple(values))
    if len(numbers) != 2 or not numbers[0] < numbers[1]:
        return Problem(where, f"{literal(list(values))} is no range", _ACCEPTED)
    return Span(key, tuple(values))


def _interval(text: str) -> list[object] | None:
    from hydra.core.override_parser.types import IntervalSweep

    try:
        sweep = cast(IntervalSweep, read_word("a", text).value())
    except WordError:
        return None
    return [sweep.start, sweep.end]
