"""Every behavioural number of the model: value, range, unit, source. Places' own numbers are in scenarios/.

The kind is *measured* (read in the source), *derived* (from measured figures) or *assumed* (a judgement, or
remembered and not re-read). The range is what sensitivity analyses draw from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.population.table import Field, record


@dataclass(frozen=True)
class Parameter:
    """A number of the model; `source` is a key of sources.bib or the reasoning behind a judgement."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    kind: str
    source: str
    meaning: str


P = Parameter

# A row a number reads as a table; the formatter would give each ten lines.
# fmt: off

PRODUCTION = (
    P("capital_elasticity", 0.15, 0.10, 0.30, "/1", "assumed", "labour share of Gollin 2002, recalled",
      "elasticity of output to capital"),
    P("low_profit_elasticity", 0.06, 0.02, 0.15, "/1", "assumed", "no return to women's capital: demel2008",
      "the same in the low-return lines open to many women owners"),
    P("labour_elasticity", 0.80, 0.65, 0.84, "/1", "assumed", "labour share of Gollin 2002, recalled",
      "elasticity of output to labour"),
    P("demand_elasticity", 6.0, 3.0, 15.0, "/1", "assumed", "panagariya1996; judged for one firm",
      "price elasticity of the demand that one firm faces"),
    P("export_elasticity", 2.0, 1.0, 4.0, "/1", "assumed", "panagariya1996: 1-2, rarely 3, in the aggregate",
      "price elasticity of the demand for a whole place's exports"),
    P("local_elasticity", 2.0, 1.0, 4.0, "/1", "assumed", "as for exports",
      "price elasticity of the home market for a whole place's product"),
    P("derived_elasticity", 1.0, 0.3, 2.0, "/1", "assumed", "work put out has few substitutes in a month",
      "price elasticity of demand for a whole place's subcontracted work and local inputs"),
    P("depreciation", 0.010, 0.005, 0.015, "/month", "assumed", "tools and machines of 7-15 years",
      "share of capital worn out"),
    P("shock_persistence", 0.97, 0.90, 0.99, "/1", "assumed", "prototype runs",
      "monthly persistence of a firm's productivity shock"),
    P("shock_spread", 0.02, 0.0, 0.05, "/1", "assumed", "yearly growth spread of small firms, judged",
      "standard deviation of the monthly productivity shock"),
    P("fit_effect", 0.08, 0.03, 0.12, "/1", "assumed", "judged",
      "effect of one standard deviation of match quality on log labour units"),
    P("units_skilled_regular", 1.35, 1.1, 1.8, "units", "assumed", "follows the skilled wage ratio",
      "labour units of a skilled regular worker"),
    P("units_casual", 0.85, 0.7, 1.0, "units", "assumed", "judged", "labour units of a casual worker"),
    P("units_homework", 0.60, 0.4, 0.8, "units", "assumed", "follows the piece rate",
      "labour units of a home worker"),
)

AGGLOMERATION = (
    P("sharing_elasticity", 0.02, 0.0, 0.05, "/1", "assumed", "grover2023: own-sector elasticity 0.02-0.10",
      "fall of unit input cost with the number of local specialists"),
    P("base_contacts", 2.0, 1.0, 8.0, "vacancies", "assumed", "judged",
      "vacancies a seeker looks at in a month at base density"),
    P("congestion", 0.01, 0.0, 0.02, "/1", "assumed", "prototype runs",
      "exponent of crowding (land, effluent) on productivity"),
)

GOVERNANCE = (
    P("preference_quality", 2.0, 0.5, 4.0, "/1", "assumed", "judged",
      "weight of quality in a buyer's choice of supplier"),
    P("preference_tie", 1.0, 0.0, 2.0, "/1", "assumed", "chaudhry2011: half the firms keep a tried supplier",
      "weight of the tie in a buyer's choice of supplier"),
    P("tie_growth", 0.02, 0.005, 0.05, "/month", "assumed", "judged",
      "speed at which a tie follows the record of delivery"),
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

LABOUR = (
    P("steady_speed", 0.04, 0.02, 0.1, "/month", "assumed", "prototype runs",
      "speed at which regular posts follow labour demand"),
    P("layoff_limit", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "largest share of a firm's regular posts cut in a month"),
    P("severance_months", 1.0, 0.0, 3.0, "months", "assumed", "judged from Pakistan's standing orders, recalled",
      "months of pay that a formal firm owes a dismissed regular worker"),
    P("quit_skilled_regular", 0.012, 0.005, 0.03, "/month", "assumed", "prototype runs; donovan2023 for the order",
      "monthly quit rate, skilled regular posts"),
    P("quit_regular", 0.015, 0.005, 0.04, "/month", "assumed", "as above", "monthly quit rate, regular posts"),
    P("quit_casual", 0.05, 0.02, 0.1, "/month", "assumed", "as above", "monthly quit rate, casual posts"),
    P("quit_homework", 0.03, 0.01, 0.06, "/month", "assumed", "as above", "monthly quit rate, home work"),
    P("search_outside", 0.35, 0.1, 0.5, "/month", "assumed", "judged",
      "chance that a person outside the sector looks for a post"),
    P("search_employed", 0.04, 0.01, 0.1, "/month", "assumed", "judged",
      "chance that an employed person looks for a better post"),
    P("gain_to_move", 0.05, 0.0, 0.15, "/1", "assumed", "judged", "gain in pay for which a worker changes firm"),
    P("care_cost", 0.35, 0.2, 0.6, "/1", "assumed", "judged",
      "share of pay that a post away from home is worth less to a person with care duties"),
    P("wage_curve", 0.07, 0.0, 0.15, "/1", "measured", "nijkamp2005",
      "fall of the reference wage with slack (minus the elasticity)"),
    P("wage_speed", 0.10, 0.03, 0.3, "/month", "assumed", "judged",
      "speed at which the reference wage moves to its curve"),
    P("rent_sharing", 0.10, 0.0, 0.3, "/1", "assumed", "judged",
      "share of a rise in profitability that reaches wages"),
    P("size_wage", 0.05, 0.0, 0.1, "/1", "assumed", "judged", "elasticity of the wage premium to firm size"),
    P("monopsony_markdown", 0.25, 0.15, 0.50, "/1", "assumed",
      "inside the range of 15-50 % read in azar2024; amodio2024's supply elasticity of 2.5 is 0.40",
      "gap between the marginal revenue product and the wage, as a share of the wage"),
)

FINANCE = (
    P("investment_speed", 0.05, 0.02, 0.1, "/month", "assumed", "prototype runs",
      "share of the gap to desired capital closed in a month"),
    P("cash_target", 0.6, 0.3, 1.5, "months", "assumed", "prototype runs", "cash kept, in months of base sales"),
    P("cash_speed", 0.15, 0.05, 0.3, "/month", "assumed", "prototype runs",
      "share of cash above target paid out to the owner"),
    P("repayment_speed", 0.2, 0.05, 0.5, "/month", "assumed", "judged",
      "share of cash over half its target that goes to repay working capital"),
    P("debt_limit", 3.0, 1.0, 6.0, "months", "assumed", "judged",
      "working-capital debt, in months of base sales, beyond which a firm must close"),
    P("capital_recovered", 0.5, 0.3, 0.7, "/1", "assumed", "judged", "share of capital recovered at closure"),
    P("women_loan_diverted", 0.3, 0.0, 0.6, "/1", "assumed", "bernhardt2019, recalled",
      "share of a woman owner's loan that goes to the household's other uses"),
)

HOUSEHOLDS = (
    P("income_smoothing", 0.15, 0.05, 0.4, "/month", "assumed", "prototype runs",
      "speed at which consumption follows income"),
    P("buffer_speed", 0.05, 0.02, 0.1, "/month", "assumed", "prototype runs",
      "share of savings above or below the buffer that is spent or rebuilt"),
    P("local_spending", 0.33, 0.13, 0.6, "/1", "assumed", "local multiplier 1.5 (1.1-2.5), judged from egger2022",
      "share of consumption spent on local services, up to the ceiling"),
    P("local_ceiling", 400.0, 200.0, 1000.0, "$/month", "assumed", "judged: the rich buy from elsewhere",
      "spending a person and month above which nothing more goes to local services"),
)

EVASION = (
    P("reorganisation_cost", 0.04, 0.01, 0.12, "/1", "assumed", "judged",
      "monthly cost of reorganising work to evade a standard, as a share of the wage bill"),
    P("reorganisation_spread", 0.6, 0.2, 1.0, "/1", "assumed", "judged",
      "spread of the log of that cost over firms"),
    P("reconsider", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "chance that a firm reconsiders its answer to a standard in a month"),
    P("shift_speed", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "speed at which contracts are changed once a firm has decided"),
    P("shift_limit", 0.5, 0.2, 0.8, "/1", "assumed", "judged",
      "largest share of posts that can change contract to evade a standard"),
    P("putout_limit", 0.2, 0.0, 0.5, "/1", "assumed", "judged",
      "largest share of an exporter's own work moved to subcontractors to evade a standard"),
)

# fmt: on

PARAMETERS = PRODUCTION + AGGLOMERATION + GOVERNANCE + LABOUR + FINANCE + HOUSEHOLDS + EVASION

PARAMETER_RECORD = record(tuple(Field(p.name, "f8", p.unit, p.meaning) for p in PARAMETERS))


def parameter_row(changes: Mapping[str, float] | None = None) -> NDArray[np.void]:
    """The parameters as a table of one row, with some changed by name; KeyError names an unknown one."""
    row = np.zeros(1, dtype=PARAMETER_RECORD)
    for parameter in PARAMETERS:
        row[parameter.name] = parameter.value
    for name, value in (changes or {}).items():
        if name not in PARAMETER_RECORD.names:
            raise KeyError(f"no parameter {name!r}")
        row[name] = value
    return row
