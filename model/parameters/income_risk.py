"""Behavioural numbers of risk in people's lives: how much of income outside the trade changes, and how fast."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

INCOME_RISK = (
    P("persistent_income_share", 0.0, 0.0, 0.4, "/1", "assumed",
      "luttmer2002: over half of the variance of yearly changes passes or is error; size judged; 0 switches it off",
      "share of the variance of log outside income that lasts for some years"),
    P("transitory_income_share", 0.0, 0.0, 0.4, "/1", "assumed", "as above; size judged; 0 switches it off",
      "share of the variance of log outside income that lasts for some months"),
    P("persistent_income_renewal", 0.025, 0.01, 0.05, "/month", "derived",
      "1 - 0.3^(1/48): newhouse2005, 30 % of a shock to income is left after four years",
      "chance that the persistent part of a person's outside income is drawn anew"),
    P("transitory_income_renewal", 0.2, 0.08, 0.5, "/month", "assumed", "judged: a season, a customer, an illness",
      "chance that the transitory part of a person's outside income is drawn anew"),
)

# fmt: on
