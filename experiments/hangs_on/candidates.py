"""Which numbers are tried one at a time: those that moved the effects of these policies most in a screening.

`screening.csv` is kept with the project: for each policy alone, how many points of the headcount its effect moves when
a number goes to an end of its range (from how the effect goes with the number over joint draws of all) or is switched
off (from runs under the same seeds). benchmarks/screening.py made it and says how. It only chooses where to look: what
a page says of a number is measured in the question's own cluster, with its own package.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.hangs_on.neutral import NEUTRAL, Neutral
from poverty_nodes.scenarios.inputs.register import OF_THE_MODEL, Input

SCREENING = Path(__file__).parent / "screening.csv"
CANDIDATES = 8
"""How many numbers are tried at most: what a minute on two cores pays for."""
LOW, NEUTRAL_VALUE, HIGH = "low", "neutral", "high"


@dataclass(frozen=True)
class Candidate:
    """A number that is tried: itself, and the values by what they are (`LOW`, `NEUTRAL_VALUE`, `HIGH`)."""

    number: Input
    values: Mapping[str, float]

    @property
    def title(self) -> str:
        """What the number is, in words: the meaning of a number of the model, the place of one of the cluster."""
        name = self.number.name
        if name.startswith(OF_THE_MODEL):
            return f"the {self.number.title}"
        first, *rest = name.replace("_", " ").split(".")
        return f"the {', '.join(rest)} ({first})"

    def clause_at(self, value: float) -> str:
        """What a value means, as it stands after "if"; "" for one that is not the neutral value."""
        neutral = _neutral_of(self.number.name)
        return neutral.clause if neutral is not None and neutral.value == value else ""


def candidates(policies: Collection[str], known: Mapping[str, Input]) -> tuple[Candidate, ...]:
    """The numbers to try for a package, of those that are not known, the most promising first."""
    names = ranked(policies, known)
    return tuple(_candidate(known[name]) for name in names[:CANDIDATES])


def ranked(policies: Collection[str], names: Iterable[str]) -> list[str]:
    """Names by how far they moved the effects of the policies (sums of squared points), without those that moved none.

    A policy that was not screened, such as one's own, counts as a mixture of all.
    """
    table = screening()
    known = [each for each in policies if each in set(table["policy"])] or set(table["policy"])
    mine = table[table["policy"].isin(known)]
    of_policy = mine.groupby(["policy", "input"])["points"].max()
    moved = (of_policy**2).groupby("input").sum()
    there = moved[moved.index.isin(set(names))]
    return [str(name) for name in there.sort_values(ascending=False, kind="stable").index]


@lru_cache(maxsize=1)
def screening() -> pd.DataFrame:
    """The rows of screening.csv: policy, input, how it was moved, points (no sign), runs behind it."""
    return pd.read_csv(SCREENING)


def _candidate(number: Input) -> Candidate:
    neutral = _neutral_of(number.name)
    values = {LOW: number.low, HIGH: number.high}
    if neutral is not None and not _near(neutral.value, (number.value, *values.values())):
        values[NEUTRAL_VALUE] = neutral.value
    return Candidate(number, {kind: each for kind, each in values.items() if each != number.value})


def _neutral_of(name: str) -> Neutral | None:
    if not name.startswith(OF_THE_MODEL):
        return None
    return NEUTRAL.get(name.removeprefix(OF_THE_MODEL))


def _near(value: float, others: Iterable[float]) -> bool:
    """Whether a value is close enough to one of the others to be left out."""
    return any(math.isclose(value, each, abs_tol=1e-12) for each in others)
