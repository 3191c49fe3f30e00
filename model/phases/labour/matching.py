"""Search and matching: seekers see vacancies on a ring, are let near or passed over, and take the best offer.

The ring keeps each person's draws her own: a draw is a point on it and leads to the next vacancy. One vacancy more or
less thus changes what is offered only to seekers whose points fall on its own arc.
"""

import numpy as np

from poverty_nodes.model.draws import (
    FIT,
    SEARCH,
    SEEKER_ORDER,
    SELECTION,
    VACANCY,
    normal,
    own_key,
    stream_key,
    uniform,
    uniform_under,
)
from poverty_nodes.model.phases.labour.tenure import pay_at_hiring
from poverty_nodes.model.phases.labour.vacancies import next_open, node_at
from poverty_nodes.model.population.codes import HOMEWORK, OWNER
from poverty_nodes.model.population.employment_index import CHUNK
from poverty_nodes.model.population.kind_of_post import of_kind
from poverty_nodes.model.rule import inner_rule, making_rule, rule
from poverty_nodes.model.rules.agglomeration import contacts
from poverty_nodes.model.rules.care import care_cost_left
from poverty_nodes.model.rules.hiring import offer_worth
from poverty_nodes.model.rules.outside_income import lasting_factor
from poverty_nodes.model.rules.training import eased_access, hours_left
from poverty_nodes.model.rules.wages import personal_wage

AT_A_TIME = 64
"""Seekers read together with the vacancies that they see: they lie far apart in memory, which brings many as fast as
one."""


@rule
def least_worth(worker, place, p):
    """Reservation value in $/month: her outside income, or that of her present post and a gain that pays for moving.

    A post lasts, so that the transitory part of outside income does not count.
    """
    if worker.post == 0:
        lasting = lasting_factor(worker.outside_factor, worker.persistent_shock)
        return place.outside_pay * lasting + worker.benefit
    at_home = worker.post == HOMEWORK
    cost = care_cost_left(p.care_cost, worker.care_relief)
    now = offer_worth(worker.wage, worker.fit, p.fit_effect, worker.care, at_home, cost)
    return (1.0 + p.gain_to_move) * now


@making_rule
def gather_seekers(workers, places, parameters, seekers, seed, month):
    """Copy who looks for a post this month into `seekers`; returns how many."""
    p = parameters[0]
    search = stream_key(seed, SEARCH, month)
    order = stream_key(seed, SEEKER_ORDER, month)
    n = 0
    at = -1
    seen = 0.0
    looks = np.empty(CHUNK, dtype=np.int8)
    for begin in range(0, len(workers), CHUNK):
        end = min(begin + CHUNK, len(workers))
        first = n
        for w in range(begin, end):
            worker = workers[w]
            rate = p.search_outside if worker.post == 0 else p.search_employed
            if worker.post == OWNER:
                rate = 0.0
            looks[w - begin] = uniform(search, worker.id) < rate * hours_left(worker.in_training)
        for w in range(begin, end):
            # Always written, and counted only if it holds, so that the processor has no branch to predict.
            seekers[n].row = w
            n += int(looks[w - begin])
        for i in range(first, n):
            seeker = seekers[i]
            worker = workers[seeker.row]
            if worker.place != at:
                at = int(worker.place)
                seen = contacts(p.base_contacts, places[at].density)
            seeker.id = worker.id
            seeker.key = uniform(order, worker.id)
            seeker.best = least_worth(worker, places[at], p)
            seeker.ability = worker.ability
            seeker.employer = worker.employer
            seeker.place = worker.place
            seeker.gender = worker.gender
            seeker.social_group = worker.social_group
            seeker.skill = worker.skill
            seeker.care = worker.care
            seeker.technical = worker.technical
            seeker.care_cost = care_cost_left(p.care_cost, worker.care_relief)
            seeker.seen = seen
    return n


@rule
def reference_wage(place, kind):
    """The place's reference wage of a kind of post (0-3), dollars a month."""
    return of_kind(
        kind, place.wage_skilled_regular, place.wage_regular, place.wage_casual, place.wage_homework
    )


@rule
def floor_of(offer, kind):
    """The wage floor that an offer of a kind of post (0-3) holds to, dollars a month; 0 without one."""
    return of_kind(
        kind,
        offer.floor_skilled_regular,
        offer.floor_regular,
        offer.floor_casual,
        offer.floor_homework,
    )


@rule
def looks_this_month(own_look, seen):
    """How many vacancies a person looks at: the whole part of those of the place, and the rest as a chance."""
    looks = int(seen)
    return looks + 1 if uniform_under(own_look, 99) < seen - looks else looks


@inner_rule
def look_around(turn, market, look):
    """Copy the seekers of the queue from `turn` on, and the vacancies that each sees, into `market.ahead`.

    Vacancies filled since then are passed over when a seeker's turn comes.
    """
    ahead = market.ahead
    for i in range(min(len(ahead.seekers), len(market.seekers) - turn)):
        ahead.seekers[i] = market.seekers[market.queue[turn + i]]
        seeker = ahead.seekers[i]
        own_look = own_key(look, seeker.id)
        ahead.looks[i] = looks_this_month(own_look, seeker.seen)
        for j in range(ahead.looks[i]):
            point = uniform_under(own_look, j)
            ahead.nodes[i, j] = node_at(
                point, seeker.place, market.nodes, market.start, market.guide
            )


@rule
def match(workers, places, parameters, settings, market, seed, month):
    """Seekers in the order of the queue take the best offer that beats what they have; `market` is a `JobMarket`."""
    p = parameters[0]
    setting = settings[0]
    look = stream_key(seed, VACANCY, month)
    select = stream_key(seed, SELECTION, month)
    liking = stream_key(seed, FIT, 0)
    for turn in range(len(market.seekers)):
        i = turn % AT_A_TIME
        if i == 0:
            look_around(turn, market, look)
        seeker = market.ahead.seekers[i]
        if market.start[seeker.place] == market.start[seeker.place + 1]:
            continue
        place = places[seeker.place]
        own_select = own_key(select, seeker.id)
        own_liking = own_key(liking, seeker.id)
        node, fit, pay = best_offer(i, place, market, own_select, own_liking, p, setting)
        if node >= 0:
            hire(workers[seeker.row], market, node, fit, pay)


@inner_rule
def best_offer(i, place, market, own_select, own_liking, p, setting):
    """Node, fit and pay of the best offer that reaches seeker i of `ahead` and exceeds her reservation value.

    The node is -1 when there is none.
    """
    seeker = market.ahead.seekers[i]
    start = market.start[seeker.place]
    stop = market.start[seeker.place + 1]
    best = seeker.best
    chosen = -1
    chosen_fit = 0.0
    chosen_pay = 0.0
    for j in range(market.ahead.looks[i]):
        node = next_open(market.ahead.nodes[i, j], start, stop, market.nodes, market.vacancy)
        if node < 0:
            break
        f = market.nodes[node].firm
        kind = market.nodes[node].kind
        if f == seeker.employer or (kind == 0 and seeker.skill == 0):
            continue
        offer = market.offers[f]
        if not is_selected(uniform_under(own_select, j), seeker, offer, kind, market.access, p):
            continue
        fit = normal(uniform_under(own_liking, offer.id))
        pay = offered_pay(seeker, offer, kind, place, setting)
        worth = offer_worth(pay, fit, p.fit_effect, seeker.care, kind == 3, seeker.care_cost)
        if worth > best:
            best = worth
            chosen = node
            chosen_fit = fit
            chosen_pay = pay
    return chosen, chosen_fit, chosen_pay


@inner_rule
def is_selected(luck, seeker, offer, kind, access, p):
    """Whether an offer of a kind of post reaches a seeker who sees it."""
    chance = access[seeker.place, kind, seeker.gender, seeker.social_group]
    eased = kind < 2 and seeker.gender != 0 and seeker.technical
    if luck >= chance and not eased:
        return False  # Only training raises the chance; what follows lowers it or leaves it.
    if kind < 2:
        # A chance cannot exceed one: where women are let nearer than at base, men are passed over instead.
        let = offer.near
        if seeker.gender == 0:
            chance *= min(1.0 / let, 1.0)
        elif seeker.technical:
            men = access[seeker.place, kind, 0, seeker.social_group]
            chance = eased_access(chance, men, p.technical_access)
        else:
            chance *= min(let, 1.0)
    return luck < chance


@inner_rule
def offered_pay(seeker, offer, kind, place, setting):
    """What a firm would pay a seeker in a kind of post, dollars a month."""
    pay = personal_wage(
        reference_wage(place, kind),
        offer.premium,
        seeker.ability,
        setting.wage_spread,
        seeker.gender,
        setting.gender_gap,
    )
    return max(pay * pay_at_hiring(place, kind), floor_of(offer, kind))


@inner_rule
def hire(worker, market, node, fit, pay):
    """A seeker takes the post of a node, and leaves the one that she had."""
    f = market.nodes[node].firm
    kind = market.nodes[node].kind
    if worker.post > 0:
        market.staff[worker.employer, worker.post - 1] -= 1
    worker.employer = f
    worker.post = kind + 1
    worker.tenure = 0
    worker.fit = fit
    worker.wage = pay
    market.vacancy[f, kind] -= 1
    market.staff[f, kind] += 1
    market.hires[worker.place, kind, worker.gender, worker.social_group] += 1
