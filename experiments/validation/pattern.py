"""What a pattern is: a published fact, the statistics that would show it, their bands, and the ablation."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from experiments.validation.laboratory import Laboratory

Measure = Callable[["Laboratory"], NDArray[np.float64]]
"""Runs what it needs in a laboratory and returns one value a seed."""


class NotTestableError(Exception):
    """A pattern asks for something that is not there, such as a cluster that is not described yet."""


@dataclass(frozen=True)
class Band:
    """Where the value has to lie. Open on one side it asks for a sign: then the whole interval has to lie in it.

    >>> Band(0.5, 0.9).is_sign, Band(low=0.0).is_sign
    (False, True)
    """

    low: float = -math.inf
    high: float = math.inf

    @property
    def is_sign(self) -> bool:
        """Whether the band is open on one side."""
        return math.isinf(self.low) or math.isinf(self.high)

    def holds(self, value: float, low: float, high: float) -> bool:
        """Whether a mean with its interval is inside: the mean for a closed band, the interval for a sign.

        >>> Band(0.5, 0.9).holds(0.85, 0.6, 1.1), Band(low=0.0).holds(0.2, -0.1, 0.5)
        (True, False)
        """
        if math.isnan(value):
            return False
        first, last = (low, high) if self.is_sign else (value, value)
        return self.low <= first and last <= self.high


@dataclass(frozen=True)
class Statistic:
    """One number that shows a pattern, with the band that was set from the source before any run."""

    name: str
    """The statistic in words."""
    published: str
    """What was published, as text."""
    band: Band
    why: str
    """Why this band."""
    measure: Measure


@dataclass(frozen=True)
class Ablation:
    """What could impose a pattern, and its neutral value.

    `parameters` are set to their neutral values from month 0 on (with `at_base` the base month is solved anew with
    them) and everything is measured again; a pattern that survives is emergent. `description` says that the
    pattern is put in with the numbers of the cluster: it is imposed, whatever the rules do. With neither, `reason`
    says why no single parameter could impose it.
    """

    reason: str
    parameters: Mapping[str, float] = field(default_factory=dict)
    at_base: bool = False
    description: bool = False


@dataclass(frozen=True)
class Pattern:
    """A published pattern as an experiment; `id` is p and its number in the collection of evidence, such as p01."""

    id: str
    title: str
    cluster: str
    """Where it is looked for: the identifier of a cluster of the catalogue."""
    statistics: tuple[Statistic, ...]
    ablation: Ablation
    source: str
    """Keys of scenarios/sources.bib, or the publication where there is none."""
    strength: str
    """A: causal design or several sources; B: one good study or consistent cases; C: press or a single case."""
    remedy: str = ""
    """What it would take, said when the pattern is not reproduced."""
    restated: str = ""
    """What was asked otherwise after it had failed, and what came of it before; said whatever the verdict."""
