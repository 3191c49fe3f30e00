"""Pattern 18: cooperation is instrumental and lapses once the shock is gone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.patterns.quality_shock import ANNOUNCED, PASSED, QUIET

UNDER = slice(ANNOUNCED, ANNOUNCED + 27)


def rises(laboratory: Laboratory) -> NDArray[np.float64]:
    """Giving with the passing threat over giving without, less one: (seeds, months + 1)."""
    with_, without = laboratory.lives(PASSED), laboratory.lives(QUIET)
    return np.array([a.giving / b.giving - 1.0 for a, b in zip(with_, without, strict=True)])


def peak(laboratory: Laboratory) -> NDArray[np.float64]:
    """Largest rise of giving while the threat lasts."""
    return rises(laboratory)[:, UNDER].max(axis=1)


def lapse(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of that rise that is gone five years after the threat has passed."""
    rise = rises(laboratory)
    top = rise[:, UNDER].max(axis=1)
    return np.where(top > 0.001, 1.0 - rise[:, -6:].mean(axis=1) / np.maximum(top, 1e-9), np.nan)


PATTERN = pattern("patterns/p18", (peak, lapse))
