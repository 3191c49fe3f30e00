"""The measured numbers of a cluster read a second time, compared with the first reading.

The file second_reading.yaml beside the sections holds what a reader took from the sources without looking at the
first reading (`blind: true`). What is not read twice, or not blind, or differs without a reason, is provisional.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.groups import Part
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.files.reading import SECOND_READING
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_yaml

Verdict = Literal["confirmed", "resolved", "differs", "not blind", "not read"]
SETTLED = ("confirmed", "resolved")


class ReadAgain(Part):
    """One number as the second reader found it."""

    value: float
    unit: str
    where: str = Field(min_length=2, description="where in the source the number stands")
    resolved: str = Field(default="", description="why a difference from the first reading stands")


class SecondReading(Part):
    """What second_reading.yaml holds: numbers by dotted key, and whether the first was not seen."""

    blind: bool = Field(description="true: the first values had not been seen by the reader")
    numbers: dict[str, ReadAgain]


@dataclass(frozen=True)
class Comparison:
    """One measured number in both readings; `second` is None where there is no second."""

    key: str
    first: float
    second: float | None
    unit: str
    verdict: Verdict
    note: str = ""


def compare_readings(cluster: ClusterDescription, second: SecondReading | None) -> list[Comparison]:
    """Return a line for each measured number; raises QuestionError for a key that is not measured."""
    first = {key: each for key, each in cluster.estimates() if each.kind == "measured"}
    again = {} if second is None else second.numbers
    stray = sorted(set(again) - set(first))
    if stray:
        message = f"{', '.join(stray)}: not a measured number of {cluster.cluster.id}"
        raise QuestionError([Problem(f"{SECOND_READING}.yaml", message, ", ".join(first))])
    blind = second is not None and second.blind
    lines: list[Comparison] = []
    for key, each in first.items():
        read = again.get(key)
        if read is None:
            lines.append(Comparison(key, each.value, None, each.unit, "not read"))
            continue
        same = read.unit == each.unit and agree(each.value, read.value)
        verdict: Verdict = "confirmed" if same else "resolved" if read.resolved else "differs"
        if not blind and verdict in SETTLED:
            verdict = "not blind"
        lines.append(Comparison(key, each.value, read.value, each.unit, verdict, read.resolved))
    return lines


RECKONED = "survey"
"""The source of numbers that were reckoned from data and not read in a text."""


def provisional(cluster: ClusterDescription, second: SecondReading | None) -> list[str]:
    """Return the keys of the measured numbers that no second reader has confirmed.

    What was reckoned from a survey's own data (scenarios/survey) was not transcribed, and needs no second reader.
    """
    reckoned = {key for key, each in cluster.estimates() if each.source == RECKONED}
    return [
        each.key
        for each in compare_readings(cluster, second)
        if each.verdict not in SETTLED and each.key not in reckoned
    ]


def second_reading(folder: Path) -> SecondReading | None:
    """Return the second reading beside the sections of a cluster, or None where there is none.

    Raises QuestionError if the file is there and is wrong.
    """
    path = folder / f"{SECOND_READING}.yaml"
    if not path.is_file():
        return None
    file = read_yaml(path, f"{folder.name}/{path.name}")
    problems = list(file.problems)
    try:
        if not problems:
            return SecondReading.model_validate(file.data)
    except ValidationError as error:
        problems += from_pydantic(error, file.name, SecondReading, file.lines)
    raise QuestionError(problems)


def agree(one: float, other: float) -> bool:
    """Whether two numbers are the same within the rounding of the coarser one.

    The coarser is the one written with fewer decimals: 32.418 and 32.42 agree, 1000 and 1020 do not.
    """
    decimals = min(_decimals(one), _decimals(other))
    half = Decimal(5).scaleb(-decimals - 1)
    return abs(Decimal(repr(one)) - Decimal(repr(other))) <= half


def _decimals(number: float) -> int:
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(-exponent, 0)
