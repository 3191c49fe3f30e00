"""Households: outside income, consumption and saving; local spending is next month's outside income of others."""

from model.ledger import LOCAL_SPENDING, OTHER_SPENDING, OUTSIDE_INCOME, SERVICES_INCOME
from model.rule import rule
from model.rules.households import consumption, local_part, next_smoothed
from model.rules.insurance import buffer_kept
from model.rules.training import hours_left


@rule
def outside_incomes(workers, outside, households, places, flows, weight):
    """Adults without a post live from agriculture and other trades, and from local services.

    Local services earned what was spent there last month. Those without a post share it in proportion to their outside
    factors: this is the indirect effect on people who never enter the trade. `weight` (places,) is workspace.
    """
    weight[:] = 0.0
    for i in range(len(outside)):
        worker = workers[outside[i]]
        weight[worker.place] += worker.outside_factor * hours_left(worker.in_training)
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
            * worker.outside_factor
            * hours_left(worker.in_training)
        )
        households[worker.household].income += worker.earnings


@rule
def consume_and_save(households, places, parameters, flows):
    """Spend, save, and leave the local part of spending in the income of the place's local services."""
    p = parameters[0]
    for i in range(len(places)):
        places[i].services = 0.0
    for h in range(len(households)):
        household = households[h]
        household.smoothed_income = next_smoothed(
            household.smoothed_income, household.income, p.income_smoothing
        )
        spent = consumption(
            household.smoothed_income,
            household.savings,
            buffer_kept(household.buffer_months, household.insured_job, p.insured_buffer)
            * household.smoothed_income,
            household.income,
            p.buffer_speed,
        )
        # By its name in brackets: a record of NumPy has a `size` of its own, which is 1.
        local = local_part(spent, household["size"], p.local_spending, p.local_ceiling)
        household.consumption = spent
        household.savings += household.income - spent
        places[household.place].services_income += local
        places[household.place].services += local
        flows[LOCAL_SPENDING] += local
        flows[OTHER_SPENDING] += spent - local
