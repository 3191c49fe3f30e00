"""Management practices: how many advice teaches, and how many are dropped again.

Large weaving plants in India that consultants worked with for five months took up half of the practices that they
had lacked and made a sixth more with what they had (Bloom and others 2013); eight years on half of what they had taken
up was dropped, and little had spread to other firms (Bloom and others 2020).
"""

import math

from poverty_nodes.model.rule import rule


@rule
def next_practices(practices, days, pace, dropped):
    """Share of the gap to good practice that a firm has closed next month: q + (1 - q)(1 - exp(-k d)), q = (1 - f) p.

    Each day of advice closes the same part of what is left, since what is easiest comes first.

    >>> next_practices(0.0, 0.0, 0.0065, 0.0068), round(next_practices(0.0, 20.0, 0.0065, 0.0068), 4)
    (0.0, 0.1219)
    >>> round(next_practices(0.5, 0.0, 0.0065, 0.0068), 4)
    0.4966
    """
    kept = (1.0 - dropped) * practices
    return kept + (1.0 - kept) * (1.0 - math.exp(-pace * days))
