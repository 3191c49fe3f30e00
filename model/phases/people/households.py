"""Households: consumption and saving; the local part of what they spend is the income of local services next month."""

from poverty_nodes.model.ledger import LOCAL_SPENDING, OTHER_SPENDING
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.households import consumption, local_part, next_smoothed
from poverty_nodes.model.rules.insurance import buffer_kept


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
