"""The behavioural numbers of the model: value, range, unit, source. Places' own numbers are in scenarios/.

Beside them in code: identities, limits, speeds of slow averages, and the constants of docs/model/08_parameters.md.
The kind is *measured* (read in the source), *derived* (from measured figures) or *assumed* (a judgement, or
remembered and not re-read). The range is what sensitivity analyses draw from.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.parameters.finance import FINANCE, OVERHEADS
from poverty_nodes.model.parameters.forms import (
    ANSWERS_TO_OTHERS,
    CHAINS,
    FOUNDING,
    POSTS_AFTER_STEPS,
)
from poverty_nodes.model.parameters.governance_types import GOVERNANCE_TYPES
from poverty_nodes.model.parameters.growth import (
    EXPERIENCE,
    FIRM_GROWTH,
    GIVING,
    LENDERS,
    MACHINES,
    PRACTICES,
    SCARCITY,
)
from poverty_nodes.model.parameters.income_risk import INCOME_RISK
from poverty_nodes.model.parameters.markets import GOVERNANCE, MARKET_ACCESS
from poverty_nodes.model.parameters.parameter import Parameter
from poverty_nodes.model.parameters.relations import RELATIONS
from poverty_nodes.model.population.table import Field, record

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
      "monthly persistence of a firm's transitory productivity"),
    P("shock_spread", 0.02, 0.0, 0.05, "/1", "assumed", "yearly growth spread of small firms, judged",
      "standard deviation of the monthly change of transitory productivity"),
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
    P("sharing_size", 0.25, 0.0, 0.5, "/1", "assumed",
      "direction: visser1999, huang2007: the smallest save most; size judged; 0 switches it off",
      "fall of the share of steps left to neighbours with a firm's capital"),
    P("import_content", 0.4, 0.1, 0.8, "/1", "assumed", "trta_surgical: 40 % of the steel is imported",
      "share of the cost of inputs from outside the place that moves with the exchange rate"),
    P("base_contacts", 2.0, 1.0, 8.0, "vacancies", "assumed", "judged",
      "vacancies a seeker looks at in a month at base density"),
    P("congestion", 0.01, 0.0, 0.02, "/1", "assumed", "prototype runs",
      "exponent of crowding (land, effluent) on productivity"),
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

DEMOGRAPHY = (
    P("exit_yearly", 0.08, 0.05, 0.15, "/year", "measured", "mckenzie2019: 8.3 % a year over the first five years",
      "mean share of firms that close in a year at base"),
    P("exit_size", 0.35, 0.1, 0.6, "/1", "assumed", "prototype runs", "fall of the closing hazard with size"),
    P("exit_youth", 1.0, 0.3, 2.0, "/1", "assumed", "prototype runs", "added closing hazard of a new firm"),
    P("exit_profit", 2.0, 0.0, 4.0, "/1", "assumed", "prototype runs", "response of closing to bad business"),
    P("whole_process", 6000.0, 2000.0, 20000.0, "$", "assumed", "prototype runs",
      "investment that a start needs where there are no specialists"),
    P("stages_half", 15.0, 5.0, 50.0, "firms", "assumed", "prototype runs",
      "specialists in the real place that halve what can be halved of it"),
    P("stages_floor", 0.15, 0.05, 0.3, "/1", "assumed", "prototype runs", "share that one stage costs at least"),
    P("family_credit", 2.0, 0.5, 6.0, "months", "assumed", "judged", "what kin and friends lend, in months of income"),
    P("founder_income", 1.5, 1.0, 3.0, "/1", "assumed", "judged",
      "income that a founder expects, as a multiple of the skilled wage"),
    P("fortune_speed", 0.1, 0.02, 0.3, "/month", "assumed", "judged",
      "speed at which founders notice how well firms do and how large markets are"),
    P("openings_years", 2.0, 1.0, 10.0, "years", "assumed", "direction: geroski1995, recalled; size judged",
      "years of closings that, missing at once, double founding"),
    P("entrant_size", 0.5, 0.2, 0.9, "/1", "assumed", "prototype runs", "size of an entrant as a share of its type"),
    P("maturing", 36.0, 12.0, 72.0, "months", "assumed", "prototype runs", "time in which a young firm grows up"),
    P("rematch", 0.10, 0.02, 0.3, "/month", "assumed", "judged",
      "chance that a subcontractor without a patron finds one"),
)

HEALTH = (
    P("accident_yearly", 0.018, 0.008, 0.06, "/year", "measured", "tariqujjaman2025: 1.8 % of workers",
      "injuries a worker and year at the base standard"),
    P("accident_months", 1.0, 0.5, 3.0, "months", "assumed", "judged", "months of work lost to an injury"),
    P("accident_cost", 0.5, 0.1, 2.0, "months", "assumed", "judged",
      "medical cost of an injury to the household, in months of the regular wage"),
)

UPGRADING = (
    P("process_hazard", 0.010, 0.0, 0.04, "/month", "assumed", "prototype runs", "process steps with an average buyer"),
    P("product_hazard", 0.008, 0.0, 0.03, "/month", "assumed", "prototype runs", "product steps with an average buyer"),
    P("functional_hazard", 0.006, 0.0, 0.02, "/month", "assumed", "prototype runs",
      "functional steps with a buyer who leaves them to suppliers"),
    P("step_cost_months", 0.15, 0.05, 0.5, "months", "assumed", "judged", "cost of a step, in months of base sales"),
    P("process_gain", 0.04, 0.01, 0.08, "/1", "assumed", "judged", "log productivity gained by a process step"),
    P("product_gain", 0.08, 0.02, 0.15, "/1", "assumed", "judged", "quality gained by a product step"),
    P("functional_gain", 0.10, 0.02, 0.2, "/1", "assumed", "judged", "functions gained by a functional step"),
    P("machine_gap", 0.3, 0.0, 0.6, "/1", "assumed", "direction: tejani2016, tejani2021; size judged",
      "fall of women's chance of being offered upgraded posts, a level"),
    P("learning", 0.0025, 0.0, 0.005, "/month", "assumed", "prototype runs", "learning from density beyond the base"),
    P("imitation", 0.01, 0.0, 0.03, "/month", "assumed", "judged", "share of the gap to the neighbours' mean copied"),
)

JOINT_ACTION = (
    P("membership", 0.6, 0.2, 0.9, "/1", "assumed", "judged", "share of exporters who are members of the association"),
    P("base_giving", 0.006, 0.001, 0.02, "/1", "assumed", "prototype runs", "share of sales that members give at base"),
    P("giving_speed", 0.10, 0.03, 0.3, "/month", "assumed", "judged", "speed at which giving follows its target"),
    P("base_trust", 0.5, 0.2, 0.8, "0-1", "assumed", "judged", "trust of members at base"),
    P("trust_memory", 0.01, 0.0, 0.05, "/month", "assumed", "judged", "pull of trust back to its base"),
    P("trust_lesson", 0.03, 0.0, 0.1, "/month", "assumed", "judged", "response of trust to what others did"),
    P("facility_wear", 0.02, 0.01, 0.05, "/month", "assumed", "prototype runs", "share of the facility worn out"),
    P("facility_saving", 0.6, 0.2, 0.8, "/1", "assumed", "prototype runs",
      "largest share of the cost of a standard that the facility saves"),
    P("standard_teaching", 1.0, 0.0, 2.0, "/1", "assumed",
      "direction: bazan_navas_aleman2003, buyers who lead teach processes; size judged; 0 switches it off",
      "help of an average buyer with a standard at a full tie, in units of the joint facility at base"),
    P("standard_variable", 0.5, 0.1, 2.0, "months", "assumed", "judged",
      "part of the cost of a standard that grows with the firm, in months of base sales"),
    P("standard_margin", 0.15, 0.05, 0.3, "/1", "assumed", "judged", "margin on sales that a standard puts at stake"),
    P("standard_horizon", 24.0, 12.0, 60.0, "months", "assumed", "judged", "horizon over which a standard is weighed"),
    P("standard_speed", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "chance to act in a month on a standard worth it, with the facility of the base and no more help"),
    P("standard_know_how", 0.5, 0.0, 0.8, "/1", "assumed",
      "direction: nadvi1999_collective, neighbours and centres spread know-how; size judged; 0 switches it off",
      "part of the delay of acting on a standard that is missing know-how, which help brings"),
)

LIFECYCLE = (
    P("retirement_age", 720.0, 600.0, 780.0, "months", "assumed", "judged: sixty years", "age at which work ends"),
    P("outside_spread", 0.35, 0.2, 0.6, "/1", "assumed", "judged", "spread of log outside income between persons"),
    P("skilled_outside", 1.2, 1.0, 1.4, "/1", "assumed", "judged", "outside income of the skilled to the unskilled"),
    P("migration", 0.02, 0.0, 0.1, "/month", "assumed", "judged",
      "households that move a month for each doubling of the gap beyond the base"),
)

EVASION = (
    P("reorganisation_cost", 0.04, 0.01, 0.12, "/1", "assumed", "judged",
      "monthly cost of reorganising work to evade a standard, as a share of the wage bill"),
    P("reorganisation_spread", 0.6, 0.2, 1.0, "/1", "assumed", "judged",
      "spread of the log of that cost over firms"),
    P("reconsider", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "chance that a firm reconsiders its response to a standard in a month"),
    P("shift_speed", 0.15, 0.05, 0.5, "/month", "assumed", "judged",
      "speed at which contracts are changed once a firm has decided"),
    P("shift_limit", 0.5, 0.2, 0.8, "/1", "assumed", "judged",
      "largest share of posts that can change contract to evade a standard"),
    P("putout_limit", 0.2, 0.0, 0.5, "/1", "assumed", "judged",
      "largest share of an exporter's own work moved to subcontractors to evade a standard"),
)

RIGHTS_AND_SKILLS = (
    P("skill_fading", 0.01, 0.0, 0.03, "/month", "assumed", "direction: alfonsi2020; size judged",
      "chance that a trade learned in a course is lost again in a month without a skilled post"),
    P("technical_access", 0.5, 0.0, 1.0, "/1", "assumed", "judged; no study read",
      "share of the gap to men in access to better posts that technical training closes for a woman"),
    P("insured_buffer", 0.3, 0.0, 0.6, "/1", "assumed", "judged",
      "share by which full insurance of the wage lowers the buffer of savings"),
    P("insurance_dares", 0.1, 0.0, 0.3, "/1", "assumed", "judged",
      "worth of full insurance of the wage to a founder, as a share of expected income"),
    P("centring", 1.0, 0.0, 3.0, "/1", "assumed", "direction: khan2007, work moved to centres; size judged",
      "share of home work moved into workshops for each log point that it has become dearer"),
)

# fmt: on

PARAMETERS = (
    *PRODUCTION,
    *AGGLOMERATION,
    *GOVERNANCE,
    *LABOUR,
    *FINANCE,
    *HOUSEHOLDS,
    *DEMOGRAPHY,
    *HEALTH,
    *UPGRADING,
    *JOINT_ACTION,
    *LIFECYCLE,
    *INCOME_RISK,
    *MARKET_ACCESS,
    *EVASION,
    *RIGHTS_AND_SKILLS,
    *SCARCITY,
    *EXPERIENCE,
    *MACHINES,
    *PRACTICES,
    *FIRM_GROWTH,
    *LENDERS,
    *GIVING,
    *POSTS_AFTER_STEPS,
    *FOUNDING,
    *ANSWERS_TO_OTHERS,
    *CHAINS,
    *GOVERNANCE_TYPES,
    *OVERHEADS,
    *RELATIONS,
)
"""All of them, in the order of the tables; the groups above are the topics."""


PARAMETER_RECORD = record(tuple(Field(p.name, "f8", p.unit, p.meaning) for p in PARAMETERS))


def parameter_row(changes: Mapping[str, float] | None = None) -> NDArray[np.void]:
    """The parameters as a table of one row, with some changed by name; KeyError names an unknown one."""
    row = np.zeros(1, dtype=PARAMETER_RECORD)
    for parameter in PARAMETERS:
        row[parameter.name] = parameter.value
    for name, value in (changes or {}).items():
        if name not in (PARAMETER_RECORD.names or ()):
            raise KeyError(f"no parameter {name!r}")
        row[name] = value
    return row
