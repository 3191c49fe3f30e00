"""A term whose value changes over the months of a policy: `wage_floor: {1: 0.8, 13: 0.9}`.

Months are counted from the policy's own start (1 is its first month), so that a policy that starts later keeps its
path. A value holds until the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

LAST_MONTH = 600
"""The longest horizon of a run, and so the latest month a policy can name."""


class Path(float):
    """A number that steps from month to month; as a plain number it is its value in the first month.

    >>> floor = Path({1: 0.8, 13: 0.9})
    >>> float(floor), floor.at(12), floor.at(13), floor.at(400)
    (0.8, 0.8, 0.9, 0.9)
    """

    steps: tuple[tuple[int, float], ...]

    def __new__(cls, steps: Mapping[int, float]) -> Path:
        """Take the value from each month on; ValueError without a value for month 1."""
        if 1 not in steps:
            raise ValueError("a path of values needs one for month 1, the policy's first month")
        path = super().__new__(cls, steps[1])
        path.steps = tuple(sorted(steps.items()))
        return path

    def at(self, month: int) -> float:
        """The value in a month of the policy; before its first month, that of the first."""
        reached = [value for first, value in self.steps if first <= max(month, 1)]
        return reached[-1]

    def __reduce__(self) -> tuple[type[Path], tuple[dict[int, float]]]:
        """What copies and pickles are made of."""
        return Path, (dict(self.steps),)

    def __eq__(self, other: object) -> bool:
        """Whether all steps are the same."""
        return isinstance(other, Path) and self.steps == other.steps

    def __hash__(self) -> int:
        """A hash of all steps."""
        return hash(self.steps)


class OverTime:
    """Marks a number in a schema as one that may be given as a path; each step obeys the number's own range."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read a mapping as a path, anything else as the number itself."""
        return core_schema.no_info_wrap_validator_function(
            read_path,
            handler(source),
            serialization=core_schema.plain_serializer_function_ser_schema(_written),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The number's own schema, marked as one that may change over time."""
        return {**handler(schema), "over_time": True}


def read_path(value: object, number: Callable[[object], float]) -> float:
    """A path of checked numbers, or the checked number itself; keys from YAML or JSON may be digits in text."""
    if isinstance(value, Path):
        return value
    if not isinstance(value, Mapping):
        return number(value)
    steps: dict[int, float] = {}
    for key, step in value.items():
        month = int(key) if isinstance(key, str) and key.isdecimal() else key
        if not isinstance(month, int) or isinstance(month, bool) or not 1 <= month <= LAST_MONTH:
            raise ValueError(f"'{key}' is no month of a path: whole numbers from 1 to {LAST_MONTH}")
        steps[month] = number(step)
    return Path(steps)


def _written(value: float) -> float | dict[int, float]:
    return dict(value.steps) if isinstance(value, Path) else value
