"""The sampling frame of a place, and the draw of units from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.world import World
from poverty_nodes.experiments.evaluation.study.study import Sample

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Frame:
    """The units that can be drawn: adults `rows` unit by unit, unit u being rows[start[u]:start[u + 1]].

    `stratum` (units,) numbers the part of the sample that a unit belongs to, of `shares` many.
    """

    rows: Rows
    start: Rows
    stratum: Rows
    strata: int

    @classmethod
    def of(
        cls, world: World, sample: Sample, place: int, can: Mask, strata: Sequence[Mask]
    ) -> Frame:
        """The frame of a place: units with somebody of `can` in them; `strata` in their order, then all the rest."""
        unit = world.column("household" if sample.unit == "household" else "firm")
        here = np.flatnonzero((world.column("place") == place) & (unit >= 0))
        here = here[np.argsort(unit[here], kind="stable")]
        begins = np.flatnonzero(np.diff(unit[here], prepend=-1))
        start = np.append(begins, len(here))
        if not len(begins):
            return cls(here, np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int64), 1)

        def holds(mask: Mask) -> Mask:
            return np.logical_or.reduceat(mask[here], begins)

        stratum = np.full(len(begins), len(strata), dtype=np.int64)
        for number in reversed(range(len(strata))):
            stratum[holds(strata[number])] = number
        kept = holds(can)
        whole = np.repeat(kept, np.diff(start))
        sizes = np.diff(start)[kept]
        ends = np.concatenate([[0], np.cumsum(sizes)])
        return cls(here[whole], ends.astype(np.int64), stratum[kept], len(strata) + 1)

    def __len__(self) -> int:
        """Units."""
        return len(self.start) - 1

    def parts(self, size: int) -> list[tuple[Rows, int]]:
        """The units of each part of the sample that is there, and how many of them are drawn of `size` in all."""
        members = [np.flatnonzero(self.stratum == number) for number in range(self.strata)]
        there = [each for each in members if len(each)]
        return [
            (each, size // len(there) + (at < size % len(there))) for at, each in enumerate(there)
        ]

    def draw(
        self, size: int, people: int | None, chance: np.random.Generator
    ) -> tuple[Rows, NDArray[np.float64], Rows]:
        """Adults drawn (n,), the inverse of each one's chance, and the unit of each.

        ValueError if a part has fewer units than are to be drawn of it.
        """
        rows, weights, units = [], [], []
        for members, wanted in self.parts(size):
            if wanted > len(members):
                raise ValueError(f"{wanted} are to be drawn of {len(members)}")
            drawn = chance.choice(members, wanted, replace=False)
            sizes = self.start[drawn + 1] - self.start[drawn]
            asked = sizes if people is None else np.minimum(sizes, people)
            found, unit = self._adults(drawn, sizes, asked, chance)
            rows.append(found)
            units.append(unit)
            each = len(members) / wanted * sizes / asked
            weights.append(np.repeat(each, asked))
        return np.concatenate(rows), np.concatenate(weights), np.concatenate(units)

    def _adults(
        self, drawn: Rows, sizes: Rows, asked: Rows, chance: np.random.Generator
    ) -> tuple[Rows, Rows]:
        """So many adults of each unit, and their unit; all of them in their order where all are asked."""
        unit = np.repeat(np.arange(len(drawn)), sizes)
        place = np.arange(len(unit)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        rows = self.rows[np.repeat(self.start[drawn], sizes) + place]
        if (asked < sizes).any():
            order = np.lexsort((chance.random(len(unit)), unit))
            kept = order[place < np.repeat(asked, sizes)]
            return rows[kept], drawn[unit[kept]]
        return rows, drawn[unit]
