"""Home work with rights: a piece rate floor and contributions for registered workers, and firms that move the work.

When home work was made visible in Sialkot it moved to centres, and women who could not follow lost it (Khan, Munir
and Willmott 2007). A firm therefore weighs home work against the workshop.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def mixed_cost(free, protected, registered):
    """Cost of one more home worker to a firm, some of whose home workers are registered.

    >>> mixed_cost(40.0, 60.0, 0.25)
    45.0
    """
    return (1.0 - registered) * free + registered * protected


@rule
def moved_to_workshop(home, workshop, readiness, limit):
    """Share of home work that a firm moves into its workshop when home work has become dearer than casual work there.

    min(l, r ln(h/w)), with the costs `home` and `workshop` as multiples of the base month, when the firm used both.

    >>> moved_to_workshop(1.0, 1.0, 1.0, 0.5), moved_to_workshop(3.0, 1.0, 1.0, 0.5)
    (0.0, 0.5)
    """
    if home <= workshop:
        return 0.0
    return min(limit, readiness * math.log(home / workshop))
