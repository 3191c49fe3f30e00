"""How a design is laid out for the eye: which keys vary independently, and whether they form a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.sweeps.study import shown
from poverty_nodes.experiments.sweeps.sweep import Point, Sweep


@dataclass(frozen=True)
class Dimension:
    """A key, or several that move together, with its distinct values in order and the place of each point."""

    keys: tuple[str, ...]
    values: tuple[object, ...]
    at: tuple[int, ...]

    @property
    def label(self) -> str:
        """The last parts of the keys: "take up"."""
        return ", ".join(_short(key) for key in self.keys)

    @property
    def texts(self) -> tuple[str, ...]:
        """The values in words, as they stand on an axis."""
        return tuple(value_words(self.keys[0], each) for each in self.values)

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
        value_words(key, point.values[key])
        if key == "policy"
        else f"{_short(key)} {value_words(key, point.values[key])}"
        for key in keys
    )


def key_words(key: str) -> str:
    """A swept key as it stands in a sentence.

    >>> key_words("policy.micro_credit.take_up"), key_words("policy"), key_words("shock.flood.start")
    ('take up of micro-credit', 'the package', 'start of the shock flood')
    >>> key_words("inputs.workers.regular_wage"), key_words("months")
    ('regular wage (workers)', 'months')
    """
    first, *others = key.split(".")
    if first == "policy":
        return (
            f"{_plain(others[-1])} of {policy_label(others[0])}"
            if len(others) > 1
            else "the package"
        )
    if first == "shock" and len(others) > 1:
        return f"{_plain(others[-1])} of the shock {_plain(others[0])}"
    if first == "inputs" and len(others) > 1:
        return f"{_plain(others[-1])} ({_plain(' '.join(others[:-1]))})"
    return "the shock" if key == "shock" else _plain(key.rpartition(".")[2])


def value_words(key: str, value: object) -> str:
    """A swept value in words: policies, shocks and clusters by what they are called.

    >>> value_words("policy", ["micro_credit", "cash_transfer"]), value_words("policy.micro_credit.take_up", 0.3)
    ('micro-credit + cash transfer', '0.3')
    """
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return " + ".join(policy_label(each) for each in value) or "none"
    text = f"{value:g}" if isinstance(value, float) else str(shown(value))
    return policy_label(text) if key.partition(".")[0] in ("policy", "shock", "cluster") else text


def _short(key: str) -> str:
    return _plain(key.rpartition(".")[2])


def _plain(name: str) -> str:
    return name.replace("_", " ")
