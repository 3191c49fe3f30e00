"""A village of three firms and thirty adults in which nothing is left to chance or to time.

An exporter with eight posts, a subcontractor with four and a specialist with two, all filled; prices,
orders and wages at their base; nobody quits, searches, learns or retires, no firm is founded or
closes. Every flow of its base month can be reckoned on paper.
"""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.ledger import new_flows
from poverty_nodes.model.population.ring import service_order
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.labour_market_at_rest import set_month_zero
from poverty_nodes.scenarios.base_month.workspace import base_hazards, make_workspace
from tests.model.village import (
    CASUAL,
    EXPORTER,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILLED_REGULAR,
    SPECIALIST,
    SUBCONTRACTOR,
    Table,
    buyers,
    firms,
    households,
    parameters,
    places,
    setting,
    workers,
)

CLOSENESS = float(parameters()["market_closeness"][0])
"""The tie that its buyer, who buys at arm's length, lets the exporter come to."""
STILL = {
    **dict.fromkeys(("quit_skilled_regular", "quit_regular", "quit_casual", "quit_homework"), 0.0),
    **dict.fromkeys(("search_outside", "search_employed", "shock_spread", "accident_yearly"), 0.0),
    **dict.fromkeys(("process_hazard", "product_hazard", "functional_hazard", "migration"), 0.0),
    "retirement_age": 1e6,
    "entrant_size": 1.0,
    "units_skilled_regular": 1.5,
    "units_casual": 0.8,
    "units_homework": 0.5,
}
INPUT_SHARE = 0.4
POSTS = {
    0: (SKILLED_REGULAR, REGULAR, CASUAL, HOMEWORK) * 2,
    1: (CASUAL, HOMEWORK) * 2,
    2: (REGULAR, CASUAL),
}
"""Who works for each firm: 740, 240 and 180 dollars of wages a month."""
OUTSIDE = 13
"""Adults without a post."""


def village_firms() -> Table:
    """Sales of 3000 (a third of its own work put out), 600 and 360 dollars a month."""
    quarter = dict.fromkeys(("share_skilled_regular", "share_regular", "share_casual"), 0.25)
    return firms(
        {
            **{"tier": EXPORTER, "buyer": 0, "export_share": 0.8, "base_revenue": 3000.0},
            **{"base_putout": 600.0, "putout_share": 1 / 3, "base_wage_bill": 740.0},
            **{"base_heads": 8.0, "base_labour": 8.6, **quarter, "share_homework": 0.25},
        },
        {
            **{"tier": SUBCONTRACTOR, "patron": 0, "base_revenue": 600.0, "base_wage_bill": 240.0},
            **{"base_heads": 4.0, "base_labour": 3.6, "share_regular": 0.0},
            **{"share_casual": 0.5, "share_homework": 0.5},
        },
        {
            **{"tier": SPECIALIST, "base_revenue": 360.0, "base_wage_bill": 180.0},
            **{"base_heads": 2.0, "base_labour": 2.8, "share_regular": 0.5, "share_casual": 0.5},
        },
        capital_elasticity=0.2,
        own_rate=0.02,
        tie=CLOSENESS,
        base_tie=CLOSENESS,
        trust=0.5,
    )


def village_people() -> tuple[Table, Table]:
    """Households of two adults and two dependants; owners and those outside come last."""
    posts = [(f, post) for f, held in POSTS.items() for post in held]
    posts += [(f, OWNER) for f in POSTS] + [(-1, 0)] * OUTSIDE
    people = workers(
        *[{"employer": f, "post": post, "household": i // 2} for i, (f, post) in enumerate(posts)]
    )
    homes = households(
        *[{"first_worker": 2 * i} for i in range(len(posts) // 2)],
        adults=2, size=4, buffer_months=1.5,
    )  # fmt: skip
    return homes, people


def still_village(**changes: float) -> State:
    """The village at month 0; `changes` are parameters."""
    table, (homes, people) = village_firms(), village_people()
    for name in ("capital", "base_capital", "usual_sales"):
        table[name] = table["base_revenue"]
    for row in range(len(table)):
        owner = int(np.flatnonzero((people["employer"] == row) & (people["post"] == OWNER))[0])
        table["owner"][row], table["household"][row] = owner, people["household"][owner]
    table["steady_heads"] = table["desired_heads"] = table["base_heads"]
    p = parameters(**{**STILL, **changes})
    guess = first_guess(1)
    posts = np.array(
        [[held.count(kind) for kind in (1, 2, 3, 4)] for held in POSTS.values()], np.int32
    )
    slack = 1.0 - sum(map(len, POSTS.values())) / len(people)
    state = State(
        firms=table,
        workers=people,
        households=homes,
        buyers=buyers({"base_orders": 2400.0}),
        places=village_place(slack),
        parameters=p,
        setting=setting(input_share=INPUT_SHARE),
        workspace=make_workspace(table, people, guess, posts, base_hazards(table, p[0])),
        seed=1,
        flows=new_flows(),
        queue=service_order(table, 1),
    )
    set_month_zero(state)
    return state


def village_place(slack: float) -> Table:
    """Inputs of 0.4 x 3600 dollars, a quarter of them from the specialist."""
    return places(
        {
            **{"base_slack": slack, "slack": slack, "base_firms": 3.0, "specialist_rows": 1.0},
            **{"base_specialists": 1.0, "base_putout": 600.0, "base_inputs": 1440.0},
            **{
                "base_stage_sales": 360.0,
                "base_home_sales": 600.0,
                "base_final": 3000.0,
                "local_input_share": 0.25,
            },
            **{"capital_level": 1.0, "facility": 1.0, "returned": 1.0},
            **{"frontier": 1.0, "outside_pay": 90.0, "outside_world": 90.0},
        }
    )
