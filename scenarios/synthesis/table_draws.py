"""Draws for whole tables: the model's own streams, one uniform an identity and decision."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model import draws

# One number a decision in the making of a population; never reused.
(
    ADULTS,
    DEPENDANTS,
    GENDER,
    GROUP,
    MIGRANT,
    CARE,
    SKILL,
    ABILITY,
    OUTSIDE,
    BUFFER,
    SIZE,
    PERMUTE,
    SHOCK,
    OWN_RATE,
    FORMAL,
    OWNER_ORDER,
    LOW_PROFIT,
    LINE_OF_BUYER,
    PATRON,
    JOB_ORDER,
    TENURE,
    AGE,
    OWNER_KIND,
    MEMBER,
    WORKER_AGE,
    BUYER_STATE,
    PERSISTENT_PRODUCTIVITY,
    GIVING,
    PERSISTENT_SHOCK,
    TRANSITORY_SHOCK,
) = range(1, 31)
LESSON = 1000
"""First of the decisions who learns the trade in the months before month 0, one a month."""


def quantiles(u: NDArray[np.float64]) -> NDArray[np.float64]:
    """Standard normal quantiles of uniform draws (n,)."""
    out = np.empty(len(u))
    draws.normals(u, out)
    return out


class Chance:
    """The draws of one population: a pure function of (seed, decision, identity)."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def uniform(self, decision: int, identities: NDArray[np.int64]) -> NDArray[np.float64]:
        """Uniform draws in (0, 1), one for each identity (n,)."""
        out = np.empty(len(identities))
        draws.uniforms(self.seed, draws.POPULATION, decision, identities, out)
        return out

    def normal(self, decision: int, identities: NDArray[np.int64]) -> NDArray[np.float64]:
        """Standard normal draws, one for each identity (n,)."""
        return quantiles(self.uniform(decision, identities))

    def count(self, decision: int, identities: NDArray[np.int64], mean: float) -> NDArray[np.int64]:
        """Poisson draws by inversion, one for each identity (n,); at most 12."""
        u = self.uniform(decision, identities)
        terms = np.cumsum(np.cumprod(np.concatenate([[1.0], mean / np.arange(1, 13)]))) * np.exp(
            -mean
        )
        return np.searchsorted(terms[:-1], u).astype(np.int64)

    def flags(
        self, decision: int, identities: NDArray[np.int64], share: float
    ) -> NDArray[np.bool_]:
        """True for the given share of identities, exactly to a whole person (stratified)."""
        u = self.uniform(decision, identities)
        chosen = np.zeros(len(u), dtype=np.bool_)
        n = round(share * len(u))
        if n:
            chosen[np.argpartition(u, n - 1)[:n]] = True
        return chosen
