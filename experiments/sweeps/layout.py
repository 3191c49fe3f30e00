"""How a design is laid out for the eye: which keys vary independently, and whether they form a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from experiments.sweeps.points import Point, Sweep
from experiments.sweeps.study import shown


@dataclass(frozen=True)
class Dimension:
    """A key, or several that move together, with its distinct values in order and the place of each point."""

    keys: tuple[str, ...]
    values: tuple[object, ...]
    at: tuple[int, ...]

    @property
    def label(self) -> str:
        """The last parts of the keys: "take up"."""
        return ", ".join(key.rpartition(".")[2].replace("_", " ") for key in self.keys)

    @property
    def numeric(self) -> bool:
        """Whether the values stand on an axis of numbers."""
        return all(isinstance(v, int | float) and not isinstance(v, bool) for v in self.values)


def dimensions_of(sweep: Sweep) -> tuple[Dimension, ...]:
    """The dimensions, the longest first; keys that only follow another are joined to it."""
    found: list[Dimension] = []
    for key in sweep.keys:
        one = _dimension(key, sweep.points)
        twin = next((each for each in found if each.at == one.at), None)
        if twin is not None:
            found[found.index(twin)] = Dimension((*twin.keys, key), twin.values, twin.at)
        elif len(one.values) > 1:
            found.append(one)
    return tuple(sorted(found, key=lambda each: (not each.numeric, -len(each.values))))


def is_grid(dimensions: Sequence[Dimension], points: int) -> bool:
    """Whether each combination of values is a point, once."""
    size = 1
    for each in dimensions:
        size *= len(each.values)
    return size == points == len(set(zip(*(each.at for each in dimensions), strict=True)))


def _dimension(key: str, points: Sequence[Point]) -> Dimension:
    cells = [shown(point.values[key]) for point in points]
    distinct = list(dict.fromkeys(cells))
    if all(isinstance(each, int | float) and not isinstance(each, bool) for each in distinct):
        distinct.sort()
    return Dimension((key,), tuple(distinct), tuple(distinct.index(each) for each in cells))


def name_of(point: Point, keys: Sequence[str]) -> str:
    """A point in words: "take up 0.1, months 24"."""
    return ", ".join(
        f"{key.rpartition('.')[2].replace('_', ' ')} {_number(shown(point.values[key]))}"
        for key in keys
    )


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
