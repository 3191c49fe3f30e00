"""Designs with chance as a factor: which rows are run, under which seeds.

*Saltelli blocks.* A block has two independent points A and B of the sequence, and for each factor j a row AB_j: A with
the column of j from B. Where outcomes depend on chance, fresh luck for each row would pass for an effect of every
factor. So A and all AB_j of a block share one seed, B has another, and one more row AC has A's factors with B's seed:
chance is then a factor like any other, with an index of its own, and a factor that nothing depends on comes out at
exactly 0. A block of D factors has D + 3 rows. Longer designs begin with the rows of shorter ones.

*Morris trajectories* (Morris 1991; Campolongo et al. 2007) keep one seed, and end with the last point under another.

*One random sample* (a Latin hypercube) has a seed a row; for some rows there is a second one with another seed.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.sensitivities.factors import Factors

LEVELS = 4
"""Levels of Morris's grid."""
REPEATED = 128
"""Rows of a random sample that are repeated under another seed, at most."""
DESIGN_SEED = 20_260_101
"""Where the sequences begin; it has nothing to do with the seeds of runs."""


@dataclass(frozen=True)
class Design:
    """Rows of a design: `places` (rows, columns) between 0 and 1, a seed a row, and the block that each belongs to."""

    places: NDArray[np.float64]
    seeds: NDArray[np.int64]
    blocks: NDArray[np.int64]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.seeds)

    def after(self, blocks: int) -> Design:
        """The rows of later blocks than the first so many."""
        later = self.blocks >= blocks
        return Design(self.places[later], self.seeds[later], self.blocks[later])


def saltelli(factors: Factors, blocks: int, first_seed: int) -> Design:
    """Blocks of A, AB_1 ... AB_D, AC, B."""
    from SALib.sample import sobol

    columns = len(factors.varied)
    problem = {**factors.problem()}
    problem.pop("groups", None)
    with warnings.catch_warnings():
        # A power of two balances the sequence; any other length is worth having all the same.
        warnings.simplefilter("ignore")
        whole = sobol.sample(
            problem, blocks, calc_second_order=False, scramble=True, seed=DESIGN_SEED
        )
    rows = whole.reshape(blocks, columns + 2, columns)
    a, b = rows[:, 0], rows[:, -1]
    mixed = []
    for members in factors.columns:
        ab = a.copy()
        ab[:, members] = b[:, members]
        mixed.append(ab)
    places = np.stack([a, *mixed, a, b], axis=1)
    seeds = np.empty(places.shape[:2], dtype=np.int64)
    first = first_seed + 2 * np.arange(blocks)
    seeds[:] = first[:, None]
    seeds[:, -2:] += 1
    return _flat(places, seeds)


def trajectories(factors: Factors, count: int, first_seed: int) -> Design:
    """Trajectories of D + 1 points that change one factor at a time, and the last point under another seed."""
    from SALib.sample import morris

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = morris.sample(factors.problem(), count, num_levels=LEVELS, seed=DESIGN_SEED)
    points = whole.reshape(count, len(factors.factors) + 1, len(factors.varied))
    places = np.concatenate([points, points[:, -1:]], axis=1)
    seeds = np.empty(places.shape[:2], dtype=np.int64)
    seeds[:] = (first_seed + 2 * np.arange(count))[:, None]
    seeds[:, -1] += 1
    return _flat(places, seeds)


def random_sample(factors: Factors, rows: int, first_seed: int) -> Design:
    """A Latin hypercube with a seed a row, then the first rows again, each with another seed."""
    from SALib.sample import latin

    places = latin.sample(factors.problem(), rows, seed=DESIGN_SEED)
    again = min(rows, REPEATED)
    number = np.arange(rows)
    seeds = np.concatenate([first_seed + number, first_seed + rows + number[:again]])
    blocks = np.concatenate([number, number[:again]])
    return Design(np.concatenate([places, places[:again]]), seeds, blocks)


def first_rows(design: Design) -> NDArray[np.intp]:
    """The first row of each block: of a random sample, its rows without those that repeat one."""
    return np.sort(np.unique(design.blocks, return_index=True)[1])


def _flat(places: NDArray[np.float64], seeds: NDArray[np.int64]) -> Design:
    blocks = np.repeat(np.arange(len(places)), places.shape[1])
    return Design(places.reshape(-1, places.shape[2]), seeds.ravel(), blocks)
