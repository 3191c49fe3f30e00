"""The data of a finished survey: a row for each person who was to be asked."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Survey:
    """Answers of persons (n,) at waves (waves,); NaN where nobody answered.

    `y` (n, waves) is the outcome as reported. `offered` is 1 for those to whom the programme was assigned, `reached`
    for those who took part. `cluster` numbers the units that were drawn, `weight` is the inverse chance of being asked
    times the persons for whom an adult stands, `x` (n, k) what was known at the baseline.

    Designs that need more have more: `months` (waves,) in which it was asked, the `place` of each person, the month in
    which the programme `opens` in it (infinite: never), and the `score` by which persons are let in, 0 at the threshold
    and less below it, or the `saturation` of the firm, 0 to 1.
    """

    y: Numbers
    offered: Numbers
    reached: Numbers
    weight: Numbers
    cluster: NDArray[np.int64]
    x: Numbers
    months: tuple[int, ...] = ()
    place: NDArray[np.int64] | None = None
    opens: Numbers | None = None
    score: Numbers | None = None
    saturation: Numbers | None = None

    @property
    def complete(self) -> Survey:
        """Those who answered in the first wave and in the last."""
        kept = np.isfinite(self.y[:, 0]) & np.isfinite(self.y[:, -1])
        return self if kept.all() else self.of(kept)

    def of(self, rows: NDArray[np.generic]) -> Survey:
        """Some of the persons."""
        held = {each.name: getattr(self, each.name) for each in fields(self)}
        return Survey(
            **{
                name: value if name == "months" or value is None else value[rows]
                for name, value in held.items()
            }
        )

    @property
    def balanced(self) -> Survey:
        """Those who answered in every wave."""
        return self.of(np.asarray(np.isfinite(self.y).all(axis=1)))

    @property
    def change(self) -> Numbers:
        """The last answer less the first (n,)."""
        return self.y[:, -1] - self.y[:, 0]

    def __len__(self) -> int:
        """Persons who were to be asked."""
        return len(self.offered)
