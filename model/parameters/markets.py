"""Numbers of buyers and markets: whom buyers choose, what ties grow by, what is won at fairs."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# A row a number reads as a table; the formatter would give each ten lines.
# fmt: off

GOVERNANCE = (
    P("preference_quality", 2.0, 0.5, 4.0, "/1", "assumed", "judged",
      "weight of quality in a buyer's choice of supplier"),
    P("preference_tie", 1.0, 0.0, 2.0, "/1", "assumed", "chaudhry2011: half the firms keep a tried supplier",
      "weight of the tie in a buyer's choice of supplier"),
    P("place_appeal", 1.0, 0.0, 1.0, "/1", "assumed",
      "form: dixit_stiglitz1977, quality wins a place orders as a price does; 1 is that form, 0 switches it off",
      "how far a buyer's orders to a place go with the appeal of its suppliers"),
    P("tie_growth", 0.02, 0.005, 0.05, "/month", "assumed", "judged",
      "speed at which a tie follows the record of delivery"),
    P("tie_trade", 1.0, 0.0, 1.0, "/1", "assumed",
      "direction: macchiavello2013, a relationship is worth more the longer and the more is traded; 0 switches it off",
      "how far what a tie is worth goes with what the buyer takes now over what it took at base"),
    P("order_persistence", 0.90, 0.5, 0.97, "/1", "assumed", "judged",
      "monthly persistence of a buyer's order shock"),
    P("expectation_speed", 0.30, 0.1, 0.6, "/month", "assumed", "judged",
      "speed at which a firm's expected demand follows orders"),
    P("putout_pressure", 0.5, 0.0, 2.0, "/1", "assumed", "judged",
      "rise of work put out when orders exceed own capacity"),
    P("patron_share", 0.6, 0.3, 0.9, "/1", "assumed", "judged from vertical ties in nadvi1999",
      "share of a subcontractor's orders that comes from its main patron"),
    P("price_speed", 0.3, 0.1, 0.6, "/month", "assumed", "judged",
      "speed at which the place's price indices are noticed"),
)

MARKET_ACCESS = (
    P("won_lapse", 0.03, 0.01, 0.1, "/month", "assumed", "judged: a buyer met at a fair orders for about three years",
      "share of the orders won at fairs that lapses"),
    P("won_limit", 0.5, 0.2, 1.0, "/1", "assumed", "judged: a firm keeps its main trade",
      "most orders won at fairs that a firm holds, as a share of its base sales"),
)

# fmt: on
