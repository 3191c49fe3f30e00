"""How adults stand in the trade, as the groups of the model have it: the contract of the post, the tier of the firm."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import CONTRACT_OF_POST

Codes = NDArray[np.int8]


def contracts_of(workers: NDArray[np.void]) -> Codes:
    """The contract of each adult (adults,), none without a post."""
    return np.array(CONTRACT_OF_POST, dtype=np.int8)[workers["post"]]


def tiers_of(workers: NDArray[np.void], firms: NDArray[np.void]) -> Codes:
    """The tier of each adult's firm (adults,), 0 outside the sector."""
    employer = workers["employer"]
    return np.where(employer >= 0, firms["tier"][employer], 0).astype(np.int8)
