"""Five bins of a person's change of welfare."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.groups_at_base import Numbers

BINS = ("lose_over_5", "lose_up_to_5", "same", "gain_up_to_5", "gain_over_5")
"""Change of a person's own welfare: loss above 5 %, loss up to 5 %, within 1 %, gain up to 5 %, above 5 %."""

SAME, MUCH = 0.01, 0.05
"""Within 1 % nobody would notice: it is less than a household's consumption moves from month to month, and less than
means of groups move by luck, of which a narrower band would make gains and losses."""

# Results are kept as float32: a change of exactly 5 % must not fall into the next bin by a rounding.
_ROUNDING = 1e-6

LIMITS = (-MUCH, -SAME, SAME, MUCH)
"""Where one bin of a relative change ends and the next begins."""


def bins_of(without: Numbers, enacted: Numbers) -> NDArray[np.int64]:
    """The bin of each person, a position in `BINS`, shape (people,)."""
    change, size = enacted - without, np.abs(without)
    slack = size * _ROUNDING
    step = 1 + (np.abs(change) > MUCH * size + slack)
    return np.where(np.abs(change) <= SAME * size + slack, 2, 2 + np.sign(change) * step).astype(
        np.int64
    )
