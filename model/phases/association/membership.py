"""Who is in the association of a place: how unlike its members are in size and social group."""

import math

from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.joint_action import unlikeness


@rule
def meet(firms, workers, places):
    """Measure how unlike the members of a place are: in recent output, and in the social group of the owner."""
    for i in range(len(places)):
        roots = 0.0
        total = 0.0
        members = 0
        minority = 0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or not firm.member or firm.place != i:
                continue
            size = firm.experience * firm.base_revenue
            roots += math.sqrt(size)
            total += size
            members += 1
            minority += workers[firm.owner].social_group
        places[i].unlike = unlikeness(roots, total, members, minority)
