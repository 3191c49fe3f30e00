"""Who founds a firm: a household's chance to do so, and which of its adults becomes the owner."""

import math

from poverty_nodes.model.draws import FOUNDER, FOUNDING, stream_key, uniform, uniform_pair
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import founding_chance, least_investment
from poverty_nodes.model.rules.insurance import insured_risk

NEVER = math.inf


@rule
def step_cost(place, p):
    """Least investment in dollars with which a household of the place can start."""
    return least_investment(
        p.whole_process,
        place.specialists * place.base_specialists,
        p.stages_half,
        p.stages_floor,
    )


@rule
def drawn_to_found(household, place, scale, p):
    """Chance that a household founds a firm this month, at a scale of founding."""
    expected = p.founder_income * place.wage_skilled_regular * place.surplus
    expected = insured_risk(expected, household.insured_job, p.insurance_dares)
    return founding_chance(
        scale,
        household.savings + p.family_credit * household.smoothed_income,
        place.step_cost,
        household.smoothed_income / household.adults,
        expected,
        p.founding_means,
        p.founding_gain,
    )


@rule
def choose_founder(workers, household, gender):
    """Row of the founder: the most skilled adult of that gender in a household that owns no firm; or -1.

    The savings of a household with a firm are in that firm; its gender is drawn before the founder, so that a
    household without such an adult founds nothing this month.
    """
    best = -1
    for w in range(household.first_worker, household.first_worker + household.adults):
        worker = workers[w]
        if worker.post == OWNER:
            return -1
        if worker.gender == gender and (best < 0 or worker.skill > workers[best].skill):
            best = w
    return best


@rule
def line_up(households, workers, places, parameters, chance, turn, founder, seed, month):
    """For each household (households,): its chance to found at scale one, when its turn comes, and which adult founds.

    The first n of a place found its n firms: the smallest -log(u)/chance falls on each household by its chance.
    Where nobody can found, the turn never comes.
    """
    p = parameters[0]
    wish = stream_key(seed, FOUNDING, month)
    who = stream_key(seed, FOUNDER, month)
    for i in range(len(places)):
        places[i].step_cost = step_cost(places[i], p)
    for h in range(len(households)):
        household = households[h]
        place = places[household.place]
        gender = 1 if uniform_pair(who, household.id, 0) < place.women_owners else 0
        founder[h] = choose_founder(workers, household, gender)
        chance[h] = drawn_to_found(household, place, 1.0, p) if founder[h] >= 0 else 0.0
        turn[h] = -math.log(uniform(wish, household.id)) / chance[h] if chance[h] > 0.0 else NEVER
