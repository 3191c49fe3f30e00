"""Archetypes of clusters: ranges of features as data, and how like one of them a cluster is.

An archetype is something to read a place by, not a place: it cannot be simulated (docs/decisions/README.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.facts import JointAction, Phase, Setting
from poverty_nodes.scenarios.description.features import RULES, Feature, feature_values
from poverty_nodes.scenarios.description.groups import Part
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.sources.bibliography import project_sources, uncited
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_yaml

FOLDER = Path(__file__).resolve().parent / "archetypes"


class Span(Part):
    """A range of a feature, open where an end is not given."""

    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        """Whether a value lies in the range, ends included."""
        above = self.least is None or value >= self.least
        return above and (self.most is None or value <= self.most)

    def meets(self, low: float, high: float) -> bool:
        """Whether some value between low and high lies in the range."""
        above = self.least is None or high >= self.least
        return above and (self.most is None or low <= self.most)

    def covers(self, low: float, high: float) -> bool:
        """Whether all values between low and high lie in the range."""
        return self.holds(low) and self.holds(high)


class Criteria(Part):
    """What is typical of an archetype: words that fit, and ranges of features that numbers tell."""

    phase: list[Phase] = Field(min_length=1)
    setting: list[Setting] = Field(min_length=1)
    joint_action: list[JointAction] = Field(min_length=1)
    spans: dict[str, Span] = Field(default_factory=dict)


class Archetype(Part):
    """A kind of cluster of the paper (Nadvi and Barrientos 2004), as ranges of features."""

    id: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    title: str = Field(min_length=2)
    says: str = Field(min_length=2, description="what the paper says of it")
    source: str
    where: str
    features: Criteria

    @field_validator("features", mode="before")
    @classmethod
    def _ranges_apart_from_words(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        spans = {key: each for key, each in raw.items() if isinstance(each, dict)}
        unknown = sorted(set(spans) - set(RULES))
        if unknown:
            context = {"names": ", ".join(unknown), "accepted": ", ".join(RULES)}
            raise PydanticCustomError("features", "no rule gives {names}", context)
        return {key: each for key, each in raw.items() if key not in spans} | {"spans": spans}


@dataclass(frozen=True)
class Likeness:
    """How much of an archetype a cluster shows: shares of its criteria, and which are not met.

    `low` counts criteria that hold over a feature's whole range, `high` those that hold somewhere in it. A
    criterion whose feature the cluster does not tell (no features.yaml) is left out of all three.
    """

    archetype: str
    value: float
    low: float
    high: float
    unmet: tuple[str, ...]


@lru_cache(maxsize=1)
def archetypes() -> dict[str, Archetype]:
    """Return the archetypes by id; QuestionError with every problem of their files."""
    problems: list[Problem] = []
    found = {each.id: each for each in _read_all(problems)}
    if problems:
        raise QuestionError(problems)
    return found


def _read_all(problems: list[Problem]) -> Iterator[Archetype]:
    for path in sorted(FOLDER.glob("*.yaml")):
        file = read_yaml(path, f"archetypes/{path.name}")
        problems += file.problems or uncited(file, path.stem, project_sources())
        if file.problems:
            continue
        try:
            yield Archetype.model_validate(file.data)
        except ValidationError as error:
            model: type[BaseModel] = Archetype
            problems += from_pydantic(error, file.name, model, file.lines)


def likenesses(cluster: ClusterDescription) -> list[Likeness]:
    """Return how like each archetype a cluster is, the likest first; ties by the id."""
    told = feature_values(cluster)
    found = [_likeness(each, told) for each in archetypes().values()]
    return sorted(found, key=lambda each: (-each.value, -each.low, each.archetype))


def closest(cluster: ClusterDescription) -> Likeness:
    """Return the archetype that a cluster is likest to."""
    return likenesses(cluster)[0]


def _likeness(archetype: Archetype, told: dict[str, Feature]) -> Likeness:
    results = {key: each for key, each in _criteria(archetype, told)}
    count = len(results)
    shares = [sum(each[end] for each in results.values()) / count for end in range(3)]
    unmet = tuple(key for key, each in results.items() if not each[0])
    return Likeness(archetype.id, shares[0], shares[1], shares[2], unmet)


def _criteria(
    archetype: Archetype, told: dict[str, Feature]
) -> Iterator[tuple[str, tuple[bool, bool, bool]]]:
    """Yield for each criterion whether it holds at the value, over the whole range, and somewhere in it."""
    wanted = archetype.features
    for key in ("phase", "setting", "joint_action"):
        if key in told:
            fits = told[key].value in getattr(wanted, key)
            yield key, (fits, fits, fits)
    for key, span in wanted.spans.items():
        feature = told[key]
        value, low, high = float(feature.value), feature.low, feature.high
        assert low is not None
        assert high is not None
        yield key, (span.holds(value), span.covers(low, high), span.meets(low, high))
