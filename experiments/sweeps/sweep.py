"""A checked sweep: its points, and the keys of question.yaml, those that all share and below `sweep` the axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.chosen_files import POLICY, SHOCK
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.sweeps.axes import Axis

GROUPS = (POLICY.key, SHOCK.key)
"""Keys below which stand members by name: points may have different ones."""
Content = Mapping[str, object]


@dataclass(frozen=True)
class Point:
    """One point of the design: its number from 1, the value of each swept key, and the question asked there."""

    number: int
    values: Mapping[str, object]
    question: Question


@dataclass(frozen=True)
class Sweep(AskedAgain):
    """A checked design."""

    VERB: ClassVar[str] = "sweep"

    keys: tuple[str, ...]
    points: tuple[Point, ...]
    axes: tuple[Axis, ...]

    @property
    def first(self) -> Question:
        """A question that has what all points share: folders, seeds, outcomes."""
        return self.points[0].question

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Every key that is the same at all points, and the axes: a list of entries, whose keys move together.

        What differs between points follows from the axes and is left out; `how=False` drops what cannot change the
        answer.
        """
        points = [point.question.as_mapping(how) for point in self.points]
        shared = {key: value for key, value in _shared(points).items() if key not in GROUPS}
        members, fixed = _members(self, points)
        base: Content = {**shared, **members}
        for key in self.keys:
            base = base if key in GROUPS else _without(base, key)
        return {
            **base,
            "sweep": [*map(_entry, self.axes), *({key: each} for key, each in fixed.items())],
        }


def _entry(axis: Axis) -> dict[str, list[object]]:
    return {key: [row[at] for row in axis.rows] for at, key in enumerate(axis.keys)}


def _members(
    sweep: Sweep, points: Sequence[Content]
) -> tuple[dict[str, object], dict[str, object]]:
    """Policies and shocks of any point with the terms that hold wherever they are, and terms that stand by themselves.

    Where a swept experiment chooses the package, no package may be named; terms are then given as if they were typed.
    """
    found: dict[str, object] = {}
    fixed: dict[str, object] = {}
    for group in GROUPS:
        of_points = [point[group] for point in points]
        chosen = [each for each in of_points if isinstance(each, Mapping)]
        names = list(dict.fromkeys(name for each in chosen for name in each))
        terms = {name: _shared([each[name] for each in chosen if name in each]) for name in names}
        if "experiment" in sweep.keys and group not in sweep.keys and _differ(chosen):
            common = [name for name in names if all(name in each for each in chosen)]
            fixed |= {
                f"{group}.{name}.{key}": each
                for name in common
                for key, each in terms[name].items()
            }
        else:
            found[group] = terms
    return found, fixed


def _differ(chosen: Sequence[Content]) -> bool:
    return len({tuple(each) for each in chosen}) > 1


def _shared(mappings: Sequence[Content]) -> dict[str, object]:
    """The keys that all have with the same value; within a mapping, the keys below it that they share."""
    found: dict[str, object] = {}
    for key, first in mappings[0].items():
        if any(key not in each for each in mappings):
            continue
        values = [each[key] for each in mappings]
        if all(value == first for value in values):
            found[key] = first
        elif all(_has_keys(value) for value in values):
            found[key] = _shared(values)  # type: ignore[arg-type]  # each was just seen to be a mapping
    return found


def _has_keys(value: object) -> bool:
    """Whether a value is keys and values, and not a path over months, which is one value."""
    return isinstance(value, Mapping) and not all(str(key).isdigit() for key in value)


def _without(content: Content, key: str) -> dict[str, object]:
    """The same without a dotted key and what stands below it; names of inputs have dots of their own."""
    found: dict[str, object] = {}
    for name, value in content.items():
        if f"{name}.".startswith(f"{key}."):
            continue
        below = key.removeprefix(f"{name}.")
        found[name] = (
            _without(value, below) if below != key and isinstance(value, Mapping) else value
        )
    return found
