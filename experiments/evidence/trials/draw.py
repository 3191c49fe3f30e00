"""Random assignment of a trial: a lasting draw for each unit that hangs on no other draw of the model."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import TRIAL, uniforms


def drawn(identities: NDArray[np.int64], seed: int, share: float) -> NDArray[np.bool_]:
    """Which units are assigned to treatment: those whose draw is below the share."""
    luck = np.empty(len(identities))
    uniforms(seed, TRIAL, 0, np.ascontiguousarray(identities), luck)
    found: NDArray[np.bool_] = luck < share
    return found
