"""Pattern 3: jobs grow less than output once firms upgrade."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.patterns.p01_export_insertion import LINKED


def elasticity(laboratory: Laboratory) -> NDArray[np.float64]:
    """Log growth of jobs over log growth of output, seven years of the boom."""

    def ratio(life: Life) -> float:
        return math.log(life.ratio("employment")) / math.log(life.ratio("made"))

    return laboratory.read(LINKED, ratio)


PATTERN = pattern("patterns/p03", (elasticity,))
