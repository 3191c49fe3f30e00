"""How a design is laid out for the eye: which keys vary independently, and whether they form a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.answer.setting_words import key_words, short_words, value_words
from poverty_nodes.experiments.sweeps.study import shown
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep

_TELLING = ("policy", "shock", "cluster", "months", "line")
"""Keys whose values say by themselves what they are of."""


@dataclass(frozen=True)
class Dimension:
    """A key, or several that move together, with its distinct values in order and the place of each point."""

    keys: tuple[str, ...]
    values: tuple[object, ...]
    at: tuple[int, ...]
    texts: tuple[str, ...]
    """The values of the first key in words, as they stand on an axis."""

    @property
    def label(self) -> str:
        """What the keys are, without whose: "take-up"."""
        return ", ".join(short_words(key) for key in self.keys)

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
            found[found.index(twin)] = Dimension(
                (*twin.keys, key), twin.values, twin.at, twin.texts
            )
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
    in_words = {
        str(cell): value_words(key, point.values[key])
        for cell, point in zip(cells, points, strict=True)
    }
    distinct = list(dict.fromkeys(cells))
    if all(isinstance(each, int | float) and not isinstance(each, bool) for each in distinct):
        distinct.sort()
    return Dimension(
        (key,),
        tuple(distinct),
        tuple(distinct.index(each) for each in cells),
        tuple(in_words[str(each)] for each in distinct),
    )


def name_of(point: Point, keys: Sequence[str]) -> str:
    """A point in words: "take-up 10 %, amount $250"; of a package, a shock or a cluster what it is."""
    short = [short_words(key) for key in keys]
    names = short if len(set(short)) == len(short) else [key_words(key) for key in keys]
    return ", ".join(
        value_words(key, point.values[key])
        if key in _TELLING
        else f"{name} {value_words(key, point.values[key])}"
        for name, key in zip(names, keys, strict=True)
    )
