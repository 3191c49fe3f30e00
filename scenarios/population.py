"""Month 0: a whole synthetic economy from the description of a cluster, its calibration and a seed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from model.parameters import parameter_row
from model.policies.account import Account
from model.policies.base import Policy
from model.population.place import PLACE
from model.population.setting import SETTING
from model.population.table import new_table
from model.state import KINDS, State
from scenarios.calibration import Calibration
from scenarios.cluster import ClusterDescription
from scenarios.synthesis.chance import Chance
from scenarios.synthesis.desk import make_desk, service_order
from scenarios.synthesis.figures import Figures, read_figures
from scenarios.synthesis.jobs import base_posts, fill_first_posts
from scenarios.synthesis.links import give_owners, link_chain, make_buyers
from scenarios.synthesis.people import make_people
from scenarios.synthesis.producers import make_firms, set_base_month

Table = NDArray[np.void]


def synthesise(
    cluster: ClusterDescription, calibration: Calibration, scale: float, parameters: Mapping[str, float],
    seed: int,
) -> State:
    """A population with first jobs, before the labour market has run itself in (see scenarios/baseline.py)."""
    figures = read_figures(cluster, scale)
    luck = Chance(seed)
    row = parameter_row(parameters)
    p = row[0]
    households, workers = _gather([make_people(cluster, figures, place, luck) for place in figures.places])
    firms = np.concatenate([make_firms(cluster, figures, place, p, luck) for place in figures.places])
    give_owners(cluster, firms, workers, p, luck)
    set_base_month(
        firms, figures, figures.places, p, cluster.firms.input_share.value, cluster.workers.gender_gap.value
    )
    buyers = make_buyers(figures)
    link_chain(figures, firms, workers, buyers, luck)
    posts = base_posts(firms, calibration.post_scale, seed)
    fill_first_posts(figures, firms, workers, posts, luck)
    return State(
        firms=firms, workers=workers, households=households, buyers=buyers,
        places=_places(figures, firms, calibration, cluster.firms.input_share.value), parameters=row, setting=_setting(cluster),
        desk=make_desk(firms, workers, calibration, posts), seed=seed, scale=scale,
        queue=service_order(firms, seed),
    )


def enact(state: State, policies: tuple[Policy, ...]) -> None:
    """Open an account for each policy; without one the economy runs exactly as before."""
    state.accounts = {
        policy.name: Account.open(policy, state.scale, len(state.firms)) for policy in policies
    }


def _gather(places: list[tuple[Table, Table]]) -> tuple[Table, Table]:
    """Join the places' households and adults; rows refer to the joint tables."""
    homes = adults = 0
    for households, workers in places:
        households["first_worker"] += adults
        workers["household"] += homes
        homes += len(households)
        adults += len(workers)
    return np.concatenate([h for h, _ in places]), np.concatenate([w for _, w in places])


def _places(figures: Figures, firms: Table, calibration: Calibration, input_share: float) -> Table:
    places = new_table(PLACE, len(figures.places))
    for figure in figures.places:
        place = places[figure.code]
        names = ("skilled_regular", "regular", "casual", "homework")
        for name, wage in zip(names, figure.wages, strict=True):
            place[f"wage_{name}"] = place[f"base_wage_{name}"] = wage
        place.outside_pay = place.outside_world = figure.outside_pay
        place.slack = place.base_slack = calibration.base_slack[figure.code]
        place.demand_scale = calibration.demand_scale[figure.code]
        place.labour_scale = calibration.labour_scale[figure.code]
        for name in ("price_export", "price_local", "price_putout", "price_input", "putout", "putout_filled",
                     "inputs", "density", "specialists", "local_demand"):
            place[name] = 1.0
        here = firms["place"] == figure.code
        buying = here & (firms["tier"] != 3)
        place.base_putout = firms["base_putout"][here].sum()
        place.base_inputs = input_share * firms["base_revenue"][buying].sum()
        sold = firms["base_revenue"][here & (firms["tier"] == 3)].sum()
        place.local_input_share = min(sold / place.base_inputs, 1.0)
    return places


def _setting(cluster: ClusterDescription) -> Table:
    setting = new_table(SETTING, 1)
    setting["wage_spread"] = cluster.workers.wage_spread.value
    setting["gender_gap"] = cluster.workers.gender_gap.value
    setting["input_share"] = cluster.firms.input_share.value
    setting["homework_ratio"] = cluster.workers.home_ratio.value
    return setting


__all__ = ["KINDS", "enact", "synthesise"]
