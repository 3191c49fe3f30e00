"""Month 0: a whole synthetic economy from the description of a cluster, its calibration and a seed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.delivery.tables import Units
from poverty_nodes.model.policies.enacted import Enacted
from poverty_nodes.model.policies.terms.composition import clashes
from poverty_nodes.model.population.firm import FIRM
from poverty_nodes.model.population.place import PLACE
from poverty_nodes.model.population.ring import service_order
from poverty_nodes.model.population.setting import SETTING
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.state import KINDS, State
from poverty_nodes.scenarios.base_month.calibration import LEVELS, Calibration
from poverty_nodes.scenarios.base_month.workspace import (
    base_hazards,
    make_workspace,
    usual_exit_scale,
)
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis.figures import Figures, read_figures
from poverty_nodes.scenarios.synthesis.jobs import base_posts, fill_first_posts
from poverty_nodes.scenarios.synthesis.links import give_owners, link_chain, make_buyers
from poverty_nodes.scenarios.synthesis.people import make_people
from poverty_nodes.scenarios.synthesis.producers import (
    give_productivity,
    make_firms,
    set_base_month,
)
from poverty_nodes.scenarios.synthesis.table_draws import Chance

Table = NDArray[np.void]


def synthesise(
    cluster: ClusterDescription,
    calibration: Calibration,
    scale: float,
    parameters: Mapping[str, float],
    seed: int,
) -> State:
    """A population with first jobs, before the labour market has run itself in (see
    scenarios/base_month/labour_market_at_rest.py)."""
    figures = read_figures(cluster, scale)
    calibration.check(len(figures.places))  # it goes into compiled code, which looks at no bounds
    chance = Chance(seed)
    row = parameter_row(parameters)
    p = row[0]
    households, workers = _gather(
        [make_people(cluster, figures, place, p, chance) for place in figures.places]
    )
    firms = np.concatenate(
        [make_firms(cluster, figures, place, p, chance) for place in figures.places]
    )
    give_owners(cluster, firms, workers, p, chance)
    input_share, gap = cluster.firms.input_share.value, cluster.workers.gender_gap.value
    set_base_month(firms, figures, figures.places, p, input_share, gap)
    give_productivity(firms, p, input_share, chance)
    buyers = make_buyers(figures, p, chance)
    link_chain(figures, firms, workers, buyers, p, chance)
    firms = np.concatenate([firms, spare_rows(len(firms))])
    hazards = base_hazards(firms, p)
    posts = base_posts(firms, seed)
    fill_first_posts(figures, firms, workers, posts, chance)
    workspace = make_workspace(firms, workers, calibration, posts, hazards)
    places = _places(cluster, figures, firms, calibration, p, scale)
    places["exit_scale"] = calibration.exit_scale * usual_exit_scale(workspace, p)
    state = State(
        firms=firms,
        workers=workers,
        households=households,
        buyers=buyers,
        places=places,
        parameters=row,
        setting=_setting(cluster),
        workspace=workspace,
        seed=seed,
        scale=scale,
        queue=service_order(firms, seed),
    )
    set_productivity_drift(state, calibration.productivity_drift)
    return state


def set_productivity_drift(state: State, paces: NDArray[np.float64]) -> None:
    """Give every firm, and every type that founders copy, the pace of its tier's persistent productivity, `paces`
    (places, 3)."""
    for table in (state.firms, state.workspace.types):
        there = table["tier"] > 0
        table["productivity_drift"][there] = paces[table["place"][there], table["tier"][there] - 1]


def enact(state: State, policies: tuple[Policy, ...], line: float | None = None) -> None:
    """Open an account for each policy; without one the economy runs exactly as before.

    `line` is the question's poverty line, dollars a person and month. ValueError if two policies pull one instrument
    and no rule says how they compose.
    """
    if line is not None:
        state.line = line
    for one, other, shared in clashes(policies):
        raise ValueError(f"{one} and {other} both set {', '.join(shared)}")
    state.accounts = Enacted(
        Account.open(policy, state.scale, len(getattr(state, Units[policy.targets])))
        for policy in policies
    )


def _gather(places: list[tuple[Table, Table]]) -> tuple[Table, Table]:
    """Join the places' households and adults; rows refer to the joint tables."""
    homes = adults = 0
    for households, workers in places:
        households["first_worker"] += adults
        workers["household"] += homes
        homes += len(households)
        adults += len(workers)
    return np.concatenate([h for h, _ in places]), np.concatenate([w for _, w in places])


def spare_rows(firms: int) -> Table:
    """Free rows for entrants: a market that grows carries up to three times as many firms; then founding waits."""
    rows = new_table(FIRM, 12 + 2 * firms)
    rows["buyer"] = rows["patron"] = rows["type_number"] = -1
    return rows


def _places(
    cluster: ClusterDescription,
    figures: Figures,
    firms: Table,
    calibration: Calibration,
    p: np.record,
    scale: float,
) -> Table:
    places = new_table(PLACE, len(figures.places))
    for figure in figures.places:
        place = places[figure.code]
        names = ("skilled_regular", "regular", "casual", "homework")
        for name, wage in zip(names, figure.wages, strict=True):
            place[f"wage_{name}"] = place[f"base_wage_{name}"] = wage
        place.outside_pay = place.outside_world = figure.outside_pay
        place.slack = place.base_slack = calibration.base_slack[figure.code]
        scales = calibration.demand_scale[figure.code]
        place.demand_scale, place.putout_scale, place.stage_scale = scales
        place.labour_scale = calibration.labour_scale[figure.code]
        for name in ("putout_filled", "density", "specialists", "local_demand"):
            place[name] = 1.0
        for name, level in zip(LEVELS, calibration.levels[figure.code], strict=True):
            place[name] = level
        place.made = place.experience = place.market = place.aspiration = 1.0
        place.capacity_putout = place.capacity_stages = place.capacity_home = 1.0
        here = (firms["place"] == figure.code) & (firms["alive"] == 1)
        place.base_firms = here.sum()
        place.specialist_rows = (here & (firms["tier"] == 3)).sum()
        place.base_specialists = place.specialist_rows / scale
        place.turnover = turnover(cluster, p)
        place.outside_women = cluster.workers.outside_women.value
        place.facility = place.returned = place.frontier = 1.0
        members = firms[here & (firms["member"] == 1)]
        place.base_fund = (members["base_contribution"] * members["base_revenue"]).sum()
        sales = members["base_revenue"].sum()
        place.base_giving = place.giving = place.base_fund / sales if sales > 0 else p.base_giving
        place.women_owners = cluster.firms.women_owners.value
        place.capacity_firms = 1.0
        place.entry_scale = calibration.entry_scale[figure.code]
        _add_up_base(place, firms[here], cluster.firms.input_share.value, p)
    return places


def _add_up_base(place: np.record, firms: Table, input_share: float, p: np.record) -> None:
    """What the firms of a place sell to each other and to the end market in their base month."""
    tier, sales = firms["tier"], firms["base_revenue"]
    place.base_putout = firms["base_putout"].sum()
    place.base_inputs = bought = input_share * sales[tier != 3].sum()
    place.base_stage_sales = sold = sales[tier == 3].sum()
    home = sales * (1.0 - firms["export_share"])
    place.base_home_sales = home[tier == 1].sum()
    place.base_final = place.base_market = sales[tier == 1].sum()
    place.local_input_share = min(sold / bought, 1.0)
    place.sharing_capital = sharing_capital(firms[tier != 3], p.sharing_size)


def turnover(cluster: ClusterDescription, p: np.record) -> float:
    """Quits from regular posts as a multiple of the model's own rate: 1 where the description says none."""
    told = cluster.workers.turnover
    return told.value / float(p.quit_regular) if told and p.quit_regular > 0.0 else 1.0


def sharing_capital(buying: Table, fall: float) -> float:
    """Capital K* of a firm that buys in what all do on average: the mean of (K/K*)^-f is 1, weighted by sales."""
    weight, capital = buying["base_revenue"], np.maximum(buying["base_capital"], 1.0)
    if fall <= 0.0 or weight.sum() <= 0.0:
        return 0.0
    return float(np.average(capital**-fall, weights=weight) ** (-1.0 / fall))


def _setting(cluster: ClusterDescription) -> Table:
    setting = new_table(SETTING, 1)
    setting["wage_spread"] = cluster.workers.wage_spread.value
    setting["gender_gap"] = cluster.workers.gender_gap.value
    setting["input_share"] = cluster.firms.input_share.value
    setting["homework_ratio"] = cluster.workers.home_ratio.value
    return setting


__all__ = ["KINDS", "enact", "synthesise"]
