"""Behavioural numbers of fixed costs, and of what is left to a firm that cannot pay."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

OVERHEADS = (
    P("overhead_share", 0.0, 0.0, 0.20, "/1", "assumed",
      "shanbhag_costing: administration 7 %, power and upkeep 8 % of the cost of a garment; 0 switches it off",
      "overheads of a large firm, due whether or not there are orders, as a share of its usual sales"),
    P("overhead_heads", 4.0, 1.0, 10.0, "workers", "assumed", "judged: a household that works at home pays no rent",
      "posts on its premises at which a firm has half of that share"),
    P("overhead_speed", 0.03, 0.015, 0.08, "/month", "assumed", "judged: leases and lines given up over three years",
      "speed at which overheads follow sales"),
    P("machine_sales", 0.0, 0.0, 0.5, "/month", "assumed", "judged; 0 switches it off",
      "largest share of its machines that a firm sells in a month when nobody lends it more"),
    P("owner_backing", 0.0, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "share of the owner's household savings that is brought in before the firm closes"),
    P("machines_stay", 0.0, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "share of the machines that firms sell which is for sale to others of the place"),
    P("partners_claim", 0.0, 0.0, 1.0, "/1", "assumed", "1 is what an equal partner is owed; 0 switches it off",
      "part of their share of what a closing firm leaves that partners from outside get"),
)

# fmt: on
