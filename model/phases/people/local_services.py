"""Local services: what was spent in the place becomes income of those who have no post there, month by month.

The local multiplier comes from here: households spend a part of any income at home (`local_part` in
model/rules/households.py), and it is earned again.
"""

from poverty_nodes.model.ledger import OUTSIDE_INCOME, SERVICES_INCOME
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.outside_income import factor_now
from poverty_nodes.model.rules.training import hours_left


@rule
def outside_incomes(workers, outside, households, places, flows, weight):
    """Adults without a post live from agriculture and other trades, and from local services.

    Local services earned what was spent there last month. Those without a post share it in proportion to their outside
    factors of the month: this is the indirect effect on people who never enter the trade. `weight` (places,) is
    workspace.
    """
    weight[:] = 0.0
    for i in range(len(outside)):
        worker = workers[outside[i]]
        factor = factor_now(worker.outside_factor, worker.persistent_shock, worker.transitory_shock)
        weight[worker.place] += factor * hours_left(worker.in_training)
    for i in range(len(places)):
        place = places[i]
        if weight[i] > 0.0:
            services = place.services_income / weight[i]
            place.outside_pay = place.outside_world + services
            flows[SERVICES_INCOME] += place.services_income
            flows[OUTSIDE_INCOME] += place.outside_world * weight[i]
            place.services_income = 0.0
    for i in range(len(outside)):
        worker = workers[outside[i]]
        worker.earnings = (
            places[worker.place].outside_pay
            * factor_now(worker.outside_factor, worker.persistent_shock, worker.transitory_shock)
            * hours_left(worker.in_training)
        )
        households[worker.household].income += worker.earnings
