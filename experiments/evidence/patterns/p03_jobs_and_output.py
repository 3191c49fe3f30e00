"""Pattern 3: jobs grow less than output once firms upgrade."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.patterns.p01_export_insertion import LINKED


def elasticity(laboratory: Laboratory) -> NDArray[np.float64]:
    """Log growth of jobs over log growth of output, seven years of the boom."""

    def ratio(life: Life) -> float:
        return math.log(life.ratio("employment")) / math.log(life.ratio("made"))

    return laboratory.read(LINKED, ratio)


PATTERN = Pattern(
    id="p03",
    title="Jobs grow less than output once firms upgrade",
    cluster="torreon_jeans",
    statistics=(
        Statistic(
            "elasticity of jobs to output over 84 months of the boom",
            "ln 6.25 / ln 12 = 0.74",
            Band(0.5, 0.9),
            "the test proposed with the evidence",
            elasticity,
        ),
    ),
    ablation=Ablation(
        "Productivity gained by process steps, density and experience could hold jobs back: all at 0.",
        {
            "process_gain": 0.0,
            "learning": 0.0,
            "experience_own": 0.0,
            "experience_shared": 0.0,
        },
    ),
    source="bair2010",
    strength="B",
    remedy="Output a worker rose by 92 % in seven years and by a third here. Skilled posts stay empty in the boom, and "
    "capital lags behind sales because it is bought out of cash at hand and not leased or lent by buyers.",
)
