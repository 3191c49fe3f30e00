"""A base month without the stationary solver: everybody at the first job, one month's incomes, in a fraction of a
second.

The stationary solver makes a base month stand still, which takes a minute. Where no month is run afterwards, the first
jobs suffice to say who is poor: posts, pay and holders are those of the description, and households consume what they
earn in the month. What the labour market would change before month 0 (better matches, tenures) is left out.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from poverty_nodes.model.month import Month
from poverty_nodes.model.phases.people import households, local_services
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import PLACES, first_guess
from poverty_nodes.scenarios.base_month.labour_market_at_rest import close_first_month
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.base_month.usual_tenure import take_usual_tenure
from poverty_nodes.scenarios.description.cluster import ClusterDescription


def first_jobs(
    cluster: ClusterDescription, scale: float, parameters: Mapping[str, float], seed: int
) -> State:
    """Return a population at its first jobs, with pay, owners' draws, outside incomes and consumption of a month.

    Raises ValueError if so few are simulated that firms find no owners.
    """
    s = synthesise(cluster, first_guess(PLACES), scale, parameters, seed)
    take_usual_tenure(s)
    close_first_month(s)
    owned = np.flatnonzero(s.firms["alive"] == 1)
    s.households["income"] = 0.0
    Month().pay(s)
    np.add.at(s.households["income"], s.firms["household"][owned], s.firms["draw"][owned])
    s.workers["earnings"][s.firms["owner"][owned]] = s.firms["draw"][owned]
    s.places["services_income"] = 0.0
    local_services.outside_incomes(
        s.workers, s.workspace.outside, s.households, s.places, s.flows, s.workspace.weight
    )
    income = s.households["income"]
    s.households["smoothed_income"] = income
    s.households["savings"] = s.households["buffer_months"] * income
    households.consume_and_save(s.households, s.places, s.parameters, s.flows)
    return s
