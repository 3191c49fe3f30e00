"""A finished design in the form of SALib's other analyses: a problem with the factors of its rows, chance among them.

SALib tells by the number of factors which row is which, and asks for nothing else: a problem of one factor fewer than
the rows were made for is taken without a word, and every index is wrong.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.exports import Salib
from poverty_nodes.experiments.sensitivities.designs_and_seeds import Design, first_rows
from poverty_nodes.experiments.sensitivities.factors import CHANCE, Factors
from poverty_nodes.experiments.sensitivities.indices import whole_blocks
from poverty_nodes.experiments.sensitivities.method import GIVEN_DATA

Numbers = NDArray[np.float64]


def for_salib(
    method: str, factors: Factors, design: Design, outcomes: Numbers, names: tuple[str, ...]
) -> Salib:
    """Problem, rows and outcomes (rows,) by name, for SALib's own analysis by the same or another index.

    Sobol and Morris: chance is the last factor, and its column is the seed. Blocks in which an outcome is missing are
    left out whole. One random sample: its first rows; those run again under another seed tell of chance alone.
    """
    kept = np.ones(len(design), dtype=np.bool_)
    for column in outcomes.T:
        kept &= whole_blocks(design, column)
    rows = np.flatnonzero(kept)
    if method in GIVEN_DATA:
        rows = np.intersect1d(rows, first_rows(design))
        problem, places = factors.problem(), design.places[rows]
    else:
        problem = _with_chance(factors, design)
        places = np.column_stack([design.places[rows], design.seeds[rows].astype(np.float64)])
    return problem, places, {name: outcomes[rows, at] for at, name in enumerate(names)}


def _with_chance(factors: Factors, design: Design) -> dict[str, object]:
    problem = factors.problem()
    names = [*(each.key for each in factors.varied), CHANCE]
    ends = [float(design.seeds.min()), float(design.seeds.max())]
    bounds = [*([0.0, 1.0] for _ in factors.varied), ends]
    if factors.bundled:
        groups = [factor.name for factor in factors.factors for _ in factor.members]
        problem["groups"] = [*groups, CHANCE]
    return {**problem, "num_vars": len(names), "names": names, "bounds": bounds}
