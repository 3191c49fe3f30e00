"""Hand-built tables: a few firms, people and households whose month can be reckoned on paper.

Each maker takes one mapping a row and, as keywords, what all rows share. What neither says is
neutral: ratios to the base month are 1, rows of others are -1, money is 0.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.population.buyer import BUYER
from poverty_nodes.model.population.firm import FIRM
from poverty_nodes.model.population.household import HOUSEHOLD
from poverty_nodes.model.population.place import PLACE
from poverty_nodes.model.population.setting import SETTING
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.population.worker import WORKER

Table = NDArray[np.void]
Dollars = NDArray[np.float64]
Heads = NDArray[np.int32]
Number = float | int
Row = Mapping[str, Number]

MALE, FEMALE = 0, 1
NONE, SKILLED_REGULAR, REGULAR, CASUAL, HOMEWORK, OWNER = range(6)
EXPORTER, SUBCONTRACTOR, SPECIALIST = 1, 2, 3

ONE_IN_A_FIRM = (
    "productivity", "base_price", "order_weight", "portfolio", "reach", "size_premium",
    "premium", "wage_cost", "demand",
    "expected_demand", "planned_output", "price_factor", "volume_putout", "own_output", "output",
    "profit_ratio", "experience", "left_over", "initial_advantage",
)  # fmt: skip
NEUTRAL_FIRM: Row = {
    **dict.fromkeys(ONE_IN_A_FIRM, 1.0),
    **{"alive": 1, "tier": EXPORTER, "buyer": -1, "patron": -1, "age": 120, "owner_labour": 1.0},
    **{"capital": 1000.0, "base_capital": 1000.0, "base_revenue": 1000.0, "revenue": 1000.0},
    **{"base_heads": 4.0, "desired_heads": 4.0, "steady_heads": 4.0, "base_labour": 5.0},
    **{"base_wage_bill": 400.0, "share_regular": 1.0, "quality": 0.5, "base_quality": 0.5},
}
ONE_IN_A_PLACE = (
    "price_export", "price_local", "price_putout", "price_input", "putout", "putout_filled",
    "inputs", "labour_scale", "density", "specialists", "demand_scale", "local_demand",
    "capacity_putout", "capacity_stages", "capacity_home", "putout_scale", "stage_scale", "experience", "made",
    "aspiration", "facility",
)  # fmt: skip
WAGES = {"skilled_regular": 150.0, "regular": 100.0, "casual": 80.0, "homework": 40.0}
NEUTRAL_PLACE: Row = {
    **dict.fromkeys(ONE_IN_A_PLACE, 1.0),
    **{f"wage_{post}": wage for post, wage in WAGES.items()},
    **{f"base_wage_{post}": wage for post, wage in WAGES.items()},
    **{"slack": 0.5, "base_slack": 0.5, "outside_pay": 60.0, "outside_world": 60.0},
}


def firms(*given: Row, **shared: Number) -> Table:
    """Firms with identities 0, 1, 2... unless said otherwise."""
    return rows(FIRM, NEUTRAL_FIRM, given, shared)


def workers(*given: Row, **shared: Number) -> Table:
    """Adults outside the sector unless said otherwise; row i lives in household i."""
    table = rows(WORKER, {"employer": -1, "outside_factor": 1.0}, given, shared)
    if not any("household" in each for each in (shared, *given)):
        table["household"] = np.arange(len(table))
    return table


def households(*given: Row, **shared: Number) -> Table:
    """Households of one adult who lives alone unless said otherwise."""
    return rows(HOUSEHOLD, {"adults": 1, "size": 1}, given, shared)


def buyers(*given: Row, **shared: Number) -> Table:
    """Buyers whose orders stand still and who let suppliers near."""
    return rows(BUYER, {"volume": 1.0, "appeal": 1.0, "closeness": 1.0}, given, shared)


def places(*given: Row, **shared: Number) -> Table:
    """Places at their base month."""
    return rows(PLACE, NEUTRAL_PLACE, given, shared)


def setting(**given: Number) -> Table:
    """A case in which everybody in a post earns the same."""
    return rows(SETTING, {"homework_ratio": 0.5}, (given,), {})


def instruments(**given: Number) -> Table:
    """A month without any policy or shock but those given, in both places."""
    table = neutral(2)
    for name, value in given.items():
        table[name] = value
    return table


def parameters(**given: float) -> Table:
    """The model's parameters, some of them set."""
    return parameter_row(given)


def rows(dtype: np.dtype[np.void], neutral_row: Row, given: tuple[Row, ...], shared: Row) -> Table:
    """A table of the given rows, each on top of what is shared, on top of what is neutral."""
    table = new_table(dtype, len(given))
    if "id" in (dtype.names or ()):
        table["id"] = np.arange(len(given))
    for number, row in enumerate(given):
        for name, value in {**neutral_row, **shared, **row}.items():
            table[name][number] = value
    return table
