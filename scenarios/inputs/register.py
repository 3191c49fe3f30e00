"""The uncertain inputs of a question: the numbers of its cluster and those of the model, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.inputs.distribution import Distribution

OF_THE_MODEL = "parameters."
"""Names of numbers of model/parameters/all_parameters.py begin with this; all others are keys of the cluster's
files."""


@dataclass(frozen=True)
class Input:
    """One uncertain number: `name` as `inputs.NAME=` takes it, its value, and what is believed of it."""

    name: str
    title: str
    value: float
    unit: str
    kind: str
    source: str
    distribution: Distribution

    @property
    def low(self) -> float:
        """The lower end of what is believable."""
        return self.distribution.low

    @property
    def high(self) -> float:
        """The upper end of what is believable."""
        return self.distribution.high

    def between(self, low: float, high: float) -> Input:
        """The same input with a range of the user's own, uniform."""
        mode = min(max(self.value, low), high)
        return replace(self, distribution=Distribution("uniform", low, mode, high))


def inputs_of(cluster: ClusterDescription) -> dict[str, Input]:
    """All of them by name: the cluster's in the order of its files, then the model's in that of its tables."""
    found = [
        Input(
            name=key,
            title=each.note or each.where,
            value=each.value,
            unit=each.unit,
            kind=each.kind,
            source=each.source,
            distribution=Distribution.of(each.kind, each.low, each.value, each.high),
        )
        for key, each in cluster.estimates()
    ]
    found += [
        Input(
            name=OF_THE_MODEL + each.name,
            title=each.meaning,
            value=each.value,
            unit=each.unit,
            kind=each.kind,
            source=each.source,
            distribution=Distribution.of(each.kind, each.low, each.value, each.high),
        )
        for each in PARAMETERS
    ]
    return {each.name: each for each in found}


def matching(
    patterns: Sequence[str], known: Sequence[str], where: str
) -> tuple[tuple[str, ...], list[Problem]]:
    """The names that patterns such as `workers.*` mean, in the order of `known`, and patterns that mean none."""
    wrong = [each for each in patterns if not any(fnmatchcase(name, each) for name in known)]
    problems = [
        Problem(
            where,
            f"no input is called '{each}'",
            "names of `poverty-nodes list inputs`, or patterns such as workers.*",
            nearest_name(each, known),
            "poverty-nodes list inputs",
        )
        for each in wrong
    ]
    found = [name for name in known if any(fnmatchcase(name, each) for each in patterns)]
    return tuple(found), problems
