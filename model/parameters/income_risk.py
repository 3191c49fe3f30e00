"""Behavioural numbers of risk in people's lives: income outside the trade, and pay and quits by tenure in it."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

OUTSIDE_INCOME = (
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

TENURE = (
    P("match_seen", 6.0, 2.0, 18.0, "months", "assumed", "judged: igidr_turnover, most leave in half a year",
      "time in which most of the quality of a match becomes known"),
    P("match_pay", 0.0, 0.0, 0.2, "/1", "assumed",
      "direction: donovan2023, jovanovic1979; size judged; 0 switches it off",
      "rise of log pay with a standard deviation of the match, once it is known"),
    P("tenure_pay", 0.0, 0.0, 0.25, "/1", "assumed",
      "arias2023: pay 7.5 % lower in nine years after a plant closed; size judged; 0 switches it off",
      "rise of log pay from hiring to long tenure"),
    P("tenure_pay_months", 36.0, 12.0, 84.0, "months", "assumed", "judged", "time in which pay rises by most of that"),
    P("early_quits", 0.0, 0.0, 6.0, "/1", "assumed",
      "igidr_turnover: 60 to 70 % gone in six months, yearly turnover 92 to 94 %; size judged; 0 switches it off",
      "chance to quit of somebody just hired, beyond that of somebody long there and over it"),
    P("match_quits", 0.0, 0.0, 0.6, "/1", "assumed", "direction: jovanovic1979; size judged; 0 switches it off",
      "fall of the log chance to quit with a standard deviation of the match, once it is known"),
    P("local_stay", 0.0, 0.0, 0.7, "/1", "assumed",
      "igidr_turnover: migrants' turnover is more than double that of locals in one Indian firm; 0 switches it off",
      "how much less locals quit than migrants, as a share"),
)

# fmt: on

INCOME_RISK = (*OUTSIDE_INCOME, *TENURE)
