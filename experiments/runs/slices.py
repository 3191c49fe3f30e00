"""A part of a batch for one job of a batch scheduler's array; the store is where the parts meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Slice:
    """The `number`-th of `of` parts, counted from 1.

    Parts are runs in a row: scenarios under one seed stay together, which share a base month, and blocks of a design
    stay whole.
    """

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "3/16", the third of sixteen parts; ValueError if it is none.

        >>> Slice.parse("3/16")
        Slice(number=3, of=16)
        """
        match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
        if not match or not 1 <= int(match[1]) <= int(match[2]):
            raise ValueError(f"'{text}' is no part of a whole")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        """As it is typed."""
        return f"{self.number}/{self.of}"

    def part(self, whole: Sequence[T]) -> Sequence[T]:
        """Its part; the parts of all numbers make the whole, each element in one of them.

        >>> [list(Slice(n, 3).part("abcdefgh")) for n in (1, 2, 3)]
        [['a', 'b'], ['c', 'd', 'e'], ['f', 'g', 'h']]
        """
        begin, end = (len(whole) * n // self.of for n in (self.number - 1, self.number))
        return whole[begin:end]


class SliceDone(Exception):
    """A slice has made its runs; others are still missing, so there are no tables yet."""

    def __init__(
        self, slice_: Slice, made: int, failed: int, missing: Sequence[int], total: int
    ) -> None:
        """`made` and `failed` count here, `missing` are the numbers of slices that have runs to make."""
        self.slice, self.made, self.failed, self.missing = slice_, made, failed, tuple(missing)
        failed_words = f", {failed} of them failed" if failed else ""
        super().__init__(
            f"Slice {slice_} is done: {made} runs made here{failed_words}. Of the {total} runs of this step some are "
            f"missing yet, in {spelt(self.missing)} of {slice_.of}. The slice that finds all of them there goes on and "
            "writes the tables; so does the same command without compute.slice."
        )


def spelt(numbers: Sequence[int]) -> str:
    """Numbers of slices in few words.

    >>> spelt([1, 2, 3, 7]), spelt([4])
    ('slices 1-3, 7', 'slice 4')
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    words = ", ".join("-".join(map(str, each)) for each in runs)
    return f"slice{'s' if len(numbers) > 1 else ''} {words}"
