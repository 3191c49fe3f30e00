"""The base month of a cluster whose numbers were drawn: found from that of its centre, at a fraction of the cost.

Each draw of a cluster's numbers needs a base month of its own. Solved from nothing that costs ten rounds of the
stationary solver and more. Two cheaper ways, both pure functions of the numbers:

- *From the centre*: the stationary solver starts where it ended for the undrawn cluster and goes two rounds.
- *Along axes*, for designs of thousands of rows: each input alone is moved to either end of its range and solved from
  the centre; a draw is put together from these. With x_k the place of input k between centre (0) and end (1),

      ln c = ln c_centre + sum_k x_k (ln c_k,end - ln c_centre)

  for every number c of the calibration, and c in place of ln c where it may be negative: linear in each half-axis,
  additive between inputs. The centre here has gone the same two rounds, so that an input which nothing depends on
  moves the calibration by exactly nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.base_month.calibration import ARRAYS, Calibration
from poverty_nodes.scenarios.base_month.calibration_cache import Place, calibrated
from poverty_nodes.scenarios.base_month.stationary_solver import Progress
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.inputs.coherent import parameters_in, with_inputs

Ends = Mapping[str, tuple[float, float, float]]
"""Low end, centre and high end of each input by name."""
OF_EITHER_SIGN = ("productivity_drift",)
"""Numbers that may be zero or negative are added; all others, chances and ratios, are added as logarithms."""


@dataclass(frozen=True)
class Centre:
    """The undrawn cluster and parameters; with `ends`, draws are put together along the axes of these inputs."""

    cluster: ClusterDescription
    parameters: Mapping[str, float] = field(default_factory=dict)
    ends: Ends | None = None
    _kept: dict[tuple[str, float], NDArray[np.float64]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def place(self, scale: float) -> Place:
        """The centre as the calibration knows it."""
        return self.cluster, self.parameters, scale

    def solve(
        self, drawn: Mapping[str, float], scale: float, progress: Progress = lambda *_: None
    ) -> Calibration:
        """The calibration of a draw, given as inputs by name."""
        if self.ends is None:
            return self._from_centre(drawn, scale, progress)
        start = self._from_centre({}, scale)
        moves = [
            weight * self._axis(name, end, scale, start) for name, end, weight in self._moved(drawn)
        ]
        return _moved_by(start, np.sum(moves, axis=0)) if moves else start

    def _axis(self, name: str, end: float, scale: float, start: Calibration) -> NDArray[np.float64]:
        """How far the end of an axis moves the coordinates of the calibration; reckoned once."""
        key = f"{name} {end!r}", scale
        if key not in self._kept:
            there = self._from_centre({name: end}, scale)
            self._kept[key] = _coordinates(there) - _coordinates(start)
        return self._kept[key]

    def axes(self) -> Iterator[Mapping[str, float]]:
        """The draws that must be solved before any other is put together: the centre and the ends of each axis."""
        yield {}
        for name, (low, centre, high) in (self.ends or {}).items():
            yield from ({name: end} for end in (low, high) if end != centre)

    def solve_axis(
        self, point: Mapping[str, float], scale: float, progress: Progress = lambda *_: None
    ) -> Calibration:
        """Solve one of `axes`; it is kept in the cache."""
        return self._from_centre(point, scale, progress)

    def _moved(self, drawn: Mapping[str, float]) -> Iterator[tuple[str, float, float]]:
        for name, (low, centre, high) in (self.ends or {}).items():
            value = drawn.get(name, centre)
            if value != centre:
                end = high if value > centre else low
                yield name, end, (value - centre) / (end - centre)

    def _from_centre(
        self, drawn: Mapping[str, float], scale: float, progress: Progress = lambda *_: None
    ) -> Calibration:
        cluster = with_inputs(self.cluster, drawn)
        parameters = dict(self.parameters) | parameters_in(drawn)
        return calibrated(cluster, parameters, scale, progress, near=self.place(scale))


def _coordinates(solved: Calibration) -> NDArray[np.float64]:
    """All numbers of a calibration in one row: logarithms, but of those that may be nothing or negative."""
    return np.concatenate(
        [
            (
                getattr(solved, name)
                if name in OF_EITHER_SIGN
                else np.log(np.maximum(getattr(solved, name), 1e-9))
            ).ravel()
            for name in ARRAYS
        ]
    )


def _moved_by(start: Calibration, move: NDArray[np.float64]) -> Calibration:
    arrays, at = {}, 0
    for name in ARRAYS:
        before = getattr(start, name)
        part = move[at : at + before.size].reshape(before.shape)
        found = before + part if name in OF_EITHER_SIGN else before * np.exp(part)
        limit = 1.0 if name == "access" else 0.98 if name == "base_slack" else np.inf
        arrays[name] = np.minimum(found, limit)
        at += before.size
    return replace(start, **arrays)
