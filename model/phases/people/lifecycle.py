"""A month of people's lives: ageing, injuries, learning at work, and households that move between places."""

import math

from poverty_nodes.model.draws import (
    ACCIDENT,
    HEIR,
    LEARNING,
    MIGRATION,
    normal,
    stream_key,
    uniform,
    uniform_pair,
)
from poverty_nodes.model.ledger import MEDICAL
from poverty_nodes.model.phases.labour.separations import leave
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.population.employment_index import CHUNK
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.health import accident_chance, accidents_left
from poverty_nodes.model.rules.lifecycle import learning_weight, moving_chance, retires, taught
from poverty_nodes.model.rules.outside_income import income_shock, spread_for_life

YOUNGEST = 180
"""Age in months (15 years) at which an heir takes a retired person's place."""
NEXT_GENERATION = 1 << 33
"""Added to an identity for each generation, so that an heir's draws are her own."""


@rule
def live(workers, at_work, firms, households, places, parameters, flows, seed, month):
    """People age, retire, recover, get hurt and learn. A retired owner's firm goes to the heir."""
    p = parameters[0]
    heir = stream_key(seed, HEIR, 0)
    hurt = stream_key(seed, ACCIDENT, month)
    school = stream_key(seed, LEARNING, month)
    turn = 0
    for begin in range(0, len(workers), CHUNK):
        end = min(begin + CHUNK, len(workers))
        for w in range(begin, end):
            worker = workers[w]
            worker.age += 1
            if retires(worker.age, p.retirement_age):
                inherit(worker, places[worker.place], p, heir)
                continue
            worker.medical = 0.0
            if worker.sick > 0:
                worker.sick -= 1
        # Those at work among them, while memory has them at hand.
        while turn < len(at_work) and at_work[turn] < end:
            worker = workers[at_work[turn]]
            turn += 1
            if worker.post == 0:
                continue  # retired this month
            place = places[worker.place]
            firm = firms[worker.employer]
            chance = accident_chance(p.accident_yearly, firm.standard)
            if uniform(hurt, worker.id) < accidents_left(chance, firm.accidents_avoided):
                get_hurt(worker, households[worker.household], place, p, flows)
            if worker.skill == 0:
                learn(worker, place, p, school)


@rule
def inherit(worker, place, p, heir):
    """An heir takes the place of somebody who retires: another person, with draws of her own, in the same row."""
    if 0 < worker.post < OWNER:
        leave(worker)
    worker.id += NEXT_GENERATION
    worker.generation += 1
    worker.age = YOUNGEST
    worker.sick = 0
    # The heir of a firm has learnt the trade in it.
    worker.skill = worker.skill if worker.post == OWNER else 0
    worker.certified = worker.technical = worker.dismissed = 0
    worker.in_training = worker.trade_training_chance = worker.technical_training_chance = 0.0
    worker.last_wage = worker.benefit = worker.missed = worker.medical = 0.0
    worker.ability = normal(uniform_pair(heir, worker.id, 0))
    female = place.outside_women if worker.gender else 1.0
    draw_outside_income(worker, female, p, heir)
    if worker.skill == 1:
        worker.outside_factor *= p.skilled_outside


@rule
def draw_outside_income(worker, mean, p, heir):
    """An heir's income outside the trade: the part for life, with the mean given, and both shocks."""
    spread = spread_for_life(p.outside_spread, p.persistent_income_share, p.transitory_income_share)
    z = normal(uniform_pair(heir, worker.id, 1))
    worker.outside_factor = mean * math.exp(spread * z - 0.5 * spread**2)
    z = normal(uniform_pair(heir, worker.id, 2))
    worker.persistent_shock = income_shock(z, p.outside_spread, p.persistent_income_share)
    z = normal(uniform_pair(heir, worker.id, 3))
    worker.transitory_shock = income_shock(z, p.outside_spread, p.transitory_income_share)


@rule
def get_hurt(worker, household, place, p, flows):
    """An injury: months off work, and a medical bill that the household pays as far as it has savings."""
    worker.sick = max(int(p.accident_months), 1)
    cost = min(p.accident_cost * place.base_wage_regular, household.savings)
    household.savings -= cost
    flows[MEDICAL] += cost
    worker.medical = cost


@rule
def learn(worker, place, p, school):
    """A month at work teaches the trade by chance, and more often where skilled posts stay empty."""
    rate = place.learn_women if worker.gender else place.learn_men
    rate *= taught(place.unfilled_skilled, place.base_unfilled_skilled, p.scarcity_training)
    if uniform(school, worker.id) < rate * learning_weight(worker.post):
        worker.skill = 1
        worker.outside_factor *= p.skilled_outside


@rule
def move_between_places(workers, households, places, parameters, seed, month):
    """Households with nobody in the trade move where pay and the chance of a post have improved since the base."""
    p = parameters[0]
    if len(places) < 2 or p.migration <= 0.0:
        return 0
    key = stream_key(seed, MIGRATION, month)
    moved = 0
    for i in range(len(places)):
        place = places[i]
        place.prospect = place.slack * place.outside_pay + (1.0 - place.slack) * place.wage_regular
    at = -1
    chance = 0.0
    for h in range(len(households)):
        household = households[h]
        other = 1 - household.place
        if household.place != at:
            at = int(household.place)
            here, there = places[at], places[other]
            chance = moving_chance(
                p.migration, here.prospect, there.prospect, there.base_prospect / here.base_prospect
            )
        if chance <= 0.0 or uniform(key, household.id) >= chance:
            continue
        free = True
        for w in range(household.first_worker, household.first_worker + household.adults):
            free = free and workers[w].post == 0
        if free:
            household.place = other
            for w in range(household.first_worker, household.first_worker + household.adults):
                workers[w].place = other
                workers[w].migrant = 1
            moved += 1
    return moved
