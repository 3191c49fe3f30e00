"""What is varied: inputs with their distributions, terms between two ends, and bundles that vary together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.inputs import Distribution

CHANCE = "chance"
"""The factor that is the seed; every design has it."""


@dataclass(frozen=True)
class Varied:
    """One number that is varied: `key` as a question spells it, and the distribution it is drawn from.

    `whole`: the key takes whole numbers. `choices`: it takes these values, each as often as another.
    """

    key: str
    distribution: Distribution
    whole: bool = False
    choices: tuple[object, ...] = ()

    @property
    def is_input(self) -> bool:
        """Whether it is a number of the cluster or the model, not a term."""
        return self.key.startswith("inputs.")

    def at(self, probability: float) -> object:
        """The value at a place between 0 and 1 of the distribution."""
        if self.choices:
            return self.choices[min(int(probability * len(self.choices)), len(self.choices) - 1)]
        value = float(self.distribution.quantile(probability))
        return round(value) if self.whole else value


@dataclass(frozen=True)
class Factor:
    """What gets an index: one varied number, or a bundle of several that vary together."""

    name: str
    kind: str
    """input or term."""
    members: tuple[Varied, ...]


@dataclass(frozen=True)
class Factors:
    """All factors of a design; a row of it is a vector of places between 0 and 1, one a varied number."""

    factors: tuple[Factor, ...]

    @property
    def varied(self) -> tuple[Varied, ...]:
        """The varied numbers in the order of the columns."""
        return tuple(member for factor in self.factors for member in factor.members)

    @property
    def columns(self) -> tuple[tuple[int, ...], ...]:
        """The columns of each factor."""
        found, at = [], 0
        for factor in self.factors:
            found.append(tuple(range(at, at + len(factor.members))))
            at += len(factor.members)
        return tuple(found)

    @property
    def names(self) -> tuple[str, ...]:
        """The factors' names, without chance."""
        return tuple(factor.name for factor in self.factors)

    @property
    def bundled(self) -> bool:
        """Whether any factor has several members."""
        return any(len(factor.members) > 1 for factor in self.factors)

    def kind_of(self, name: str) -> str:
        """input, term or chance."""
        return next((each.kind for each in self.factors if each.name == name), CHANCE)

    def values(self, row: NDArray[np.float64]) -> Mapping[str, object]:
        """The value of each key at a row of the design."""
        return {each.key: each.at(float(u)) for each, u in zip(self.varied, row, strict=True)}

    def only(self, names: Sequence[str]) -> Factors:
        """These factors alone; the others stay at their own values."""
        return Factors(tuple(each for each in self.factors if each.name in names))

    def problem(self) -> dict[str, object]:
        """The factors as SALib describes them: places between 0 and 1, bundles as groups."""
        names = [each.key for each in self.varied]
        problem: dict[str, object] = {
            "num_vars": len(names),
            "names": names,
            "bounds": [[0.0, 1.0]] * len(names),
        }
        if self.bundled:
            problem["groups"] = [factor.name for factor in self.factors for _ in factor.members]
        return problem
