"""Pattern 18: cooperation is instrumental and lapses once the shock is gone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
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


PATTERN = Pattern(
    id="p18",
    title="Cooperation is instrumental and may lapse",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "largest relative rise of giving while a standard threatens",
            "Sinos cooperation formed, crumbled and returned",
            Band(low=0.0),
            "a sign",
            peak,
        ),
        Statistic(
            "share of the rise that is gone five years after the threat has passed",
            "back to hierarchy as soon as they could (roof tiles)",
            Band(low=0.5),
            "decays: more than half",
            lapse,
        ),
    ),
    ablation=Ablation(
        "Trust that returns to its habit, members who get used to what the facility returns, and know-how without "
        "which a standard takes longer could make a rise and end it by parameters: all at 0. That a standard which is "
        "met or withdrawn leaves nothing to save has no parameter.",
        {"trust_memory": 0.0, "aspiration_speed": 0.0, "standard_know_how": 0.0},
    ),
    source="sandee2001; schmitz1999",
    strength="B",
    remedy="What giving is worth does not fall once the facility stands: it would have to, as it did "
    "for makers who had their equipment.",
)
