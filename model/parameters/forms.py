"""Behavioural numbers that are the shape of an answer: what a step sheds, how sharply households found, how members
answer to each other, and what firms do whose chain or workshop is closed."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

POSTS_AFTER_STEPS = (
    P("shed_regular", 0.02, 0.0, 0.06, "/1", "assumed", "direction: tejani2021; size judged; 0 switches it off",
      "part of the unskilled regular posts that a process step sheds"),
    P("shed_casual", 0.06, 0.0, 0.15, "/1", "assumed", "direction: tejani2021; size judged; 0 switches it off",
      "part of the casual posts that a process step sheds"),
    P("shed_homework", 0.04, 0.0, 0.12, "/1", "assumed", "direction: tejani2021; size judged; 0 switches it off",
      "part of the home posts that a process step sheds"),
    P("product_skill", 0.04, 0.0, 0.10, "/1", "assumed", "direction: verhoogen2008; size judged; 0 switches it off",
      "part of the unskilled posts that a product step turns into skilled ones"),
    P("functional_skill", 0.02, 0.0, 0.06, "/1", "assumed", "direction: verhoogen2008; size judged; 0 switches it off",
      "part of the unskilled posts that a functional step turns into skilled ones"),
    P("facility_power", 2.0 / 3.0, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "twice what the joint facility can add at most to a firm's chances of a step"),
    P("patron_help", 0.7, 0.3, 1.0, "/1", "assumed", "judged: an exporter hands on most of what it is taught",
      "help with steps that a supplier has from its exporter, and a firm without a buyer from its market"),
    P("cash_for_steps", 2.0, 1.0, 4.0, "/1", "assumed", "judged: 1 lets no firm step faster for its cash",
      "most by which cash over its target raises the chance of a step"),
)

FOUNDING = (
    P("founding_means", 4.0, 0.0, 8.0, "/1", "assumed",
      "judged: a hard threshold drained the pool of those who can; 0 switches it off",
      "Hill exponent of founding on means over the least investment"),
    P("founding_gain", 4.0, 0.0, 8.0, "/1", "assumed", "judged, as above; 0 switches it off",
      "Hill exponent of founding on what a founder expects over what she has"),
    P("youth_months", 30.0, 12.0, 60.0, "months", "assumed", "judged: closing falls over the first five years",
      "months in which the added closing hazard of a new firm falls to a third"),
    P("founder_stake", 0.8, 0.4, 1.0, "/1", "assumed", "judged",
      "part of its savings that a household puts into a start"),
)

ANSWERS_TO_OTHERS = (
    P("giving_to_others", 0.5, 0.0, 1.0, "/1", "assumed",
      "direction: fischbacher2001; size judged; 0 switches it off",
      "exponent of a member's giving on what others give over the base"),
    P("giving_to_worth", 0.5, 0.0, 1.0, "/1", "assumed", "direction: schmitz1999; size judged; 0 switches it off",
      "exponent of a member's giving on what the facility is worth over quiet times"),
    P("giving_limit", 5.0, 2.0, 10.0, "/1", "assumed", "judged", "most that a member gives, as a multiple of its base"),
    P("return_memory", 0.1, 0.03, 0.3, "/month", "assumed", "judged",
      "speed at which members see what the facility returns"),
    P("standard_upkeep", 0.0, 0.0, 1.0, "/1", "assumed",
      "judged: a standard that is met is kept without help; 1 makes meeting it change nothing",
      "part of what help saves on a standard that it still saves to who has met it"),
)

CHAINS = (
    P("kin_patron", 3.0, 1.0, 6.0, "/1", "assumed", "direction: nadvi1999; size judged; 1 switches it off",
      "how much likelier a subcontractor's patron at base is of its own social group than of another"),
    P("new_supplier", 0.5, 0.2, 1.0, "/1", "assumed", "judged; 1 switches it off",
      "share in a new buyer's orders that a firm starts with, relative to a tried supplier of its size"),
    P("closed_sales", 0.02, 0.0, 0.2, "/1", "assumed", "judged: from stock and elsewhere",
      "share of its demand that a firm under a closure order can still serve"),
)

# fmt: on
